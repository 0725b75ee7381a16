// Visits every node of a tree in reading order. For questions (how many pictures?), not for
// rendering: a backend writes its own exhaustive visit.
//
// Depth is bounded by the reader (nesting 100), so these walks may recurse.
#pragma once

#include <type_traits>
#include <variant>

#include "base/overload.h"
#include "model/document.h"

namespace keben::model {

/// `To` with the constness of `From`, so that one walk serves questions and changes.
template <class From, class To>
using Like = std::conditional_t<std::is_const_v<std::remove_reference_t<From>>, const To, To>;

/// Calls `f(node)` for each inline, parents before children. `Range` is Inlines or const Inlines.
template <class Range, class F>
void for_each_inline(Range& inlines, const F& f) {
  for (auto& node : inlines) {
    using N = decltype(node);
    f(node);
    std::visit(Overload{
                   [&](Like<N, Styled>& n) { for_each_inline(n.children, f); },
                   [&](Like<N, Link>& n) { for_each_inline(n.children, f); },
                   [&](Like<N, Foreign>& n) { for_each_inline(n.children, f); },
                   [](Like<N, Text>&) {},
                   [](Like<N, SoftBreak>&) {},
                   [](Like<N, HardBreak>&) {},
                   [](Like<N, CodeSpan>&) {},
                   [](Like<N, Image>&) {},
                   [](Like<N, NoteReference>&) {},
                   [](Like<N, Math>&) {},
                   [](Like<N, Ruby>&) {},
                   [](Like<N, RawInline>&) {},
               },
               node.is);
  }
}

/// Calls `on_block(block)` for each block, parents before children, and `on_inlines(inlines)` for
/// each list of inlines that a block holds, in reading order. `Range` is Blocks or const Blocks.
template <class Range, class OnBlock, class OnInlines>
void for_each_block(Range& blocks, const OnBlock& on_block, const OnInlines& on_inlines) {
  const auto descend = [&](auto& children) { for_each_block(children, on_block, on_inlines); };
  const auto rows = [&](auto& some) {
    for (auto& row : some) {
      for (auto& cell : row)
        on_inlines(cell.content);
    }
  };
  for (auto& block : blocks) {
    using B = decltype(block);
    on_block(block);
    std::visit(Overload{
                   [&](Like<B, Paragraph>& b) { on_inlines(b.content); },
                   [&](Like<B, Heading>& b) { on_inlines(b.content); },
                   [&](Like<B, Quote>& b) { descend(b.children), on_inlines(b.attribution); },
                   [&](Like<B, List>& b) {
                     for (auto& item : b.items)
                       descend(item.children);
                   },
                   [](Like<B, CodeBlock>&) {},
                   [&](Like<B, Table>& b) { on_inlines(b.caption), rows(b.head), rows(b.body); },
                   [](Like<B, ThematicBreak>&) {},
                   [&](Like<B, Figure>& b) { on_inlines(b.caption); },
                   [&](Like<B, Admonition>& b) { on_inlines(b.title), descend(b.children); },
                   [&](Like<B, Details>& b) { on_inlines(b.summary), descend(b.children); },
                   [](Like<B, MathBlock>&) {},
                   [&](Like<B, DefinitionList>& b) {
                     for (auto& entry : b.entries) {
                       for (auto& term : entry.terms)
                         on_inlines(term);
                       for (auto& definition : entry.definitions)
                         descend(definition);
                     }
                   },
                   [](Like<B, LinkCard>&) {},
                   [&](Like<B, Tabs>& b) {
                     for (auto& tab : b.tabs)
                       on_inlines(tab.title), descend(tab.children);
                   },
                   [&](Like<B, Division>& b) { descend(b.children); },
                   [](Like<B, RawBlock>&) {},
               },
               block.is);
  }
}

}  // namespace keben::model
