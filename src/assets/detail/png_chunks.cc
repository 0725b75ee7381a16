// A PNG file as a row of chunks (PNG 3rd ed. §5.3): length, type, data, CRC; no sample is touched.
#include <algorithm>
#include <array>

#include "assets/detail/big_endian.h"
#include "assets/detail/png.h"

namespace keben::assets {
namespace {

constexpr std::size_t kSignature = 8;
constexpr std::size_t kAround = 12;  // length, type and CRC

// What a picture needs to look right. All else is a story about it: who made it, where and when.
constexpr std::array<std::string_view, 15> kKept = {
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP",
    "sBIT", "sRGB", "pHYs", "bKGD", "acTL", "fcTL", "fdAT",
};

bool is_kept(std::string_view type) {
  return std::find(kKept.begin(), kKept.end(), type) != kKept.end();
}

/// Calls `f(type, whole chunk)` for each chunk that is there to its end, until `f` says false.
template <class F>
void for_each_chunk(BytesView bytes, const F& f) {
  for (std::size_t at = kSignature; at + kAround <= bytes.size();) {
    const std::size_t whole = kAround + big_endian_32(bytes, at);
    if (whole > bytes.size() - at || !f(bytes.substr(at + 4, 4), bytes.substr(at, whole))) return;
    at += whole;
  }
}

}  // namespace

std::optional<PixelSize> png_size(BytesView bytes) {
  if (bytes.size() < kSignature + kAround + 13 || bytes.substr(12, 4) != "IHDR") return {};
  return PixelSize{{big_endian_32(bytes, 16)}, {big_endian_32(bytes, 20)}};
}

bool png_is_animated(BytesView bytes) {
  bool animated = false;
  for_each_chunk(bytes, [&](std::string_view type, BytesView) {
    animated = type == "acTL";
    return !animated && type != "IDAT";
  });
  return animated;
}

Bytes png_without_metadata(BytesView bytes) {
  Bytes out(bytes.substr(0, kSignature));
  for_each_chunk(bytes, [&](std::string_view type, BytesView chunk) {
    if (is_kept(type)) out.append(chunk);
    return type != "IEND";
  });
  return out;
}

}  // namespace keben::assets
