// A number for whatever of a book's text can be pointed at: where a page begins, what a message is
// about, what a preview scrolls to.
#pragma once

#include <compare>
#include <cstdint>

namespace keben::edition {

/// Dense over the whole book, in reading order; 0 is no part of the text. Edition::places says
/// where in the sources each comes from.
struct NodeId {
  std::uint32_t v = 0;
  auto operator<=>(const NodeId&) const = default;
  bool known() const { return v != 0; }
};

/// A place in the text: a node, and how many of its characters stand before. Characters are code
/// points of the author's words: texts, code, formulas, bases of ruby, breaks in lines.
struct TextPlace {
  static constexpr std::uint32_t kBehind = UINT32_MAX;  // all of the node's characters

  NodeId node;
  std::uint32_t characters = 0;
  bool known() const { return node.known(); }
  bool operator==(const TextPlace&) const = default;
};

}  // namespace keben::edition
