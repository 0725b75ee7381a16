#include "assets/detail/png_forecast.h"

#include <algorithm>

#include "assets/detail/png.h"
#include "assets/detail/scale.h"

namespace keben::assets {

std::size_t expected_png_bytes(const Pixels& pixels, PixelSize size) {
  constexpr std::uint32_t kStrips = 6, kShare = 8;  // one row in eight
  constexpr std::uint32_t kFewRows = 400;           // not worth guessing
  const std::uint32_t height = size.height.v;
  const std::uint32_t strips = height < kFewRows ? 1 : kStrips;
  const std::uint32_t rows = strips == 1 ? height : height / (kShare * kStrips);
  const Scaler scaler(pixels, size);
  Pixels some{{size.width, {strips * rows}}, pixels.channels, {}, {}};
  for (std::uint32_t i = 0; i < strips; ++i) {
    // Not at even distances, with which lines of text may keep step, but by the golden section.
    const std::uint32_t room = height / strips - rows, golden = i * 618 % 1000;
    const Pixels strip = scaler.rows(height / strips * i + room * golden / 1000, rows);
    some.samples.insert(some.samples.end(), strip.samples.begin(), strip.samples.end());
    some.alpha.insert(some.alpha.end(), strip.alpha.begin(), strip.alpha.end());
  }
  const Result<Bytes> png = write_png(some);
  return png ? png->size() * height / (strips * rows) : 0;
}

}  // namespace keben::assets
