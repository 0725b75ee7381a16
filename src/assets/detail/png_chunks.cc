// A PNG file as a row of chunks (PNG 3rd ed. §5.3): length, type, data, CRC; no sample is touched.
#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>
#include <new>

#include "assets/detail/big_endian.h"
#include "assets/detail/colour.h"
#include "assets/detail/png.h"
#include "assets/detail/trouble.h"
#include "base/c_handle.h"

namespace keben::assets {
namespace {

using Inflater = CHandle<libdeflate_decompressor, libdeflate_free_decompressor>;

Inflater new_inflater() {
  Inflater inflater(libdeflate_alloc_decompressor());
  if (!inflater) throw std::bad_alloc();
  return inflater;
}

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

Bytes png_profile(BytesView bytes, std::size_t most) {
  BytesView deflated;
  for_each_chunk(bytes, [&](std::string_view type, BytesView chunk) {
    if (type != "iCCP") return type != "IDAT" && type != "PLTE";
    const BytesView data = chunk.substr(8, chunk.size() - kAround);
    const std::size_t name = data.find('\0');  // then a byte that names the only method
    if (name != data.npos && name + 2 < data.size()) deflated = data.substr(name + 2);
    return false;
  });
  if (deflated.empty()) return {};
  const Inflater inflater = new_inflater();
  // Profiles are some kilobytes; a bomb is larger than what it may fill.
  Bytes out(std::min(most, deflated.size() * 16 + 4096), '\0');
  std::size_t size = 0;
  const libdeflate_result result = libdeflate_zlib_decompress(
      inflater.get(), deflated.data(), deflated.size(), out.data(), out.size(), &size);
  if (result != LIBDEFLATE_SUCCESS) return {};
  out.resize(size);
  return out;
}

Bytes png_without_metadata(BytesView bytes) {
  Bytes out(bytes.substr(0, kSignature));
  for_each_chunk(bytes, [&](std::string_view type, BytesView chunk) {
    if (is_kept(type)) out.append(chunk);
    return type != "IEND";
  });
  return out;
}

namespace {

/// What the header says of the rows.
struct Layout {
  PixelSize size;
  std::size_t bits = 0;  // of a pixel
  bool interlaced = false;
};

std::optional<Layout> layout_of(BytesView bytes) {
  const std::optional<PixelSize> size = png_size(bytes);
  const std::size_t samples[] = {1, 0, 3, 1, 2, 0, 4};  // by colour type
  if (!size || byte_at(bytes, 25) >= std::size(samples)) return {};
  return Layout{*size, byte_at(bytes, 24) * samples[byte_at(bytes, 25)], byte_at(bytes, 28) != 0};
}

/// Bytes of so many rows, each with its filter's byte in front; none where there is no column.
std::size_t bytes_of(std::size_t width, std::size_t height, std::size_t bits) {
  return width == 0 ? 0 : ((width * bits + 7) / 8 + 1) * height;
}

/// All rows, in Adam7's seven passes where they are interlaced (PNG 3rd ed. §8.1).
std::size_t bytes_of(const Layout& layout) {
  const std::size_t width = layout.size.width.v, height = layout.size.height.v;
  if (!layout.interlaced) return bytes_of(width, height, layout.bits);
  struct Pass {
    std::size_t x, y, across, down;
  };
  constexpr Pass kPasses[] = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4},
                              {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};
  std::size_t sum = 0;
  for (const Pass& pass : kPasses) {
    sum += bytes_of((width - std::min(width, pass.x) + pass.across - 1) / pass.across,
                    (height - std::min(height, pass.y) + pass.down - 1) / pass.down, layout.bits);
  }
  return sum;
}

bool inflates_to(BytesView deflated, std::size_t wanted) {
  const std::unique_ptr<char[]> rows(new char[wanted + 1]);  // not filled before it is used
  std::size_t size = 0;
  std::size_t read = 0;
  return libdeflate_zlib_decompress_ex(new_inflater().get(), deflated.data(), deflated.size(),
                                       rows.get(), wanted, &read, &size) == LIBDEFLATE_SUCCESS &&
         size == wanted;
}

Bytes rows_of(BytesView bytes) {
  Bytes deflated;
  for_each_chunk(bytes, [&](std::string_view type, BytesView chunk) {
    if (type == "IDAT") deflated += chunk.substr(8, chunk.size() - kAround);
    return type != "IEND";
  });
  return deflated;
}

}  // namespace

bool png_rows_are_exact(BytesView bytes) {
  const std::optional<Layout> layout = layout_of(bytes);
  return layout && inflates_to(rows_of(bytes), bytes_of(*layout));
}

std::optional<PassablePng> passable_png(BytesView bytes, const config::Limits& limits) {
  enum Colour : std::uint32_t { kGray = 0, kRgb = 2, kPalette = 3 };
  const std::optional<PixelSize> size = png_size(bytes);
  if (!size || !within(*size, limits)) return {};
  PassablePng out{*size, 3, static_cast<int>(byte_at(bytes, 24)), {}, {}};
  const std::uint32_t colour = byte_at(bytes, 25), interlace = byte_at(bytes, 28);
  if (out.bits > 8 || interlace != 0) return {};
  if (colour != kGray && colour != kRgb && colour != kPalette) return {};
  out.channels = colour == kRgb ? 3 : 1;
  bool has_alpha = false;
  for_each_chunk(bytes, [&](std::string_view type, BytesView chunk) {
    const BytesView data = chunk.substr(8, chunk.size() - kAround);
    if (type == "PLTE" && colour == kPalette) out.palette = data;
    if (type == "IDAT") out.deflated += data;
    has_alpha = has_alpha || type == "tRNS";
    return type != "IEND";
  });
  const bool has_palette = !out.palette.empty() && out.palette.size() % 3 == 0;
  if (has_alpha || (colour == kPalette && !has_palette)) return {};
  const int profile_channels = colour == kGray ? 1 : 3;
  if (changes_colours(png_profile(bytes, limits.profile_bytes), profile_channels)) return {};
  if (!png_rows_are_exact(bytes)) return {};
  return out;
}

}  // namespace keben::assets
