// From what an author has to what every reading system shows: see to_core_type in decode.h.
//
// Bytes that need no change are not touched: a JPEG is never encoded twice without a reason.
// The price of that: what is encoded anew loses its colour profile (libjpeg gives samples, not
// colours).
#include <utility>

#include "assets/decode.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/png.h"
#include "assets/detail/trouble.h"
#include "assets/detail/webp.h"
#include "base/hash.h"

namespace keben::assets {
namespace {

constexpr int kJpegQuality = 85;
constexpr int kCmyk = 4;

/// The same picture in other bytes; the asset itself where they are the same.
Asset with_bytes(const Asset& asset, MediaType type, Bytes bytes) {
  if (bytes == asset.bytes) return asset;
  std::string hash = sha256_hex(bytes);
  return {std::move(bytes), type, asset.size, asset.animated, std::move(hash), asset.origin};
}

Result<Asset> encoded(const Asset& asset, const Pixels& pixels, MediaType to) {
  Result<Bytes> bytes = to == MediaType::png ? write_png(pixels) : write_jpeg(pixels, kJpegQuality);
  if (!bytes) return tl::unexpected(bytes.error());
  Asset out = with_bytes(asset, to, std::move(*bytes));
  out.animated = false;  // the first frame is what was decoded
  return out;
}

Result<Asset> webp_as_core(const Asset& asset, const config::Limits& limits) {
  const Result<Pixels> pixels = decode(asset.type, asset.bytes, limits);
  if (!pixels) return tl::unexpected(pixels.error());
  const bool as_png = !pixels->alpha.empty() || webp_is_lossless(asset.bytes);
  return encoded(asset, *pixels, as_png ? MediaType::png : MediaType::jpeg);
}

Result<Asset> jpeg_as_core(const Asset& asset, const config::Limits& limits) {
  const std::optional<JpegHeader> header = jpeg_header(asset.bytes);
  if (!header) return failure(broken("JPEG", ""));
  if (header->components < kCmyk && !header->arithmetic && header->orientation == 1) {
    std::optional<Bytes> bytes = jpeg_without_metadata(asset.bytes);
    if (bytes) return with_bytes(asset, MediaType::jpeg, std::move(*bytes));
  }
  const Result<Pixels> pixels = decode(asset.type, asset.bytes, limits);
  if (!pixels) return tl::unexpected(pixels.error());
  return encoded(asset, *pixels, MediaType::jpeg);
}

}  // namespace

Result<Asset> to_core_type(const Asset& asset, const config::Limits& limits) {
  switch (asset.type) {
    case MediaType::png:
      return with_bytes(asset, MediaType::png, png_without_metadata(asset.bytes));
    case MediaType::jpeg:
      return jpeg_as_core(asset, limits);
    case MediaType::gif:
      return asset;
    case MediaType::webp:
      return webp_as_core(asset, limits);
    case MediaType::svg:
      break;
  }
  return failure(unsupported("SVG"));
}

}  // namespace keben::assets
