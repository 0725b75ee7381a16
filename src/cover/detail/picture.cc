// Colour emoji on the canvas: PNGs of one size in the face (CBDT), scaled to the type by linear
// interpolation.

#include <algorithm>
#include <array>

#include "assets/decode.h"
#include "base/c_handle.h"
#include "cover/detail/canvas.h"
#include "fonts/detail/handle.h"
#include "late/harfbuzz.h"

namespace keben::cover {
using namespace late;
namespace {

/// Red, green, blue and opacity, 0 to 255; colours are weighed with the opacity.
using Sample = std::array<int, 4>;

Sample sample(const assets::Pixels& pixels, int x, int y) {
  const int right = static_cast<int>(pixels.size.width.v) - 1;
  const int bottom = static_cast<int>(pixels.size.height.v) - 1;
  const auto at =
      static_cast<std::size_t>(std::clamp(y, 0, bottom) * (right + 1) + std::clamp(x, 0, right));
  const int alpha = pixels.alpha.empty() ? 255 : pixels.alpha[at];
  const auto channels = static_cast<std::size_t>(pixels.channels);
  Sample out{0, 0, 0, alpha};
  for (std::size_t c = 0; c < 3; ++c) {
    const int value = pixels.samples[at * channels + std::min(c, channels - 1)];
    out[c] = value * alpha / 255;
  }
  return out;
}

/// At a place counted in 256ths of a source sample.
Sample between(const assets::Pixels& pixels, int x, int y) {
  const int fx = x & 255, fy = y & 255;
  const std::array<Sample, 4> corners = {
      sample(pixels, x >> 8, y >> 8), sample(pixels, (x >> 8) + 1, y >> 8),
      sample(pixels, x >> 8, (y >> 8) + 1), sample(pixels, (x >> 8) + 1, (y >> 8) + 1)};
  const std::array<int, 4> weights = {(256 - fx) * (256 - fy), fx * (256 - fy), (256 - fx) * fy,
                                      fx * fy};
  Sample out{};
  for (std::size_t c = 0; c < 4; ++c) {
    for (std::size_t k = 0; k < 4; ++k)
      out[c] += corners[k][c] * weights[k];
    out[c] >>= 16;
  }
  return out;
}

/// One plane's sample with a picture's laid over it; the factors are those of JFIF, in 65536ths.
struct Mix {
  int r, g, b, zero;
  void lay(std::uint8_t& under, const Sample& s) const {
    const int over = (r * s[0] + g * s[1] + b * s[2] + zero * s[3] * 256 + 32768) >> 16;
    under = static_cast<std::uint8_t>(std::clamp(over + under * (255 - s[3]) / 255, 0, 255));
  }
};
constexpr Mix kY{19595, 38470, 7471, 0};
constexpr Mix kCb{-11058, -21710, 32768, 128};
constexpr Mix kCr{32768, -27439, -5329, 128};

}  // namespace

void Canvas::picture(const fonts::Face& face, fonts::GlyphId glyph, Spot origin, int size) {
  const CHandle<hb_blob_t, hb_blob_destroy> blob(
      hb_ot_color_glyph_reference_png(face.handle().font.get(), glyph.v));
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  if (length == 0) return;
  const Result<assets::Pixels> pixels = assets::decode(assets::MediaType::png, {data, length}, {});
  if (!pixels) return;

  const int left = static_cast<int>(origin.x / 64),
            top = static_cast<int>(origin.y / 64) - size * 88 / 100;
  const int source = static_cast<int>(std::max(pixels->size.width.v, pixels->size.height.v));
  const int slack = (source - static_cast<int>(pixels->size.height.v)) * 128;
  for (int y = std::max(0, -top); y < size && top + y < kHeight; ++y) {
    for (int x = std::max(0, -left); x < size && left + x < kWidth; ++x) {
      const int sx = x * source * 256 / size, sy = y * source * 256 / size - slack;
      if (sy < 0 || sy >= static_cast<int>(pixels->size.height.v) * 256) continue;
      const Sample s = between(*pixels, sx, sy);
      if (s[3] == 0) continue;
      const auto px = static_cast<std::size_t>(left + x), py = static_cast<std::size_t>(top + y);
      kY.lay(y_[py * kWidth + px], s);
      if (px % 2 != 0 || py % 2 != 0) continue;
      const std::size_t half = py / 2 * (kWidth / 2) + px / 2;
      kCb.lay(cb_[half], s);
      kCr.lay(cr_[half], s);
    }
  }
}

}  // namespace keben::cover
