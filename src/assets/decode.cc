// See decode.h. Limits are looked at three times: bytes, the header's size, and what the library
// then says; nothing is allocated by a number that a file alone has named.
#include "assets/decode.h"

#include <algorithm>
#include <utility>

#include "assets/detail/avif.h"
#include "assets/detail/bmp.h"
#include "assets/detail/gif.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/png.h"
#include "assets/detail/scale.h"
#include "assets/detail/svg.h"
#include "assets/detail/tiff.h"
#include "assets/detail/trouble.h"
#include "assets/detail/webp.h"
#include "assets/sniff.h"
#include "late/avif.h"
#include "late/gif.h"
#include "late/rsvg.h"
#include "late/tiff.h"
#include "late/webp.h"

namespace keben::assets {
namespace {

constexpr std::size_t kMostDrawn = 4'000'000;  // pixels of an SVG that says it is larger
constexpr std::size_t kProofDrawn = 16'384;

/// The size of the same proportions that touches `most`, larger or smaller.
PixelSize grown(PixelSize size, PixelSize most) {
  const double factor = std::min(static_cast<double>(most.width.v) / size.width.v,
                                 static_cast<double>(most.height.v) / size.height.v);
  const auto side = [factor](std::uint32_t v) {
    return std::max(1u, static_cast<std::uint32_t>(v * factor + 0.5));
  };
  return fitted(PixelSize{{side(size.width.v)}, {side(size.height.v)}}, kMostDrawn);
}

/// The library that reads a type, where it is one that may be missing.
LateLibrary* reader_of(MediaType type) {
  switch (type) {
    case MediaType::gif:
      return &late::gif;
    case MediaType::webp:
      return &late::webp;
    case MediaType::avif:
      return &late::avif;
    case MediaType::tiff:
      return &late::tiff;
    case MediaType::svg:
      return &late::rsvg;
    case MediaType::png:
    case MediaType::jpeg:
    case MediaType::bmp:
      return nullptr;
  }
  return nullptr;
}

Result<Picture> read_by_type(MediaType type, BytesView bytes, const config::Limits& limits,
                             Keep keep, PixelSize least) {
  switch (type) {
    case MediaType::png:
      return read_png(bytes, limits, keep);
    case MediaType::jpeg:
      return read_jpeg(bytes, limits, keep, least);
    case MediaType::gif:
      return read_gif(bytes, limits, keep);
    case MediaType::webp:
      return read_webp(bytes, limits, keep);
    case MediaType::avif:
      return read_avif(bytes, limits, keep);
    case MediaType::bmp:
      return read_bmp(bytes, limits, keep);
    case MediaType::tiff:
      return read_tiff(bytes, limits, keep);
    case MediaType::svg:
      break;
  }
  return failure(unsupported(name_of(type)));
}

/// An SVG is written anew before it is drawn, whoever gave it.
Result<Picture> read_svg(BytesView bytes, const config::Limits& limits, Keep keep, PixelSize most) {
  const Result<CleanSvg> clean = clean_svg(bytes, limits);
  if (!clean) return tl::unexpected(clean.error());
  PixelSize size = fitted(clean->size, kMostDrawn);
  if (most.width.v > 0) size = grown(clean->size, most);
  if (keep == Keep::samples) return draw_svg(clean->text, size, keep);
  Result<Picture> drawn = draw_svg(clean->text, fitted(clean->size, kProofDrawn), keep);
  if (drawn) drawn->pixels.size = clean->size;
  return drawn;
}

Result<Picture> read(MediaType type, BytesView bytes, const config::Limits& limits, Keep keep,
                     PixelSize least = {}) {
  if (bytes.size() > limits.image_bytes) return failure(too_heavy(limits));
  LateLibrary* const reader = reader_of(type);
  if (reader && !reader->open()) return failure(reader->missing());
  if (type == MediaType::svg) return read_svg(bytes, limits, keep, least);
  const std::optional<PixelSize> size = size_of(type, bytes);
  if (!size || size->width.v == 0 || size->height.v == 0)
    return failure(broken(name_of(type), "no size"));
  if (!within(*size, limits)) return failure(too_large(*size, limits));
  const PixelSize wanted = least.width.v > 0 ? fitted(*size, least) : least;
  return read_by_type(type, bytes, limits, keep, wanted);
}

}  // namespace

Result<Pixels> decode(MediaType type, BytesView bytes, const config::Limits& limits) {
  Result<Picture> picture = read(type, bytes, limits, Keep::samples);
  if (!picture) return tl::unexpected(picture.error());
  return std::move(picture->pixels);
}

Result<Pixels> decode_at(MediaType type, BytesView bytes, PixelSize most,
                         const config::Limits& limits, double slack) {
  Result<Picture> picture = read(type, bytes, limits, Keep::samples, most);
  if (!picture) return tl::unexpected(picture.error());
  Pixels& pixels = picture->pixels;
  const bool is_fine_enough = type == MediaType::jpeg &&
                              pixels.size.width.v <= most.width.v * slack &&
                              pixels.size.height.v <= most.height.v * slack;
  const PixelSize size = fitted(pixels.size, most);
  if (is_fine_enough || size == pixels.size) return std::move(pixels);
  return scaled(pixels, size);
}

Result<Bytes> encode_jpeg(const Pixels& pixels) {
  constexpr int kQuality = 85;
  return write_jpeg(pixels, kQuality);
}

Result<Bytes> encode_png(const Pixels& pixels) {
  return write_png(pixels);
}

Result<Proven> prove(MediaType type, BytesView bytes, const config::Limits& limits) {
  const Result<Picture> picture = read(type, bytes, limits, Keep::nothing);
  if (!picture) return tl::unexpected(picture.error());
  return Proven{picture->pixels.size, picture->animated};
}

}  // namespace keben::assets
