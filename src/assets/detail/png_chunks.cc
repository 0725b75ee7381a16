// See png_chunks.h: what the chunks alone tell.
#include "assets/detail/png_chunks.h"

#include <libdeflate.h>

#include <algorithm>
#include <array>

#include "assets/detail/png.h"

namespace keben::assets {
namespace {

// What a picture needs to look right. All else is a story about it: who made it, where and when.
constexpr std::array<std::string_view, 15> kKept = {
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP",
    "sBIT", "sRGB", "pHYs", "bKGD", "acTL", "fcTL", "fdAT",
};

bool is_kept(std::string_view type) {
  return std::find(kKept.begin(), kKept.end(), type) != kKept.end();
}

/// The depths that a colour type may have, as bits of a number (table 11.1); 0 for no colour type.
unsigned depths_of(std::uint32_t colour) {
  constexpr unsigned kSmall = 1u << 1 | 1u << 2 | 1u << 4, kWhole = 1u << 8 | 1u << 16;
  constexpr std::array<unsigned, 7> kDepths = {kSmall | kWhole, 0, kWhole, kSmall | 1u << 8,
                                               kWhole,          0, kWhole};
  return colour < kDepths.size() ? kDepths[colour] : 0;
}

bool has_before_rows(BytesView bytes, std::string_view type) {
  bool found = false;
  for_each_png_chunk(bytes, [&](const PngChunk& chunk) {
    found = chunk.type() == type;
    return !found && chunk.type() != "IDAT";
  });
  return found;
}

}  // namespace

bool PngChunk::is_sound() const {
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const std::string_view name = type();
  if (!std::all_of(name.begin(), name.end(), is_letter)) return false;
  const std::size_t size = whole.size() - 8;  // of the type and the data
  return libdeflate_crc32(0, whole.data() + 4, size) == big_endian_32(whole, whole.size() - 4);
}

int PngHeader::channels() const {
  switch (colour) {
    case PngColour::gray:
    case PngColour::palette:
      return 1;
    case PngColour::gray_alpha:
      return 2;
    case PngColour::rgb:
      return 3;
    case PngColour::rgba:
      return 4;
  }
  return 1;
}

std::optional<PixelSize> png_size(BytesView bytes) {
  if (bytes.size() < kPngSignature + PngChunk::kAround + 13) return {};
  if (bytes.substr(0, kPngSignature) != "\x89PNG\r\n\x1a\n" || bytes.substr(12, 4) != "IHDR")
    return {};
  return PixelSize{{big_endian_32(bytes, 16)}, {big_endian_32(bytes, 20)}};
}

std::optional<PngHeader> png_header(BytesView bytes) {
  const std::optional<PixelSize> size = png_size(bytes);
  if (!size) return {};
  const std::uint32_t bits = byte_at(bytes, 24), colour = byte_at(bytes, 25);
  const bool only_method = byte_at(bytes, 26) == 0 && byte_at(bytes, 27) == 0;
  const std::uint32_t interlace = byte_at(bytes, 28);
  if (bits > 16 || (depths_of(colour) >> bits & 1) == 0 || !only_method || interlace > 1) return {};
  return PngHeader{*size, static_cast<int>(bits), static_cast<PngColour>(colour), interlace == 1};
}

bool png_is_animated(BytesView bytes) {
  return has_before_rows(bytes, "acTL");
}

bool png_has_transparency(BytesView bytes) {
  return has_before_rows(bytes, "tRNS");
}

Bytes png_without_metadata(BytesView bytes) {
  Bytes out(bytes.substr(0, kPngSignature));
  for_each_png_chunk(bytes, [&](const PngChunk& chunk) {
    if (is_kept(chunk.type())) out.append(chunk.whole);
    return chunk.type() != "IEND";
  });
  return out;
}

}  // namespace keben::assets
