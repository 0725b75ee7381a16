#include "markdown/detail/marks.h"

#include <string_view>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/detail/grammar.h"

namespace keben::markdown::detail {
namespace {

bool is_white(std::string_view text) {
  return text.empty() || cmark_utf8proc_is_space(static_cast<int32_t>(utf8::first(text))) != 0;
}
bool ends_white(std::string_view text) {
  return text.empty() || cmark_utf8proc_is_space(static_cast<int32_t>(utf8::last(text))) != 0;
}

/// Whether `a==b`, `f(x)==y`: something of Latin letters ends just before the run.
bool ends_a_term(std::string_view before) {
  const char c = before.empty() ? ' ' : before.back();
  return is_alnum(c) || c == ')' || c == ']' || c == '_';
}

/// `C++`, `i++`: a lone letter before the run is what it belongs to.
bool ends_with_lone_letter(std::string_view before) {
  if (before.empty() || !is_alnum(before.back())) return false;
  const char c = before.size() < 2 ? ' ' : before[before.size() - 2];
  return !is_alnum(c) && c != '+' && c != '_';
}

struct Faces {
  bool opens = false;
  bool closes = false;
};

Faces faces_of(char mark, std::string_view before, std::string_view after) {
  Faces faces{!is_white(after), !ends_white(before)};
  const bool latin_after = !after.empty() && is_alnum(after.front());
  const bool ascii_before = !before.empty() && !is_not_ascii(before.back());
  const bool ascii_after = !after.empty() && !is_not_ascii(after.front());
  if (ends_a_term(before) && (mark == '+' || ascii_after)) faces.opens = false;
  if (latin_after && (mark == '+' || ascii_before)) faces.closes = false;
  if (mark == '+' && ends_with_lone_letter(before)) faces.closes = false;
  return faces;
}

cmark_node* match_run(cmark_syntax_extension*, cmark_parser* parser, cmark_node*,
                      unsigned char character, cmark_inline_parser* at) {
  if (character != '=' && character != '+') return nullptr;
  const cmark_chunk& chunk = *cmark_inline_parser_get_chunk(at);
  const std::string_view text = view(chunk);
  const auto first = static_cast<std::size_t>(cmark_inline_parser_get_offset(at));
  const std::size_t end =
      std::min(text.find_first_not_of(static_cast<char>(character), first), text.size());
  const int length = static_cast<int>(end - first);
  cmark_node* node = cmark_node_new_with_mem(CMARK_NODE_TEXT, parser->mem);
  node->start_line = node->end_line = cmark_inline_parser_get_line(at);
  node->start_column = cmark_inline_parser_get_column(at);
  node->end_column = node->start_column + length - 1;
  node->as.literal = cmark_chunk_dup(&chunk, static_cast<bufsize_t>(first), length);
  cmark_inline_parser_set_offset(at, static_cast<int>(end));
  if (length != 2) return node;
  const Faces faces =
      faces_of(static_cast<char>(character), text.substr(0, first), text.substr(end));
  if (faces.opens || faces.closes) {
    cmark_inline_parser_push_delimiter(at, character, faces.opens ? 1 : 0, faces.closes ? 1 : 0,
                                       node);
  }
  return node;
}

void forget_delimiters(cmark_inline_parser* at, delimiter* last, const delimiter* first) {
  while (last) {
    delimiter* before = last == first ? nullptr : last->previous;
    cmark_inline_parser_remove_delimiter(at, last);
    last = before;
  }
}

/// The opener's text becomes the node, and takes in all up to the closer, which goes. Set by hand:
/// a table's cell would refuse a type that it does not know.
delimiter* enclose(cmark_syntax_extension* ours, cmark_parser*, cmark_inline_parser* at,
                   delimiter* opener, delimiter* closer) {
  delimiter* next = closer->next;
  cmark_node* node = opener->inl_text;
  cmark_node* last = closer->inl_text;
  node->type = static_cast<std::uint16_t>(unpack(ours->priv));
  node->extension = ours;
  while (node->next && node->next != last)
    cmark_node_append_child(node, node->next);
  node->end_line = last->end_line;
  node->end_column = last->end_column;
  cmark_node_free(last);
  forget_delimiters(at, closer, opener);
  return next;
}

int holds(cmark_syntax_extension*, cmark_node*, cmark_node_type child) {
  return CMARK_NODE_TYPE_INLINE_P(child);
}

const char* name_marks(cmark_syntax_extension*, cmark_node*) {
  return "marks";
}

}  // namespace

std::optional<model::Style> style_of_marks(const cmark_node& node) {
  if (is_block(node) || node.extension != grammar().marks) return std::nullopt;
  return view(node.as.literal).front() == '=' ? model::Style::mark : model::Style::insert;
}

cmark_syntax_extension* make_marks_extension() {
  cmark_syntax_extension* made = cmark_syntax_extension_new("marks");
  made->priv = pack(cmark_syntax_extension_add_node(1));
  cmark_llist* characters = nullptr;
  for (const char c : {'=', '+'}) {
    characters = cmark_llist_append(
        cmark_get_default_mem_allocator(), characters,
        reinterpret_cast<void*>(static_cast<std::uintptr_t>(static_cast<unsigned char>(c))));
  }
  cmark_syntax_extension_set_special_inline_chars(made, characters);
  cmark_syntax_extension_set_match_inline_func(made, match_run);
  cmark_syntax_extension_set_inline_from_delim_func(made, enclose);
  cmark_syntax_extension_set_can_contain_func(made, holds);
  cmark_syntax_extension_set_get_type_string_func(made, name_marks);
  return made;
}

}  // namespace keben::markdown::detail
