#include "markdown/tree_depth.h"

#include <algorithm>

#include "base/overload.h"

namespace keben::markdown {
namespace {

using namespace model;

std::size_t depth_below(const Inline& node) {
  return std::visit(Overload{
                        [](const Text&) -> std::size_t { return 0; },
                        [](const SoftBreak&) -> std::size_t { return 0; },
                        [](const HardBreak&) -> std::size_t { return 0; },
                        [](const CodeSpan&) -> std::size_t { return 0; },
                        [](const Styled& n) { return depth_of(n.children); },
                        [](const Link& n) { return depth_of(n.children); },
                        [](const Image& n) { return depth_of(n.alt); },
                        [](const NoteReference&) -> std::size_t { return 0; },
                        [](const Math&) -> std::size_t { return 0; },
                        [](const Ruby&) -> std::size_t { return 0; },
                        [](const Foreign& n) { return depth_of(n.children); },
                        [](const RawInline&) -> std::size_t { return 0; },
                    },
                    node.is);
}

std::size_t depth_of_cells(const std::vector<TableRow>& rows) {
  std::size_t deepest = 0;
  for (const TableRow& row : rows) {
    for (const TableCell& cell : row)
      deepest = std::max(deepest, depth_of(cell.content));
  }
  return deepest;
}

std::size_t depth_of_items(const List& list) {
  std::size_t deepest = 0;
  for (const ListItem& item : list.items)
    deepest = std::max(deepest, 1 + depth_of(item.children));
  return deepest;
}

std::size_t depth_of_tabs(const Tabs& tabs) {
  std::size_t deepest = 0;
  for (const Tabs::Tab& tab : tabs.tabs)
    deepest = std::max({deepest, depth_of(tab.title), depth_of(tab.children)});
  return deepest;
}

std::size_t depth_of_entries(const DefinitionList& list) {
  std::size_t deepest = 0;
  for (const DefinitionList::Entry& entry : list.entries) {
    for (const Inlines& term : entry.terms)
      deepest = std::max(deepest, depth_of(term));
    for (const Blocks& definition : entry.definitions)
      deepest = std::max(deepest, depth_of(definition));
  }
  return deepest;
}

std::size_t depth_below(const Block& block) {
  return std::visit(
      Overload{
          [](const Paragraph& b) { return depth_of(b.content); },
          [](const Heading& b) { return depth_of(b.content); },
          [](const Quote& b) { return std::max(depth_of(b.children), depth_of(b.attribution)); },
          [](const List& b) { return depth_of_items(b); },
          [](const CodeBlock&) -> std::size_t { return 0; },
          [](const Table& b) {
            return std::max({depth_of(b.caption), depth_of_cells(b.head), depth_of_cells(b.body)});
          },
          [](const ThematicBreak&) -> std::size_t { return 0; },
          [](const Figure& b) { return 1 + depth_of(b.caption); },
          [](const Admonition& b) { return std::max(depth_of(b.title), depth_of(b.children)); },
          [](const Details& b) { return std::max(depth_of(b.summary), depth_of(b.children)); },
          [](const MathBlock&) -> std::size_t { return 0; },
          [](const DefinitionList& b) { return depth_of_entries(b); },
          [](const LinkCard&) -> std::size_t { return 0; },
          [](const Tabs& b) { return depth_of_tabs(b); },
          [](const Division& b) { return depth_of(b.children); },
          [](const RawBlock&) -> std::size_t { return 0; },
      },
      block.is);
}

}  // namespace

std::size_t depth_of(const Blocks& blocks) {
  std::size_t deepest = 0;
  for (const Block& block : blocks)
    deepest = std::max(deepest, 1 + depth_below(block));
  return deepest;
}

std::size_t depth_of(const Inlines& inlines) {
  std::size_t deepest = 0;
  for (const Inline& node : inlines)
    deepest = std::max(deepest, 1 + depth_below(node));
  return deepest;
}

}  // namespace keben::markdown
