// Walks that change a tree: every list of blocks, every line of inlines, notes included.
//
// model/walk.h visits nodes where they stand; a pass that puts two blocks in the place of one needs
// the list that holds them.
#pragma once

#include "base/overload.h"
#include "model/walk.h"

namespace keben::markdown {

/// Calls `f(list)` for each list of blocks in `blocks`, the innermost first, and for itself.
template <class F>
void for_each_list(model::Blocks& blocks, const F& f) {
  using namespace model;
  const auto within = [&](Blocks& children) { for_each_list(children, f); };
  for (Block& block : blocks) {
    std::visit(Overload{
                   [](Paragraph&) {},
                   [](Heading&) {},
                   [&](Quote& b) { within(b.children); },
                   [&](List& b) {
                     for (ListItem& item : b.items)
                       within(item.children);
                   },
                   [](CodeBlock&) {},
                   [](Table&) {},
                   [](ThematicBreak&) {},
                   [](Figure&) {},
                   [&](Admonition& b) { within(b.children); },
                   [&](Details& b) { within(b.children); },
                   [](MathBlock&) {},
                   [&](DefinitionList& b) {
                     for (DefinitionList::Entry& entry : b.entries) {
                       for (Blocks& definition : entry.definitions)
                         within(definition);
                     }
                   },
                   [](LinkCard&) {},
                   [&](Tabs& b) {
                     for (Tabs::Tab& tab : b.tabs)
                       within(tab.children);
                   },
                   [&](Division& b) { within(b.children); },
                   [](RawBlock&) {},
               },
               block.is);
  }
  f(blocks);
}

template <class F>
void for_each_list(model::Document& document, const F& f) {
  for_each_list(document.blocks, f);
  for (model::Note& note : document.notes)
    for_each_list(note.children, f);
}

/// Calls `on_block(block)` for each block and `on_inlines(inlines)` for each list of inlines that a
/// block holds, body first, then notes.
template <class OnBlock, class OnInlines>
void for_each_part(model::Document& document, const OnBlock& on_block,
                   const OnInlines& on_inlines) {
  model::for_each_block(document.blocks, on_block, on_inlines);
  for (model::Note& note : document.notes)
    model::for_each_block(note.children, on_block, on_inlines);
}

/// A line's end, of the source or of the book.
inline bool is_break(const model::Inline& node) {
  return std::holds_alternative<model::SoftBreak>(node.is) ||
         std::holds_alternative<model::HardBreak>(node.is);
}

/// Nothing to do with blocks themselves.
inline constexpr auto kPassBy = [](model::Block&) {};

}  // namespace keben::markdown
