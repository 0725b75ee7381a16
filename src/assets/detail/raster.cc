// See raster.h.
#include "assets/detail/raster.h"

#include <algorithm>
#include <utility>

namespace keben::assets {
namespace {

bool has_alpha(int components) {
  return components == 2 || components == 4;
}

}  // namespace

Raster::Raster(PixelSize size, int components, Keep keep) : components_(components), keep_(keep) {
  pixels_.size = size;
  pixels_.channels = components <= 2 ? 1 : 3;
  if (keep == Keep::nothing) return;
  const std::size_t count = std::size_t{size.width.v} * size.height.v;
  pixels_.samples.resize(count * static_cast<std::size_t>(pixels_.channels));
  if (has_alpha(components)) pixels_.alpha.resize(count);
}

void Raster::put(std::uint32_t y, const std::uint8_t* row) noexcept {
  if (keep_ == Keep::nothing) return;
  const std::size_t width = pixels_.size.width.v;
  const auto channels = static_cast<std::size_t>(pixels_.channels);
  std::uint8_t* samples = pixels_.samples.data() + y * width * channels;
  if (!has_alpha(components_)) {
    std::copy_n(row, width * channels, samples);
    return;
  }
  std::uint8_t* alpha = pixels_.alpha.data() + y * width;
  for (std::size_t x = 0; x < width; ++x) {
    samples = std::copy_n(row, channels, samples);
    row += channels;
    opaque_ = opaque_ && *row == 255;
    alpha[x] = *row++;
  }
}

Pixels Raster::take() {
  if (opaque_) pixels_.alpha = {};
  return std::move(pixels_);
}

}  // namespace keben::assets
