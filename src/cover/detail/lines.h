// Lines of display type: how large, and where each ends.
//
// The two questions are one. A larger size reads better at the width of a thumb but needs more
// lines, and each line end costs as much sense as it cuts; so every size of a fine scale is tried
// with every number of lines that fits, and the cheapest answer wins. For a given size and number
// of lines, dynamic programming finds the ends with the least cost: the sum of what the boxes ask
// (boxes.h) and of how far the lines are from being equal.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/length.h"
#include "cover/detail/boxes.h"

namespace keben::cover {

/// Boxes [first, end) of one line and its width, blanks at its edges given up.
struct Line {
  std::uint32_t first = 0, end = 0;
  Mil width;
  bool operator==(const Line&) const = default;
};

struct Room {
  int width = 0, height = 0;  // samples
  int largest = 0,
      smallest = 0;   // type sizes in samples; below `smallest` only where nothing else fits
  int readable = 0;   // a size worth a worse line end
  Mil leading{1300};  // from baseline to baseline
};

struct Lines {
  int size = 0;  // of the type, in samples
  std::vector<Line> lines;
  int height(Mil leading) const {
    return lines.empty() ? 0
                         : size + (static_cast<int>(lines.size()) - 1) * size * leading.v / 1000;
  }
};

/// Width of boxes [first, end) as a line of their own.
Mil line_width(std::span<const Box> boxes, std::size_t first, std::size_t end);

/// The best lines for a text in a room. What cannot fit at any size loses its end: then
/// `lines.back().end` is less than the number of boxes.
Lines fit_lines(std::span<const Box> boxes, const Room& room);

}  // namespace keben::cover
