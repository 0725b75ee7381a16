// EXIF's eight orientations (EXIF 2.32 §4.6.4, tag 0x0112): cameras store rows as the sensor gives
// them and note how the camera was held.
//
// Each is a choice of three flips; the table says for each which of them, in the order in which the
// stored picture is read: first exchange x and y (a mirror on the diagonal), then mirror the
// result.
#include <array>
#include <utility>

#include "assets/detail/jpeg.h"

namespace keben::assets {
namespace {

struct Flips {
  bool transpose, left_right, top_bottom;
};

// Index is the orientation less 1.
constexpr std::array<Flips, 8> kFlips = {{
    {false, false, false},
    {false, true, false},
    {false, true, true},
    {false, false, true},
    {true, false, false},
    {true, true, false},
    {true, true, true},
    {true, false, true},
}};

const Flips& flips_of(int orientation) {
  return kFlips[static_cast<std::size_t>(orientation - 1)];
}

std::vector<std::uint8_t> turned_plane(const std::vector<std::uint8_t>& plane, PixelSize stored,
                                       std::size_t channels, const Flips& flips) {
  const std::size_t stored_width = stored.width.v;
  const std::size_t stored_height = stored.height.v;
  const std::size_t width = flips.transpose ? stored_height : stored_width;
  const std::size_t height = flips.transpose ? stored_width : stored_height;
  std::vector<std::uint8_t> out;
  out.reserve(plane.size());
  for (std::size_t y = 0; y < height; ++y) {
    for (std::size_t x = 0; x < width; ++x) {
      std::size_t from_x = flips.left_right ? width - 1 - x : x;
      std::size_t from_y = flips.top_bottom ? height - 1 - y : y;
      if (flips.transpose) std::swap(from_x, from_y);
      const std::size_t from = (from_y * stored_width + from_x) * channels;
      for (std::size_t c = 0; c < channels; ++c)
        out.push_back(plane[from + c]);
    }
  }
  return out;
}

}  // namespace

PixelSize turned(PixelSize size, int orientation) {
  if (flips_of(orientation).transpose) std::swap(size.width, size.height);
  return size;
}

Pixels turned(Pixels pixels, int orientation) {
  const Flips& flips = flips_of(orientation);
  if (orientation != 1 && !pixels.samples.empty()) {
    pixels.samples =
        turned_plane(pixels.samples, pixels.size, static_cast<std::size_t>(pixels.channels), flips);
  }
  if (orientation != 1 && !pixels.alpha.empty())
    pixels.alpha = turned_plane(pixels.alpha, pixels.size, 1, flips);
  pixels.size = turned(pixels.size, orientation);
  return pixels;
}

}  // namespace keben::assets
