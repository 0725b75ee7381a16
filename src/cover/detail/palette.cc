#include "cover/detail/palette.h"

#include <algorithm>
#include <array>

#include "base/bytes.h"

namespace keben::cover {
namespace {

struct Rgb {
  std::uint8_t r, g, b;
};

constexpr std::uint8_t sample(double v) {
  return static_cast<std::uint8_t>(std::clamp(v + 0.5, 0.0, 255.0));
}

/// ITU T.871 §7, "conversion to YCbCr".
constexpr Tone tone_of(Rgb c) {
  return {sample(0.299 * c.r + 0.587 * c.g + 0.114 * c.b),
          sample(-0.168736 * c.r - 0.331264 * c.g + 0.5 * c.b + 128),
          sample(0.5 * c.r - 0.418688 * c.g - 0.081312 * c.b + 128)};
}

// Cloth colours of thread-bound books and their kin, darkened to one depth: light type has a
// contrast of 4.5 at least on each, and on a grey screen the slip stands out from all alike.
constexpr std::array<Rgb, 12> kCloths = {{
    {0x2B, 0x45, 0x5C},  // 藏青 indigo cloth, what such books most often wear
    {0x2F, 0x5D, 0x6B},  // 石青 azurite
    {0x3A, 0x55, 0x50},  // 黛绿 brow green
    {0x4A, 0x5B, 0x3C},  // 松绿 pine
    {0x5E, 0x5A, 0x34},  // 秋香 autumn fragrance
    {0x70, 0x52, 0x2E},  // 古铜 old bronze
    {0x7A, 0x48, 0x33},  // 赭石 ochre
    {0x7B, 0x3A, 0x38},  // 枣红 jujube
    {0x6B, 0x3A, 0x4C},  // 绛紫 crimson purple
    {0x50, 0x41, 0x5E},  // 青莲 lotus purple
    {0x3F, 0x48, 0x66},  // 黛蓝 brow blue
    {0x47, 0x4B, 0x4E},  // 鸦青 crow
}};
constexpr Tone kPaper = tone_of({0xF3, 0xED, 0xDD});  // 米白
constexpr Tone kSeal = tone_of({0xB2, 0x35, 0x29});

}  // namespace

Palette palette_of(std::string_view series) {
  const Tone ground = tone_of(kCloths[digest64(series) % kCloths.size()]);
  const auto shifted = [&](int by) { return static_cast<std::uint8_t>(ground.y + by); };
  return {.ground = ground,
          .spine = ground.with_brightness(shifted(-14)),
          .on_ground = 228,
          .thread = shifted(56),
          .paper = kPaper,
          .on_paper = 34,
          .seal = kSeal,
          .on_seal = 236};
}

}  // namespace keben::cover
