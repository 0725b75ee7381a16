#include "markdown/detail/math.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/detail/grammar.h"
#include "markdown/stand_ins.h"
#include "unicode/cjk.h"

namespace keben::markdown::detail {
namespace {

constexpr std::size_t kLookAhead = 1000;
constexpr std::size_t kDisplayLookAhead = 16 * 1024;

/// Where the run of dollars at `at` ends.
std::size_t end_of_dollars(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == '$')
    ++at;
  return at;
}

/// Commands whose argument is prose: hanzi inside do not speak against a formula.
constexpr std::array<std::string_view, 9> kProseCommands = {
    "\\text", "\\textbf", "\\textit", "\\textrm", "\\mbox", "\\mathrm", "\\ce", "\\tag", "\\label"};

/// Where the group `{…}` at `at` ends; `at` itself where there is none.
std::size_t end_of_group(std::string_view tex, std::size_t at) {
  if (at >= tex.size() || tex[at] != '{') return at;
  int depth = 0;
  for (std::size_t i = at; i < tex.size(); ++i) {
    if (tex[i] == '\\') {
      ++i;
    } else if (tex[i] == '{') {
      ++depth;
    } else if (tex[i] == '}' && --depth == 0) {
      return i + 1;
    }
  }
  return at;
}

/// Steps over the command at `at`, and over its argument where that is prose.
std::size_t end_of_command(std::string_view tex, std::size_t at) {
  std::size_t end = at + 1;
  while (end < tex.size() && is_alpha(tex[end]))
    ++end;
  if (end == at + 1) return std::min(at + 2, tex.size());  // an escaped mark: \$
  const std::string_view command = tex.substr(at, end - at);
  const bool prose =
      std::find(kProseCommands.begin(), kProseCommands.end(), command) != kProseCommands.end();
  return prose ? end_of_group(tex, end) : end;
}

bool has_hanzi_outside_text(std::string_view tex) {
  for (std::size_t at = 0; at < tex.size();) {
    if (tex[at] == '\\') {
      at = end_of_command(tex, at);
    } else if (!is_not_ascii(tex[at])) {
      ++at;
    } else {
      const utf8::Decoded d = utf8::decode(tex, at);
      if (unicode::is_hanzi(d.code_point) || unicode::is_hangul(d.code_point)) return true;
      at = d.next;
    }
  }
  return false;
}

std::optional<MathInLine> match_display(std::string_view text) {
  const std::string_view window = text.substr(0, kDisplayLookAhead);
  for (std::size_t at = 2; at < window.size();) {
    if (window[at] == '\\') {
      at += 2;
    } else if (window[at] != '$') {
      ++at;
    } else if (const std::size_t end = end_of_dollars(window, at); end - at >= 2) {
      if (at == 2) return std::nullopt;
      return MathInLine{text.substr(2, at - 2), true, at + 2};
    } else {
      at = end;
    }
  }
  return std::nullopt;
}

std::optional<MathInLine> match_inline(std::string_view text) {
  if (text.size() < 2 || is_space(text[1])) return std::nullopt;
  const std::string_view window = text.substr(0, kLookAhead);
  for (std::size_t at = 1; at < window.size();) {
    if (window[at] == '`') return std::nullopt;  // code binds tighter
    if (window[at] == '\\') {
      at += 2;
      continue;
    }
    if (window[at] != '$') {
      ++at;
      continue;
    }
    const std::size_t end = end_of_dollars(window, at);
    const bool closes =
        end - at == 1 && !is_space(window[at - 1]) && (end == text.size() || !is_digit(text[end]));
    if (closes) {
      const std::string_view tex = text.substr(1, at - 1);
      if (has_hanzi_outside_text(tex) || unicode::is_wide(utf8::last(tex))) return std::nullopt;
      return MathInLine{tex, false, end};
    }
    at = end;
  }
  return std::nullopt;
}

/// Whether what stands in escaped brackets is a formula: it has a command or an operator, or its
/// words are of one letter, as in f(x, y). `\(see above\)` is prose.
bool looks_like_formula(std::string_view tex) {
  if (is_blank(tex) || tex.find('`') != std::string_view::npos) return false;
  if (has_hanzi_outside_text(tex)) return false;
  if (tex.find_first_of("\\^_=<>+") != std::string_view::npos) return true;
  bool letters = false;
  for (std::size_t i = 0; i < tex.size(); ++i) {
    if (!is_alpha(tex[i])) continue;
    if (i + 1 < tex.size() && is_alpha(tex[i + 1])) return false;
    letters = true;
  }
  return letters;
}

/// Words of one letter, as in a + b = c; commands are no words.
bool has_word(std::string_view tex) {
  for (std::size_t i = 0; i + 1 < tex.size(); ++i) {
    if (is_alpha(tex[i]) && is_alpha(tex[i + 1])) return true;
  }
  return false;
}

bool looks_like_display(std::string_view tex) {
  if (is_blank(tex) || tex.find('`') != std::string_view::npos) return false;
  if (has_hanzi_outside_text(tex)) return false;
  for (std::size_t i = 0; i + 1 < tex.size(); ++i) {
    if (tex[i] == '\\' && is_alpha(tex[i + 1])) return true;
  }
  const bool raises = tex.find('^') != std::string_view::npos;
  const bool lowers = tex.find("_{") != std::string_view::npos;
  const bool operates = tex.find_first_of("=<>+_") != std::string_view::npos;
  return raises || lowers || (operates && !has_word(tex));
}

/// Where the `\]` stands that ends what `text` begins with; npos where a blank line or another `\[`
/// comes first. Each opener so looks no further than the next.
std::size_t find_square(std::string_view text) {
  const std::string_view window = text.substr(0, kDisplayLookAhead);
  for (std::size_t at = 0; at + 1 < window.size(); ++at) {
    if (window[at] == '\n' && window[at + 1] == '\n') break;
    if (window[at] != '\\') continue;
    if (window[at + 1] == ']') return at;
    if (window[at + 1] == '[') break;
    ++at;
  }
  return std::string_view::npos;
}

}  // namespace

std::size_t length_before_square(std::string_view text, bool at_front) {
  const std::size_t length = find_square(text);
  if (length == std::string_view::npos || !looks_like_display(text.substr(0, length))) return 0;
  const std::string_view behind = text.substr(length + 2);
  const bool block = at_front && text.substr(0, length).find('\n') != std::string_view::npos;
  if (block && !is_blank(behind.substr(0, behind.find('\n')))) return 0;  // it ends with its line
  return behind.starts_with('(') || behind.starts_with('[') ? 0 : length;
}

std::size_t length_before_bracket(std::string_view text) {
  const std::string_view window = text.substr(0, kLookAhead);
  for (std::size_t at = 0; at + 1 < window.size(); ++at) {
    if (window[at] == '\n' && window[at + 1] == '\n') return 0;
    if (window[at] != '\\') continue;
    if (window[at + 1] == ')') return looks_like_formula(window.substr(0, at)) ? at : 0;
    ++at;
  }
  return 0;
}

std::optional<MathInLine> match_math(std::string_view text) {
  if (text.starts_with(kFormulaBracket)) {
    const std::string_view behind = text.substr(kFormulaBracket.size());
    const std::size_t length = length_before_bracket(behind);
    if (length == 0) return std::nullopt;
    return MathInLine{behind.substr(0, length), false, kFormulaBracket.size() + length + 2};
  }
  if (text.starts_with(kFormulaSquare)) {
    const std::string_view behind = text.substr(kFormulaSquare.size());
    const std::size_t length = find_square(behind);
    if (length == std::string_view::npos) return std::nullopt;
    return MathInLine{trimmed(behind.substr(0, length)), true, kFormulaSquare.size() + length + 2};
  }
  switch (end_of_dollars(text, 0)) {
    case 1:
      return match_inline(text);
    case 2:
      return match_display(text);
    default:
      return std::nullopt;
  }
}

std::optional<MathInLine> math_of(const cmark_node& node) {
  if (is_block(node) || node.extension != grammar().math) return std::nullopt;
  return match_math(view(node.as.literal));
}

bool is_math_block(const cmark_node& node) {
  return node.type == CMARK_NODE_CODE_BLOCK && node.extension == grammar().math;
}

namespace {

cmark_node* new_inline(cmark_parser* parser, cmark_inline_parser* at, cmark_node_type type,
                       cmark_syntax_extension* extension, std::size_t bytes) {
  cmark_node* node = cmark_node_new_with_mem_and_ext(type, parser->mem, extension);
  const int offset = cmark_inline_parser_get_offset(at);
  node->start_line = node->end_line = cmark_inline_parser_get_line(at);
  node->start_column = cmark_inline_parser_get_column(at);
  node->end_column = node->start_column + static_cast<int>(bytes) - 1;
  node->as.literal =
      cmark_chunk_dup(cmark_inline_parser_get_chunk(at), offset, static_cast<bufsize_t>(bytes));
  cmark_inline_parser_set_offset(at, offset + static_cast<int>(bytes));
  return node;
}

constexpr unsigned char kBracketLead = static_cast<unsigned char>(kFormulaBracket.front());

/// Takes a formula as a piece of code of ours, since a table's cell refuses types that it does not
/// know; else the whole run of dollars as text, so that none is looked at twice.
cmark_node* match_dollar(cmark_syntax_extension* ours, cmark_parser* parser, cmark_node*,
                         unsigned char character, cmark_inline_parser* at) {
  if (character != '$' && character != kBracketLead) return nullptr;
  const int offset = cmark_inline_parser_get_offset(at);
  const std::string_view rest =
      view(*cmark_inline_parser_get_chunk(at)).substr(static_cast<std::size_t>(offset));
  if (const std::optional<MathInLine> math = match_math(rest))
    return new_inline(parser, at, CMARK_NODE_CODE, ours, math->bytes);
  if (character != '$') return nullptr;
  return new_inline(parser, at, CMARK_NODE_TEXT, nullptr, end_of_dollars(rest, 0));
}

/// How many bytes of `line` open a block: of a formula that ends on the same line, an inline, none.
std::size_t length_of_opening(std::string_view line) {
  if (line.starts_with(kFormulaSquare)) {
    const bool inline_too = line.find("\\]") != std::string_view::npos;
    return inline_too ? 0 : kFormulaSquare.size();
  }
  const bool opens = end_of_dollars(line, 0) == 2 && line.find('$', 2) == std::string_view::npos;
  return opens ? 2 : 0;
}

/// What ends a block: the second mark of its closing is kept as the fence's.
std::string_view closing_of(const cmark_node& block) {
  return block.as.code.fence_char == ']' ? "\\]" : "$$";
}

/// `$$`, or `$$` and the formula's first line; `\[` likewise.
cmark_node* open_dollars(cmark_syntax_extension* ours, int indented, cmark_parser* parser,
                         cmark_node* parent, unsigned char* bytes, int length) {
  const unsigned char first = bytes[parser->first_nonspace];
  if (indented || (first != '$' && first != kBracketLead)) return nullptr;
  const std::string_view line =
      view(bytes, length).substr(static_cast<std::size_t>(parser->first_nonspace));
  const std::size_t opening = length_of_opening(line);
  if (opening == 0) return nullptr;
  const std::string_view first_line = trimmed(line.substr(opening));
  const int column = parser->first_nonspace + 1;
  cmark_node* node = cmark_parser_add_child(parser, parent, CMARK_NODE_CODE_BLOCK, column);
  cmark_node_set_syntax_extension(node, ours);
  node->as.code.fenced = 1;  // raw lines until we say stop
  node->as.code.fence_char = first == '$' ? '$' : ']';
  node->as.code.info = cmark_chunk_literal("");
  if (!first_line.empty()) {
    // The core takes a fence's first line for its info string: give it an empty one.
    cmark_strbuf_putc(&node->content, '\n');
    cmark_strbuf_put(&node->content, reinterpret_cast<const unsigned char*>(first_line.data()),
                     static_cast<bufsize_t>(first_line.size()));
  }
  use_up_line(parser, bytes, length);
  return node;
}

/// A block goes on until a line ends with its closing; what stands before that is its last line.
int block_goes_on(cmark_syntax_extension*, cmark_parser* parser, unsigned char* bytes, int length,
                  cmark_node* node) {
  const std::string_view line =
      trimmed(view(bytes, length).substr(static_cast<std::size_t>(parser->first_nonspace)));
  if (!line.ends_with(closing_of(*node))) return 1;
  const std::string_view last_line = trimmed(line.substr(0, line.size() - 2));
  if (!last_line.empty()) {
    cmark_strbuf_put(&node->content, reinterpret_cast<const unsigned char*>(last_line.data()),
                     static_cast<bufsize_t>(last_line.size()));
    cmark_strbuf_putc(&node->content, '\n');
  }
  use_up_line(parser, bytes, length);
  return 0;
}

const char* name_math(cmark_syntax_extension*, cmark_node*) {
  return "math";
}

}  // namespace

bool closes_math_block(const cmark_node& node, std::string_view line) {
  return trimmed(line).ends_with(closing_of(node));
}

cmark_syntax_extension* make_math_extension() {
  cmark_syntax_extension* made = cmark_syntax_extension_new("math");
  cmark_llist* characters = nullptr;
  for (const unsigned char c : {static_cast<unsigned char>('$'), kBracketLead}) {
    characters = cmark_llist_append(cmark_get_default_mem_allocator(), characters,
                                    reinterpret_cast<void*>(static_cast<std::uintptr_t>(c)));
  }
  cmark_syntax_extension_set_special_inline_chars(made, characters);
  cmark_syntax_extension_set_match_inline_func(made, match_dollar);
  cmark_syntax_extension_set_open_block_func(made, open_dollars);
  cmark_syntax_extension_set_match_block_func(made, block_goes_on);
  cmark_syntax_extension_set_get_type_string_func(made, name_math);
  return made;
}

}  // namespace keben::markdown::detail
