// Where the pages of the printed book begin in its text: what the EPUB of the same run marks, so
// that readers of both can say "page 37" to one another.
//
// The typesetter knows where it ended a page, the writer of the EPUB where it is in the model; what
// they share is the model itself. A place is a node of it, known by its address, and how many of
// its characters stand before the page.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace keben::outline {

/// A place in a text. The node is the Inlines of a paragraph, a heading, a cell …, a CodeBlock, a
/// MathBlock, any other Block (then its beginning), a Document, a Part, the Colophon or one of its
/// Origins; it belongs to the collection that was set, or to its outline, and is compared, never
/// followed. Characters are code points of the author's words: texts, code, formulas, bases of
/// ruby, breaks in lines.
struct TextPlace {
  static constexpr std::uint32_t kBehind = UINT32_MAX;  // all of the node's characters

  const void* node = nullptr;
  std::uint32_t characters = 0;
  bool known() const { return node != nullptr; }
};

struct PageStart {
  std::string label;  // "12", as printed
  TextPlace place;
};

/// In the order of the pages; those that begin no text (blank ones, front matter) are not among
/// them.
using PageStarts = std::vector<PageStart>;

}  // namespace keben::outline
