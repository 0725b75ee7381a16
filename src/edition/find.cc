#include "edition/find.h"

#include <algorithm>
#include <cassert>

#include "base/overload.h"

namespace keben::edition {
namespace {

/// The last block of a list that begins before a node, which is the one that holds it.
const Block* holder(const Blocks& blocks, NodeId node) {
  const auto behind = std::upper_bound(blocks.begin(), blocks.end(), node,
                                       [](NodeId n, const Block& b) { return n < b.id; });
  return behind == blocks.begin() ? nullptr : &*std::prev(behind);
}

const Passage* find(const Blocks& blocks, NodeId node);

/// The same in several lists, one behind another.
template <class Lists, class BlocksOf>
const Passage* find_in(const Lists& lists, NodeId node, BlocksOf blocks_of) {
  const Blocks* last = nullptr;
  for (const auto& each : lists) {
    const Blocks& blocks = blocks_of(each);
    if (!blocks.empty() && !(node < blocks.front().id)) last = &blocks;
  }
  return last ? find(*last, node) : nullptr;
}

const Passage* find(const Blocks& blocks, NodeId node) {
  const Block* const block = holder(blocks, node);
  if (!block) return nullptr;
  const auto none = []() -> const Passage* { return nullptr; };
  return std::visit(
      Overload{
          [&](const Paragraph& b) { return b.words.id == node ? &b.words : nullptr; },
          [&](const Heading&) { return none(); },
          [&](const Anchor&) { return none(); },
          [&](const Quote& b) { return find(b.children, node); },
          [&](const List& b) {
            return find_in(b.items, node,
                           [](const ListItem& i) -> const Blocks& { return i.children; });
          },
          [&](const Code&) { return none(); },
          [&](const Table&) { return none(); },
          [&](const Rule&) { return none(); },
          [&](const Figure&) { return none(); },
          [&](const Box& b) { return find(b.children, node); },
          [&](const Formula&) { return none(); },
          [&](const Definitions& b) -> const Passage* {
            for (auto entry = b.entries.rbegin(); entry != b.entries.rend(); ++entry)
              if (const Passage* found = find_in(
                      entry->definitions, node, [](const Blocks& d) -> const Blocks& { return d; }))
                return found;
            return nullptr;
          },
          [&](const Card&) { return none(); },
      },
      block->is);
}

}  // namespace

const Passage& passage_at(const Essay& essay, NodeId passage) {
  const Passage* found = find(essay.blocks, passage);
  if (!found)
    found =
        find_in(essay.notes, passage, [](const Note& n) -> const Blocks& { return n.children; });
  assert(found);
  return *found;
}

}  // namespace keben::edition
