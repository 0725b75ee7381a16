#include "cover/detail/palette.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>

using namespace keben::cover;

namespace {

/// Relative luminance (WCAG 2.1) of a tone as a decoder shows it (ITU T.871 §7).
double luminance(Tone t) {
  const auto linear = [](double v) {
    const double c = std::clamp(v, 0.0, 255.0) / 255;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  const double cb = t.cb - 128.0, cr = t.cr - 128.0;
  return 0.2126 * linear(t.y + 1.402 * cr) + 0.7152 * linear(t.y - 0.344136 * cb - 0.714136 * cr) +
         0.0722 * linear(t.y + 1.772 * cb);
}

double contrast(Tone a, Tone b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace

TEST_CASE("type stands out from every cloth, from the paper and from the seal",
          "[cover][contrast]") {
  for (int i = 0; i < 200; ++i) {
    const Palette p = palette_of("series " + std::to_string(i));
    CHECK(contrast(p.ground, p.ground.with_brightness(p.on_ground)) >= 4.5);
    CHECK(contrast(p.paper, p.paper.with_brightness(p.on_paper)) >= 10);
    CHECK(contrast(p.seal, p.seal.with_brightness(p.on_seal)) >= 3);
    CHECK(contrast(p.ground, p.paper) >= 4.5);
  }
}

TEST_CASE("a name always has the same colour", "[cover]") {
  CHECK(palette_of("技术随笔").ground == palette_of("技术随笔").ground);
}
