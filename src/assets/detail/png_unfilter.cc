#include "assets/detail/png_unfilter.h"

#include <array>
#include <cstring>

namespace keben::assets {
namespace {

/// Every sample from those to its left, above it and in the corner between; a pixel's channels side
/// by side, as none waits for another.
template <std::size_t kStep, class Foretell>
void undo(std::uint8_t* row, const std::uint8_t* above, std::size_t count,
          const Foretell& foretell) {
  std::array<std::uint8_t, kStep> left{}, corner{};
  for (std::size_t at = 0; at + kStep <= count; at += kStep) {
    for (std::size_t c = 0; c < kStep; ++c) {
      const std::uint8_t up = above[at + c];
      left[c] = static_cast<std::uint8_t>(row[at + c] + foretell(left[c], up, corner[c]));
      corner[c] = up;
      row[at + c] = left[c];
    }
  }
}

/// Four channels side by side in one vector; those of a pixel of three with the next one's first.
using Lanes = std::int16_t __attribute__((vector_size(16)));
using Bytes8 = std::uint8_t __attribute__((vector_size(8)));

Lanes lanes_at(const std::uint8_t* at) {
  Bytes8 bytes{};
  std::memcpy(&bytes, at, 4);
  return __builtin_convertvector(bytes, Lanes);
}

Lanes magnitude(Lanes a) {
  return a < 0 ? -a : a;
}

/// The same for Paeth's, whose pixels wait for each other the longest.
template <std::size_t kStep>
void undo_paeth(std::uint8_t* row, const std::uint8_t* above, std::size_t count) {
  Lanes left{}, corner{};
  std::size_t at = 0;
  for (; at + 4 <= count; at += kStep) {
    const Lanes up = lanes_at(above + at);
    const Lanes to_up = up - corner, to_left = left - corner;
    const Lanes by_left = magnitude(to_up), by_up = magnitude(to_left),
                by_corner = magnitude(to_up + to_left);
    const Lanes upper = by_up <= by_corner ? up : corner;
    const Lanes nearest = ((by_left <= by_up) & (by_left <= by_corner)) ? left : upper;
    left = (lanes_at(row + at) + nearest) & 255;
    corner = up;
    const Bytes8 bytes = __builtin_convertvector(left, Bytes8);
    std::memcpy(row + at, &bytes, kStep);
  }
  for (; at < count; ++at) {  // of the last pixel of three
    const bool is_first = at < kStep;
    row[at] = static_cast<std::uint8_t>(row[at] + paeth(is_first ? 0 : row[at - kStep], above[at],
                                                        is_first ? 0 : above[at - kStep]));
  }
}

template <std::size_t kStep>
void undo(int filter, std::uint8_t* row, const std::uint8_t* above, std::size_t count) {
  constexpr int kSub = 1, kUp = 2, kAverage = 3, kPaeth = 4;
  if (filter == kSub) undo<kStep>(row, above, count, [](int left, int, int) { return left; });
  if (filter == kAverage)
    undo<kStep>(row, above, count, [](int left, int up, int) { return (left + up) >> 1; });
  if (filter == kPaeth) {
    if constexpr (kStep >= 3) {
      undo_paeth<kStep>(row, above, count);
    } else {
      undo<kStep>(row, above, count, paeth);
    }
  }
  if (filter != kUp) return;
  for (std::size_t i = 0; i < count; ++i)
    row[i] = static_cast<std::uint8_t>(row[i] + above[i]);
}

}  // namespace

void unfilter(int filter, std::uint8_t* row, const std::uint8_t* above, std::size_t count,
              std::size_t step) {
  constexpr std::array<decltype(&undo<1>), 4> kBySteps = {undo<1>, undo<2>, undo<3>, undo<4>};
  kBySteps[step - 1](filter, row, above, count);
}

}  // namespace keben::assets
