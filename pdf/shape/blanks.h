// How wide a full-width mark is: half an em of ink, and blanks that may shrink or vanish.
//
// A mark's place in its cell is a matter of region: the mainland and Japan set commas in the left
// half, Taiwan and Hong Kong in the middle (CLREQ #punctuation_adjustment_space).
#pragma once

#include "base/length.h"
#include "model/language.h"
#include "pdf/shape/shaped.h"
#include "pdf/style/paragraph_style.h"

namespace keben::pdf::shape {

/// Blank halves of a full-width mark in quanjiao, and how much is left for its ink
/// (typesetting.md 3.1).
struct Blanks {
  Mil left, right;
  Mil body{1000};
};
Blanks blanks_of(Cell cell, char32_t c, model::Convention convention, style::MarkStyle style);

}  // namespace keben::pdf::shape
