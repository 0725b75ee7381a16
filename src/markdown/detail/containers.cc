#include "markdown/detail/containers.h"

#include <memory>

#include "markdown/ascii.h"
#include "markdown/detail/grammar.h"

namespace keben::markdown::detail {
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

constexpr int kIndent = 4;  // of what stands in a note or below `!!!`

/// By how much a line must be indented to stand in a block; what else it needs is not asked here.
int indent_of(const cmark_node& node, const Container* container) {
  if (node.type == CMARK_NODE_ITEM) return node.as.list.marker_offset + node.as.list.padding;
  const bool indented = container && (container->form == Container::Form::indented ||
                                      container->form == Container::Form::tab);
  return indented || node.type == CMARK_NODE_FOOTNOTE_DEFINITION ? kIndent : 0;
}

/// The open container, `outermost` or one inside it, that a line of `colons` at `indent` closes:
/// the innermost of the same length, else the innermost of fewer colons. So `::::` around `:::`
/// and `:::` around `:::` both nest. Nothing where the line is text of a fence. Containers of other
/// forms have no closer: they end where they end.
cmark_node* closed_by(cmark_syntax_extension* ours, cmark_node* outermost, int colons, int indent) {
  cmark_node* same = nullptr;
  cmark_node* fewer = nullptr;
  for (cmark_node* node = outermost; node; node = open_child(node)) {
    if (swallows_lines(node)) return nullptr;
    if (node->type == CMARK_NODE_BLOCK_QUOTE) break;  // the line has no `>`: it is outside
    const Container* container = as_container(ours, node);
    indent -= indent_of(*node, container);
    if (indent < 0) break;  // outside
    if (!container || container->form != Container::Form::colons) continue;
    if (container->stray || indent > 3) continue;
    if (container->colons == colons) same = node;
    if (container->colons <= colons) fewer = node;
  }
  return same ? same : fewer;
}

int stays_indented(cmark_parser* parser, unsigned char* line) {
  if (parser->blank) return 1;
  if (parser->indent < kIndent) return 0;
  cmark_parser_advance_offset(parser, reinterpret_cast<char*>(line), kIndent, 1);
  return 1;
}

/// Asked of every open container, outermost first, at every line: does it go on?
int goes_on(cmark_syntax_extension* ours, cmark_parser* parser, unsigned char* line, int length,
            cmark_node* node) {
  const Container& container = *as_container(ours, node);
  if (container.stray || container.form == Container::Form::leaf) return 0;
  if (container.form != Container::Form::colons) return stays_indented(parser, line);
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
  node->user_data = TreeMemory::keep(std::move(container));  // the title asks whether it may stand
  if (!title.empty()) add_title(parser, node, title, static_cast<int>(line.rfind(title)) + 1);
  return node;
}

/// `:::`: a head, or a closer that closes nothing.
std::unique_ptr<Container> read_colons(std::string_view line, int at) {
  auto container = std::make_unique<Container>();
  container->colons = count_colons(line, at);
  const std::string_view rest = line.substr(static_cast<std::size_t>(at + container->colons));
  if (is_blank(rest)) {
    container->stray = true;
    return container;
  }
  std::optional<ContainerHead> head = read_container_head(rest);
  if (!head) return nullptr;
  container->head = *std::move(head);
  return container;
}

std::unique_ptr<Container> with_form(Container::Form form, std::optional<ContainerHead> head) {
  if (!head) return nullptr;
  auto container = std::make_unique<Container>();
  container->form = form;
  container->head = *std::move(head);
  return container;
}

std::unique_ptr<Container> read_opening(std::string_view line, int at) {
  const std::string_view text = trimmed_end(line.substr(static_cast<std::size_t>(at)));
  switch (text.empty() ? ' ' : text[0]) {
    case ':':
      if (count_colons(line, at) >= 3) return read_colons(line, at);
      return with_form(Container::Form::leaf, read_leaf_head(text));
    case '@':
      return with_form(Container::Form::leaf, read_card_head(text));
    case '!':
    case '?':
      return with_form(Container::Form::indented, read_indented_head(text));
    case '=':
      return with_form(Container::Form::tab, read_tab_head(text));
    default:
      return nullptr;
  }
}

/// `##标题`: two marks or more and a hanzi behind them; `#标签` is a tag in some programs.
cmark_node* open_loose_heading(cmark_parser* parser, cmark_node* parent, unsigned char* bytes,
                               std::string_view line) {
  const int marks =
      loose_heading_level(line.substr(static_cast<std::size_t>(parser->first_nonspace)));
  if (marks == 0) return nullptr;
  const int column = parser->first_nonspace + 1;
  const int ahead = parser->first_nonspace + marks - parser->offset;
  cmark_node* node = cmark_parser_add_child(parser, parent, CMARK_NODE_HEADING, column);
  node->as.heading = {marks, false};
  cmark_parser_advance_offset(parser, reinterpret_cast<char*>(bytes), ahead, 0);
  return node;
}

/// Asked where no construct of the core begins at a line: does one of ours?
cmark_node* open_block(cmark_syntax_extension* ours, int indented, cmark_parser* parser,
                       cmark_node* parent, unsigned char* bytes, int length) {
  if (indented) return nullptr;
  const std::string_view line = view(bytes, length);
  if (bytes[parser->first_nonspace] == '#') return open_loose_heading(parser, parent, bytes, line);
  std::unique_ptr<Container> container = read_opening(line, parser->first_nonspace);
  if (!container || is_too_deep(ours, parent)) return nullptr;
  cmark_node* node = add_container(ours, parser, parent, std::move(container), line);
  use_up_line(parser, bytes, length);
  return node;
}

int can_contain(cmark_syntax_extension* ours, cmark_node* node, cmark_node_type child) {
  const Container* container = as_container(ours, node);
  const bool holds = container && !container->stray &&
                     (container->form != Container::Form::leaf || child == CMARK_NODE_PARAGRAPH);
  return holds && CMARK_NODE_TYPE_BLOCK_P(child) && child != CMARK_NODE_ITEM;
}

const char* name_container(cmark_syntax_extension*, cmark_node*) {
  return "container";
}

}  // namespace

cmark_syntax_extension* make_container_extension() {
  cmark_syntax_extension* made = cmark_syntax_extension_new("container");
  made->priv = pack(cmark_syntax_extension_add_node(0));
  cmark_syntax_extension_set_open_block_func(made, open_block);
  cmark_syntax_extension_set_match_block_func(made, goes_on);
  cmark_syntax_extension_set_can_contain_func(made, can_contain);
  cmark_syntax_extension_set_get_type_string_func(made, name_container);
  return made;
}

}  // namespace keben::markdown::detail
