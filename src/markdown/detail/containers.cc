#include "markdown/detail/containers.h"

#include <memory>

#include "markdown/ascii.h"
#include "markdown/detail/grammar.h"

namespace keben::markdown::detail {
namespace {

bool is_name_byte(char c) {
  return is_alnum(c) || c == '-' || c == '_' || is_not_ascii(c);
}

/// Takes `[…]` off the front of `rest`, inner brackets counted and escapes skipped.
std::optional<std::string_view> take_bracketed(std::string_view& rest) {
  int depth = 0;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i] == '\\') {
      ++i;
    } else if (rest[i] == '[') {
      ++depth;
    } else if (rest[i] == ']' && --depth == 0) {
      const std::string_view inside = rest.substr(1, i - 1);
      rest.remove_prefix(i + 1);
      return inside;
    }
  }
  return std::nullopt;
}

/// Takes `{…}` off the front of `rest`.
std::string_view take_braced(std::string_view& rest) {
  const std::size_t end = rest.find('}');
  if (!rest.starts_with('{') || end == std::string_view::npos) return {};
  const std::string_view inside = rest.substr(1, end - 1);
  rest.remove_prefix(end + 1);
  return inside;
}

/// Some authors close the opening line with colons too: `::: tip :::`.
std::string_view without_closing_colons(std::string_view title) {
  while (title.ends_with(':'))
    title.remove_suffix(1);
  return trimmed(title);
}

}  // namespace

std::optional<ContainerHead> read_container_head(std::string_view behind_colons) {
  std::string_view rest = trimmed(behind_colons);
  std::size_t name_end = 0;
  while (name_end < rest.size() && is_name_byte(rest[name_end]))
    ++name_end;
  if (name_end == 0 && !rest.starts_with('{')) return std::nullopt;
  ContainerHead head;
  head.name = rest.substr(0, name_end);
  rest.remove_prefix(name_end);
  std::optional<std::string_view> title;
  if (rest.starts_with('[')) title = take_bracketed(rest);
  rest = trimmed(rest);
  head.attributes = take_braced(rest);
  head.title = title ? *title : without_closing_colons(trimmed(rest));
  return head;
}

const Container* container_of(const cmark_node& node) {
  return node.extension == grammar().containers ? static_cast<const Container*>(node.user_data)
                                                : nullptr;
}

namespace {

Container* as_container(cmark_syntax_extension* ours, cmark_node* node) {
  return node->extension == ours ? static_cast<Container*>(node->user_data) : nullptr;
}

int count_colons(std::string_view line, int at) {
  const std::size_t first = static_cast<std::size_t>(at);
  std::size_t end = first;
  while (end < line.size() && line[end] == ':')
    ++end;
  return static_cast<int>(end - first);
}

/// Colons of a line that holds nothing else, 0 where it does or has fewer than three.
int closing_colons(std::string_view line, int at) {
  const int colons = count_colons(line, at);
  const bool alone = is_blank(line.substr(static_cast<std::size_t>(at + colons)));
  return alone && colons >= 3 ? colons : 0;
}

cmark_node* open_child(cmark_node* node) {
  cmark_node* last = node->last_child;
  return last && (last->flags & CMARK_NODE__OPEN) ? last : nullptr;
}

/// Blocks that take every line as text until their own end is seen: a fence, `$$`, `<!-- -->`.
bool swallows_lines(const cmark_node* node) {
  if (node->type == CMARK_NODE_CODE_BLOCK) return node->as.code.fenced != 0;
  return node->type == CMARK_NODE_HTML_BLOCK && node->as.html_block_type <= 5;
}

/// The open container, `outermost` or one inside it, that a line of `colons` at `indent` closes:
/// the innermost of the same length, else the innermost of fewer colons. So `::::` around `:::`
/// and `:::` around `:::` both nest. Nothing where the line is text of a fence.
cmark_node* closed_by(cmark_syntax_extension* ours, cmark_node* outermost, int colons, int indent) {
  cmark_node* same = nullptr;
  cmark_node* fewer = nullptr;
  for (cmark_node* node = outermost; node; node = open_child(node)) {
    if (swallows_lines(node)) return nullptr;
    if (node->type == CMARK_NODE_BLOCK_QUOTE) break;  // the line has no `>`: it is outside
    if (node->type == CMARK_NODE_ITEM) {
      indent -= node->as.list.marker_offset + node->as.list.padding;
      if (indent < 0) break;  // outside the item
    }
    const Container* container = as_container(ours, node);
    if (!container || container->stray || indent > 3) continue;
    if (container->colons == colons) same = node;
    if (container->colons <= colons) fewer = node;
  }
  return same ? same : fewer;
}

/// Asked of every open container, outermost first, at every line: does it go on?
int goes_on(cmark_syntax_extension* ours, cmark_parser* parser, unsigned char* line, int length,
            cmark_node* node) {
  if (as_container(ours, node)->stray) return 0;
  if (line[parser->first_nonspace] != ':') return 1;
  const int colons = closing_colons(view(line, length), parser->first_nonspace);
  if (colons == 0 || closed_by(ours, node, colons, parser->indent) != node) return 1;
  as_container(ours, node)->closed_on = static_cast<std::uint32_t>(parser->line_number);
  use_up_line(parser, line, length);
  return 0;
}

bool is_too_deep(cmark_syntax_extension* ours, const cmark_node* parent) {
  int depth = 1;
  for (const cmark_node* node = parent; node; node = node->parent)
    depth += node->extension == ours ? 1 : 0;
  return depth > kDeepestContainer;
}

void free_container(cmark_mem*, void* data) {
  delete static_cast<Container*>(data);
}

/// The title becomes a paragraph, so that its inlines are parsed like any other's.
void add_title(cmark_parser* parser, cmark_node* node, const std::string& title, int column) {
  cmark_node* paragraph = cmark_parser_add_child(parser, node, CMARK_NODE_PARAGRAPH, column);
  cmark_strbuf_puts(&paragraph->content, title.c_str());
  paragraph->end_column = column + static_cast<int>(title.size()) - 1;
  paragraph->flags = static_cast<std::uint16_t>(paragraph->flags & ~CMARK_NODE__OPEN);
}

cmark_node* add_container(cmark_syntax_extension* ours, cmark_parser* parser, cmark_node* parent,
                          std::unique_ptr<Container> container, std::string_view line) {
  const int column = parser->first_nonspace + 1;
  cmark_node* node = cmark_parser_add_child(parser, parent, unpack(ours->priv), column);
  cmark_node_set_syntax_extension(node, ours);
  const std::string title = container->head.title;
  container->has_title = !title.empty();
  node->user_data = container.release();  // first: the title asks whether it may stand in here
  node->user_data_free_func = free_container;
  if (!title.empty()) add_title(parser, node, title, static_cast<int>(line.rfind(title)) + 1);
  return node;
}

/// Asked where no construct of the core begins at a line: does a container?
cmark_node* open_container(cmark_syntax_extension* ours, int indented, cmark_parser* parser,
                           cmark_node* parent, unsigned char* bytes, int length) {
  if (indented || bytes[parser->first_nonspace] != ':') return nullptr;
  const std::string_view line = view(bytes, length);
  const int colons = count_colons(line, parser->first_nonspace);
  if (colons < 3 || is_too_deep(ours, parent)) return nullptr;
  auto container = std::make_unique<Container>();
  container->colons = colons;
  const std::string_view rest =
      line.substr(static_cast<std::size_t>(parser->first_nonspace + colons));
  if (is_blank(rest)) {
    container->stray = true;
  } else {
    std::optional<ContainerHead> head = read_container_head(rest);
    if (!head) return nullptr;
    container->head = *std::move(head);
  }
  cmark_node* node = add_container(ours, parser, parent, std::move(container), line);
  use_up_line(parser, bytes, length);
  return node;
}

int can_contain(cmark_syntax_extension* ours, cmark_node* node, cmark_node_type child) {
  const Container* container = as_container(ours, node);
  return container && !container->stray && CMARK_NODE_TYPE_BLOCK_P(child) &&
         child != CMARK_NODE_ITEM;
}

const char* name_container(cmark_syntax_extension*, cmark_node*) {
  return "container";
}

}  // namespace

cmark_syntax_extension* make_container_extension() {
  cmark_syntax_extension* made = cmark_syntax_extension_new("container");
  made->priv = pack(cmark_syntax_extension_add_node(0));
  cmark_syntax_extension_set_open_block_func(made, open_container);
  cmark_syntax_extension_set_match_block_func(made, goes_on);
  cmark_syntax_extension_set_can_contain_func(made, can_contain);
  cmark_syntax_extension_set_get_type_string_func(made, name_container);
  return made;
}

}  // namespace keben::markdown::detail
