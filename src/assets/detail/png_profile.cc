// What a PNG says of its colours (PNG 3rd ed. §4.3): a profile, or that they are sRGB, or the curve
// and the primaries of some other screen; the first of these counts.
#include <algorithm>
#include <array>
#include <cmath>

#include "assets/detail/colour.h"
#include "assets/detail/inflate.h"
#include "assets/detail/png.h"
#include "assets/detail/png_chunks.h"

namespace keben::assets {
namespace {

constexpr double kHundredThousand = 100'000;  // in which gAMA and cHRM count

/// The chunks before PLTE and IDAT that speak of colours; empty where they are not there.
struct Said {
  BytesView profile, srgb, gamma, primaries;
};

Said said_by(BytesView bytes) {
  Said out;
  for_each_png_chunk(bytes, [&](const PngChunk& chunk) {
    const std::string_view type = chunk.type();
    if (type == "PLTE" || type == "IDAT") return false;
    if (!chunk.is_sound()) return true;
    if (type == "iCCP") out.profile = chunk.data();
    if (type == "sRGB") out.srgb = chunk.data();
    if (type == "gAMA" && chunk.data().size() == 4) out.gamma = chunk.data();
    if (type == "cHRM" && chunk.data().size() == 32) out.primaries = chunk.data();
    return true;
  });
  return out;
}

Bytes inflated(BytesView chunk, std::size_t most) {
  const std::size_t name = chunk.find('\0');  // then a byte that names the only method
  if (name == chunk.npos || name + 2 >= chunk.size()) return {};
  const BytesView deflated = chunk.substr(name + 2);
  // Profiles are some kilobytes; a bomb is larger than what it may fill.
  Bytes out(std::min(most, deflated.size() * 16 + 4096), '\0');
  out.resize(inflate_zlib(deflated, out.data(), out.size()).value_or(0));
  return out;
}

double number_at(BytesView chunk, std::size_t at) {
  return big_endian_32(chunk, at) / kHundredThousand;
}

/// The curve's exponent, from light to sample; sRGB's where it is as good as that, or none at all.
double exponent_of(const Said& said) {
  constexpr double kSrgb = 1 / 2.2, kSame = 0.05, kLeast = 0.1, kMost = 2;
  const double is = said.gamma.empty() ? kSrgb : number_at(said.gamma, 0);
  if (is < kLeast || is > kMost || std::abs(is / kSrgb - 1) <= kSame) return kSrgb;
  return is;
}

/// White, red, green and blue as CIE x and y; those of sRGB where they are as good as those, or
/// none that span a plane.
Primaries primaries_of(const Said& said) {
  constexpr Primaries kSrgb = {0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06};
  constexpr double kSame = 0.01;
  if (said.primaries.empty()) return kSrgb;
  Primaries out;
  bool same = true, usable = true;
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = number_at(said.primaries, 4 * i);
    same = same && std::abs(out[i] - kSrgb[i]) <= kSame;
    usable = usable && out[i] > 0 && out[i] < 1;
  }
  return same || !usable ? kSrgb : out;
}

}  // namespace

Bytes png_profile(BytesView bytes, std::size_t most) {
  const std::optional<PngHeader> header = png_header(bytes);
  const Said said = said_by(bytes);
  if (!header || !said.profile.empty()) return inflated(said.profile, most);
  if (!said.srgb.empty() || said.gamma.empty()) return {};
  const double exponent = exponent_of(said);
  const Primaries primaries = primaries_of(said);
  if (exponent == exponent_of({}) && primaries == primaries_of({})) return {};
  const bool gray = header->colour == PngColour::gray || header->colour == PngColour::gray_alpha;
  return profile_of(1 / exponent, primaries, gray);
}

}  // namespace keben::assets
