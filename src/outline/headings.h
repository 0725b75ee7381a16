// Every heading's rank and anchor.
//
// Authors jump: `##` to `####`, or begin at `###`. A heading's rank is its depth by order, so a
// child is exactly one deeper than its parent (EPUB Accessibility 1.1, by WCAG 1.3.1; Ace's rule
// `heading-order`); the level that was written is kept beside it for the look. Headings inside a
// quotation or a box are ranked below the heading that they stand under, and do not disturb those
// that follow. One without words has an anchor and no part in all this.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "model/document.h"
#include "outline/outline.h"

namespace keben::outline {

/// A heading where it stands.
struct FoundHeading {
  const model::Heading* heading = nullptr;
  std::size_t block = 0;  // of the document's blocks, the one that is or holds it; past the last
                          // one for headings in notes
  bool listed = true;
  bool opens = false;  // is that block itself and has words, so that a chapter may begin here
};

/// All headings of a document in reading order, those of its notes last.
std::vector<FoundHeading> find_headings(const model::Document& document);

/// Those of one note.
std::vector<FoundHeading> find_headings_in(const model::Note& note);

/// What the outline says of each, by HeadingId; `chapter` is still open.
///
/// @param number  of the document in the collection, from 1: anchors are `e1s1`, `e1s2` …, or the
///                author's {#id} where that is an ASCII name that nothing else has
/// @param taken   the ids in use; grows
std::vector<HeadingPlace> place_headings(const model::Document& document,
                                         const std::vector<FoundHeading>& found,
                                         std::uint32_t number, std::set<std::string>& taken);

/// What a heading says in a table of contents: no notes, no line ends, and no pictures unless it is
/// nothing but a picture.
std::string navigation_text(const model::Inlines& content);

}  // namespace keben::outline
