// PNG's five filters undone (PNG 3rd ed. §9): how each sample was foretold from those before it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace keben::assets {

/// Undoes the filter of one row, in place.
///
/// @param filter  0 to 4
/// @param row     `count` bytes, without the filter's own
/// @param above   the row before, undone; of the first row, zeros
/// @param step    bytes of a pixel: 1 to 4
void unfilter(int filter, std::uint8_t* row, const std::uint8_t* above, std::size_t count,
              std::size_t step);

/// The one of three that is nearest to left + up - corner (§9.4), without a branch.
inline std::uint8_t paeth(int left, int up, int corner) {
  const int by_left = up > corner ? up - corner : corner - up;
  const int by_up = left > corner ? left - corner : corner - left;
  const int sum = left + up - 2 * corner, by_corner = sum < 0 ? -sum : sum;
  const int upper = by_up <= by_corner ? up : corner;
  return static_cast<std::uint8_t>(by_left <= by_up && by_left <= by_corner ? left : upper);
}

}  // namespace keben::assets
