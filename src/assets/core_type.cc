// From what an author has to what every reading system shows: see to_core_type in decode.h.
//
// Bytes that need no change are not touched: a JPEG is never encoded twice without a reason. Nor
// does a copy stand for an original that it is no lighter than, while reading systems can show
// that: a mean of many samples is harder to pack than the samples were, where they came from a few
// colours or a pattern.
#include <algorithm>
#include <optional>
#include <utility>

#include "assets/decode.h"
#include "assets/detail/avif.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/png.h"
#include "assets/detail/png_forecast.h"
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

std::size_t pixels_of(PixelSize size) {
  return std::size_t{size.width.v} * size.height.v;
}

bool fits(const Asset& asset, const config::PictureFit& fit) {
  return fit.original || (pixels_of(asset.size) <= fit.pixels && asset.bytes.size() <= fit.bytes);
}

/// Whether reading systems can show it, though it is larger than it should be.
bool is_readable(const Asset& asset, const config::PictureFit& fit) {
  return pixels_of(asset.size) <= fit.readable_pixels && asset.bytes.size() <= fit.bytes;
}

/// The size of the same proportions as `whole` that comes a little under what it may weigh, where
/// `bytes` are what it weighs at `size`.
PixelSize light_enough(PixelSize whole, PixelSize size, std::size_t bytes,
                       const config::PictureFit& fit) {
  constexpr double kMargin = 0.95;
  const double share = kMargin * static_cast<double>(fit.bytes) / static_cast<double>(bytes);
  return fitted(whole, static_cast<std::size_t>(share * static_cast<double>(pixels_of(size))));
}

/// A picture that has to be made anew, or should be.
struct Work {
  const Asset& asset;
  const config::Limits& limits;
  const config::PictureFit& fit;
  std::optional<Asset> original = std::nullopt;  // as it stands where no copy is lighter
};

/// A JPEG is read at any number of eighths of its size for less than at its whole, and then need
/// not be scaled: the most eighths that fit, where they hold three quarters of what may be held.
PixelSize eighths_that_fit(PixelSize size, const config::PictureFit& fit) {
  for (std::uint32_t n = 7; n > 0; --n) {
    const PixelSize read{{(size.width.v * n + 7) / 8}, {(size.height.v * n + 7) / 8}};
    if (pixels_of(read) > fit.pixels) continue;
    if (pixels_of(read) * 4 >= fit.pixels * 3) return read;
    break;
  }
  return fitted(size, fit.pixels);
}

/// Samples, no fewer than the copy will have.
Result<Pixels> samples_of(const Work& work) {
  const Asset& asset = work.asset;
  const bool is_over = !work.fit.original && pixels_of(asset.size) > work.fit.pixels;
  if (asset.type != MediaType::jpeg || !is_over)
    return decode(asset.type, asset.bytes, work.limits);
  return decode_at(asset.type, asset.bytes, eighths_that_fit(asset.size, work.fit), work.limits);
}

/// The size of the copy, so that it need be encoded but once; none where the original is lighter
/// than any copy that fits.
std::optional<PixelSize> size_of_copy(const Work& work, const Pixels& pixels, MediaType to) {
  if (work.fit.original) return pixels.size;
  PixelSize size = fitted(pixels.size, work.fit.pixels);
  if (to != MediaType::png) return size;
  std::size_t bytes = expected_png_bytes(pixels, size);
  // An expectation may be wrong by some percents; what is nearer is made, and weighed.
  constexpr double kSure = 1.15;
  if (work.original && static_cast<double>(std::min(bytes, work.fit.bytes)) >
                           kSure * static_cast<double>(work.asset.bytes.size()))
    return {};
  // Fewer samples are smoother, too, and take fewer bytes each: so it is asked twice.
  for (int left = bytes > work.fit.bytes ? 2 : 0; left > 0; --left) {
    size = light_enough(pixels.size, size, bytes, work.fit);
    bytes = expected_png_bytes(pixels, size);
  }
  return size;
}

/// How good an encoder must be: a picture of the same size is not encoded finer than it came.
Result<Bytes> encoded(const Work& work, const Pixels& pixels, MediaType to) {
  if (to == MediaType::png) return encode_png(pixels);
  constexpr int kQuality = 85, kLeastQuality = 60;
  int quality = kQuality;
  if (work.asset.type == MediaType::jpeg && pixels.size == work.asset.size)
    quality = std::clamp(jpeg_quality(work.asset.bytes), kLeastQuality, kQuality);
  return write_jpeg(pixels, quality);
}

/// Encodes so that the file is no heavier than it may be.
Result<Asset> copied(const Work& work, Pixels pixels, MediaType to) {
  const std::optional<PixelSize> first = size_of_copy(work, pixels, to);
  if (!first) return *work.original;
  constexpr int kTries = 6;  // where noise is hard to foretell; the second mostly does
  PixelSize size = *first;
  for (int left = kTries;; --left) {
    if (size != pixels.size) pixels = scaled(pixels, size);
    Result<Bytes> bytes = encoded(work, pixels, to);
    if (!bytes) return tl::unexpected(bytes.error());
    const std::size_t weight = bytes->size();
    if (work.original && std::min(weight, work.fit.bytes) >= work.original->bytes.size())
      return *work.original;
    if (work.fit.original || weight <= work.fit.bytes || left == 0) {
      Asset out = with_bytes(work.asset, to, std::move(*bytes));
      out.size = pixels.size;
      out.animated = false;  // the first frame is what was decoded
      return out;
    }
    size = light_enough(pixels.size, pixels.size, weight, work.fit);
  }
}

Result<Asset> made_anew(const Work& work, MediaType to) {
  Result<Pixels> pixels = samples_of(work);
  if (!pixels) return tl::unexpected(pixels.error());
  return copied(work, std::move(*pixels), to);
}

/// PNG where alpha or exact samples would be lost, else JPEG.
Result<Asset> lossy_made_anew(const Work& work, bool is_lossless) {
  Result<Pixels> pixels = samples_of(work);
  if (!pixels) return tl::unexpected(pixels.error());
  const bool as_png = is_lossless || !pixels->alpha.empty();
  return copied(work, std::move(*pixels), as_png ? MediaType::png : MediaType::jpeg);
}

/// A picture of a type that can stay.
/// @param as_it_is  the asset without what tells of its making
Result<Asset> fitted_copy(Work work, Asset as_it_is, MediaType to) {
  if (fits(work.asset, work.fit)) return as_it_is;
  if (is_readable(work.asset, work.fit)) work.original = std::move(as_it_is);
  return made_anew(work, to);
}

Result<Asset> jpeg_as_core(const Work& work) {
  const Asset& asset = work.asset;
  const std::optional<JpegHeader> header = jpeg_header(asset.bytes);
  if (!header) return failure(broken("JPEG", ""));
  const bool readable =
      header->components < kCmyk && !header->arithmetic && header->orientation == 1;
  std::optional<Bytes> bytes;
  if (readable) bytes = jpeg_without_metadata(asset.bytes);
  if (!bytes) return made_anew(work, MediaType::jpeg);
  return fitted_copy(work, with_bytes(asset, MediaType::jpeg, std::move(*bytes)), MediaType::jpeg);
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
  const Work work{asset, limits, fit};
  switch (asset.type) {
    case MediaType::png:
      return fitted_copy(work, with_bytes(asset, MediaType::png, png_without_metadata(asset.bytes)),
                         MediaType::png);
    case MediaType::jpeg:
      return jpeg_as_core(work);
    case MediaType::gif:
      return fitted_copy(work, asset, MediaType::png);
    case MediaType::webp:
      return lossy_made_anew(work, webp_is_lossless(asset.bytes));
    case MediaType::avif:
      return lossy_made_anew(work, avif_is_lossless(asset.bytes));
    case MediaType::bmp:
    case MediaType::tiff:
      return made_anew(work, MediaType::png);
    case MediaType::svg:
      break;
  }
  return asset;  // an SVG has been written anew when it was proven
}

}  // namespace keben::assets
