// A line's gaps widened or narrowed until it fills the measure.
//
// Each stage's amount (fit.h) is shared out among its gaps so that the parts add up exactly. Where
// gaps would grow past what is preferred, Latin words open between their letters, too, as evenly as
// the hanzi beside them: no gap of the line is then as wide as it would have to be alone.
#pragma once

#include <cstdint>
#include <vector>

#include "pdf/lines/fit.h"

namespace keben::pdf::lines {

/// What a line's gaps come to once it is filled, and its words' openings, in the line's order.
struct Filled {
  std::vector<Mil> gaps;      // first + 1 … end - 1
  std::vector<Mil> openings;  // before each glyph that `opens`; empty where none need
};

/// The gaps of the line of boxes [first, end) as they are.
void natural_gaps(const shape::ShapedParagraph& paragraph, std::uint32_t first, std::uint32_t end,
                  Filled& out);

/// Fills that line; a last one, or one before a hard break, may stay shorter than the measure.
void fill(const shape::ShapedParagraph& paragraph, const Sums& sums, std::uint32_t first,
          std::uint32_t end, Mil measure, Filled& out);

}  // namespace keben::pdf::lines
