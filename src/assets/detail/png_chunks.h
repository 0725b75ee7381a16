// A PNG file as a row of chunks (PNG 3rd ed. §5.3): length, type, data, CRC; no sample is touched.
#pragma once

#include <optional>
#include <string_view>

#include "assets/detail/big_endian.h"
#include "base/bytes.h"
#include "base/length.h"

namespace keben::assets {

constexpr std::size_t kPngSignature = 8;

struct PngChunk {
  BytesView whole;

  std::string_view type() const { return whole.substr(4, 4); }
  BytesView data() const { return whole.substr(8, whole.size() - kAround); }
  bool is_ancillary() const { return (whole[4] & 0x20) != 0; }  // a small first letter, §5.4
  bool is_sound() const;  // its type is of letters, and its CRC right

  static constexpr std::size_t kAround = 12;  // length, type and CRC
};

/// Calls `f(chunk)` for each chunk that is there to its end, until `f` says false.
template <class F>
void for_each_png_chunk(BytesView bytes, const F& f) {
  for (std::size_t at = kPngSignature; at + PngChunk::kAround <= bytes.size();) {
    const std::size_t whole = PngChunk::kAround + big_endian_32(bytes, at);
    if (whole > bytes.size() - at || !f(PngChunk{bytes.substr(at, whole)})) return;
    at += whole;
  }
}

enum class PngColour : std::uint8_t { gray = 0, rgb = 2, palette = 3, gray_alpha = 4, rgba = 6 };

/// What IHDR says, where it says what it may (§11.2.1).
struct PngHeader {
  PixelSize size;
  int bits = 8;  // of a sample, or of a place in the palette
  PngColour colour = PngColour::rgb;
  bool interlaced = false;

  int channels() const;  // samples a pixel
};
std::optional<PngHeader> png_header(BytesView bytes);

}  // namespace keben::assets
