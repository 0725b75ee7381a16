// From what an author has to what every reading system shows: see to_core_type in decode.h.
//
// Bytes that need no change are not touched: a JPEG is never encoded twice without a reason.
#include <cmath>
#include <utility>

#include "assets/decode.h"
#include "assets/detail/avif.h"
#include "assets/detail/colour.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/png.h"
#include "assets/detail/scale.h"
#include "assets/detail/trouble.h"
#include "assets/detail/webp.h"
#include "base/hash.h"

namespace keben::assets {
namespace {

constexpr int kCmyk = 4;

/// The same picture in other bytes; the asset itself where they are the same.
Asset with_bytes(const Asset& asset, MediaType type, Bytes bytes) {
  if (BytesView(asset.bytes) == bytes) return asset;
  std::string hash = sha256_hex(bytes);
  return {std::move(bytes), type, asset.size, asset.animated, std::move(hash), asset.origin};
}

/// Encodes the samples so that the file is no heavier than it may be: what is too heavy is made
/// smaller by what it is over, and tried again.
Result<Asset> encoded(const Asset& asset, Pixels pixels, MediaType to,
                      const config::PictureFit& fit) {
  constexpr int kTries = 6;
  constexpr double kMargin = 0.9;
  for (int left = kTries;; --left) {
    Result<Bytes> bytes = to == MediaType::png ? encode_png(pixels) : encode_jpeg(pixels);
    if (!bytes) return tl::unexpected(bytes.error());
    if (fit.original || bytes->size() <= fit.bytes || left == 0) {
      Asset out = with_bytes(asset, to, std::move(*bytes));
      out.size = pixels.size;
      out.animated = false;  // the first frame is what was decoded
      return out;
    }
    const double over = static_cast<double>(fit.bytes) / static_cast<double>(bytes->size());
    const double pixels_now = static_cast<double>(pixels.size.width.v) * pixels.size.height.v;
    pixels =
        scaled(pixels, fitted(pixels.size, static_cast<std::size_t>(pixels_now * over * kMargin)));
  }
}

bool fits(const Asset& asset, const config::PictureFit& fit) {
  const std::size_t pixels = std::size_t{asset.size.width.v} * asset.size.height.v;
  return fit.original || (pixels <= fit.pixels && asset.bytes.size() <= fit.bytes);
}

/// A JPEG is read at any number of eighths of its size for less than at its whole, and then need
/// not be scaled: the most eighths that fit, where they hold three quarters of what may be held.
PixelSize eighths_that_fit(PixelSize size, const config::PictureFit& fit) {
  for (std::uint32_t n = 7; n > 0; --n) {
    const PixelSize read{{(size.width.v * n + 7) / 8}, {(size.height.v * n + 7) / 8}};
    const std::size_t pixels = std::size_t{read.width.v} * read.height.v;
    if (pixels > fit.pixels) continue;
    if (pixels * 4 >= fit.pixels * 3) return read;
    break;
  }
  return fitted(size, fit.pixels);
}

/// Decoded at the size that fits.
Result<Pixels> pixels_of(const Asset& asset, const config::Limits& limits,
                         const config::PictureFit& fit) {
  if (fit.original) return decode(asset.type, asset.bytes, limits);
  const bool over = std::size_t{asset.size.width.v} * asset.size.height.v > fit.pixels;
  const PixelSize most = asset.type == MediaType::jpeg && over ? eighths_that_fit(asset.size, fit)
                                                               : fitted(asset.size, fit.pixels);
  return decode_at(asset.type, asset.bytes, most, limits);
}

Result<Asset> made_anew(const Asset& asset, MediaType to, const config::Limits& limits,
                        const config::PictureFit& fit) {
  Result<Pixels> pixels = pixels_of(asset, limits, fit);
  if (!pixels) return tl::unexpected(pixels.error());
  return encoded(asset, std::move(*pixels), to, fit);
}

/// PNG where alpha or exact samples would be lost, else JPEG.
Result<Asset> lossy_made_anew(const Asset& asset, bool is_lossless, const config::Limits& limits,
                              const config::PictureFit& fit) {
  Result<Pixels> pixels = pixels_of(asset, limits, fit);
  if (!pixels) return tl::unexpected(pixels.error());
  const bool as_png = is_lossless || !pixels->alpha.empty();
  return encoded(asset, std::move(*pixels), as_png ? MediaType::png : MediaType::jpeg, fit);
}

Result<Asset> jpeg_as_core(const Asset& asset, const config::Limits& limits,
                           const config::PictureFit& fit) {
  const std::optional<JpegHeader> header = jpeg_header(asset.bytes);
  if (!header) return failure(broken("JPEG", ""));
  const bool readable =
      header->components < kCmyk && !header->arithmetic && header->orientation == 1;
  if (readable && fits(asset, fit)) {
    std::optional<Bytes> bytes = jpeg_without_metadata(asset.bytes);
    if (bytes) return with_bytes(asset, MediaType::jpeg, std::move(*bytes));
  }
  return made_anew(asset, MediaType::jpeg, limits, fit);
}

}  // namespace

bool is_lossy(const Asset& asset) {
  switch (asset.type) {
    case MediaType::jpeg:
      return true;
    case MediaType::webp:
      return !webp_is_lossless(asset.bytes);
    case MediaType::avif:
      return !avif_is_lossless(asset.bytes);
    case MediaType::png:
    case MediaType::gif:
    case MediaType::svg:
    case MediaType::bmp:
    case MediaType::tiff:
      break;
  }
  return false;
}

Result<Asset> to_core_type(const Asset& asset, const config::Limits& limits,
                           const config::PictureFit& fit) {
  switch (asset.type) {
    case MediaType::png:
      if (!fits(asset, fit)) return made_anew(asset, MediaType::png, limits, fit);
      return with_bytes(asset, MediaType::png, png_without_metadata(asset.bytes));
    case MediaType::jpeg:
      return jpeg_as_core(asset, limits, fit);
    case MediaType::gif:
      return fits(asset, fit) ? asset : made_anew(asset, MediaType::png, limits, fit);
    case MediaType::webp:
      return lossy_made_anew(asset, webp_is_lossless(asset.bytes), limits, fit);
    case MediaType::avif:
      return lossy_made_anew(asset, avif_is_lossless(asset.bytes), limits, fit);
    case MediaType::bmp:
    case MediaType::tiff:
      return made_anew(asset, MediaType::png, limits, fit);
    case MediaType::svg:
      break;
  }
  return asset;  // an SVG has been written anew when it was proven
}

}  // namespace keben::assets
