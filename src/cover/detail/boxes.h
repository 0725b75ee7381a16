// A cover's text as boxes: what no line end divides, with its glyphs and what stands before it.
//
// A display line is not a line of a paragraph: it is never justified, so a gap has one width; its
// marks lose their blanks at the edges, so that a centred line looks centred; and where it ends is
// a matter of sense, so every place has a price in words, not in space.
//
//   大 | 模 | 型 | 创 | 业：| 从 | 2019 | 到 | 2024        boxes; the break after ： is the
//   cheapest
//
// All lengths are thousandths of the type size.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "fonts/catalog.h"
#include "model/language.h"

namespace keben::cover {

/// Between words: display type wants less than a text's.
inline constexpr Mil kWordSpace{260};

struct Glyph {
  fonts::FaceId face;
  fonts::GlyphId id;
  Mil x, rise;           // from the box's left edge, on the baseline
  bool picture = false;  // of the colour emoji face
};

struct Box {
  std::u32string text;  // what it shows
  std::vector<Glyph> glyphs;
  Mil width;
  Mil gap;                      // before it; vanishes where a line begins
  Mil left_blank, right_blank;  // of full-width marks, given up at a line's edges
  double break_cost = 0;        // of ending a line before it (lines.h)
  bool slight = false;          // too little for a line of its own: a hanzi, or marks only
};

struct SetText {
  std::vector<Box> boxes;
  bool right_to_left = false;  // boxes of a line run from the right
  bool empty() const { return boxes.empty(); }
};

/// Sets a text in one type. What no face has becomes 〓; words of more than 45 letters may be cut.
///
/// @param wish     the type; bold for titles
/// @param language decides faces, marks and prohibition rules
SetText set_text(std::string_view text, const fonts::Catalog& faces, fonts::Wish wish,
                 const model::Language& language);

/// Boxes as one that no line end divides: a person's name.
Box joined(std::span<const Box> boxes);

}  // namespace keben::cover
