#include "markdown/detail/math.h"

#include "markdown/ascii.h"
#include "markdown/detail/grammar.h"
#include "markdown/stand_ins.h"

namespace keben::markdown::detail {

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
  if (line.starts_with(kFormulaDollars)) return kFormulaDollars.size();
  const bool opens = line.starts_with(kFormulaSquare) && line.find("\\]") == std::string_view::npos;
  return opens ? kFormulaSquare.size() : 0;
}

/// What ends a block: the second mark of its closing is kept as the fence's.
std::string_view closing_of(const cmark_node& block) {
  return block.as.code.fence_char == ']' ? "\\]" : "$$";
}

/// What stands for `$$` or `\[`, where a look ahead has found a block (literals.h), alone or with
/// the formula's first line behind it.
cmark_node* open_dollars(cmark_syntax_extension* ours, int indented, cmark_parser* parser,
                         cmark_node* parent, unsigned char* bytes, int length) {
  if (indented || bytes[parser->first_nonspace] != kBracketLead) return nullptr;
  const std::string_view line =
      view(bytes, length).substr(static_cast<std::size_t>(parser->first_nonspace));
  const std::size_t opening = length_of_opening(line);
  if (opening == 0) return nullptr;
  const std::string_view first_line = trimmed(line.substr(opening));
  const int column = parser->first_nonspace + 1;
  cmark_node* node = cmark_parser_add_child(parser, parent, CMARK_NODE_CODE_BLOCK, column);
  cmark_node_set_syntax_extension(node, ours);
  node->as.code.fenced = 1;  // raw lines until we say stop
  node->as.code.fence_char = line.starts_with(kFormulaDollars) ? '$' : ']';
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
