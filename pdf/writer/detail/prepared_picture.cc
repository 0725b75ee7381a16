#include "pdf/writer/detail/prepared_picture.h"

#include <optional>
#include <utility>

#include "assets/decode.h"
#include "assets/pass.h"

namespace keben::pdf::writer {
namespace {

// A picture of up to 450 dots an inch stays: making it anew costs more than it saves.
constexpr double kFineEnough = 1.5;
constexpr int kInks = 4;

std::string entries_of(PixelSize size, int bits) {
  return "/Type/XObject/Subtype/Image/Width " + std::to_string(size.width.v) + "/Height " +
         std::to_string(size.height.v) + "/BitsPerComponent " + std::to_string(bits);
}

PreparedPlane jpeg_plane(Bytes bytes, PixelSize size) {
  return {std::move(bytes), entries_of(size, 8) + "/Filter/DCTDecode"};
}

/// Rows as PNG filters them (§7.4.4.4, predictor 15).
PreparedPlane png_plane(assets::PassablePng png) {
  return {std::move(png.deflated), entries_of(png.size, png.bits) +
                                       "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors " +
                                       std::to_string(png.channels) + "/BitsPerComponent " +
                                       std::to_string(png.bits) + "/Columns " +
                                       std::to_string(png.size.width.v) + ">>"};
}

/// What is left unpainted, by its samples (§8.9.6.4).
std::string clear_entry(const std::vector<std::uint32_t>& clear) {
  if (clear.empty()) return {};
  std::string out = "/Mask[";
  for (const std::uint32_t sample : clear)
    out += std::to_string(sample) + " ";
  return out + "]";
}

PreparedPicture rows_of(assets::PassablePng png, PixelSize size) {
  PreparedPicture out{.size = size, .colours = {}, .channels = png.channels};
  out.palette = std::move(png.palette);
  out.profile = std::move(png.profile);
  const std::string clear = png.has_mask ? std::string() : clear_entry(png.clear);
  out.colours = png_plane(std::move(png));
  out.colours.entries += clear;
  return out;
}

Result<PreparedPicture> lossless(const assets::Pixels& pixels, const config::Limits& limits) {
  const Result<Bytes> png = assets::encode_png(pixels);
  if (!png) return tl::unexpected(png.error());
  std::optional<assets::PassablePng> rows = assets::passable_png(*png, limits);
  if (!rows) {
    return failure({.fault = Fault::bug,
                    .code = "picture-unpassable",
                    .what = {"图片编码有误", "a picture was encoded wrongly"}});
  }
  return rows_of(std::move(*rows), pixels.size);
}

/// A plane of alpha as a soft mask's (§11.6.5.3).
Result<PreparedPlane> mask_of(PixelSize size, std::vector<std::uint8_t> alpha,
                              const config::Limits& limits) {
  return lossless({size, 1, std::move(alpha), {}}, limits).map([](PreparedPicture gray) {
    return std::move(gray.colours);
  });
}

std::optional<PreparedPicture> passed_jpeg(const assets::Asset& asset,
                                           const config::Limits& limits) {
  std::optional<assets::PassableJpeg> jpeg = assets::passable_jpeg(asset, limits);
  if (!jpeg) return {};
  PreparedPicture out{.size = asset.size,
                      .colours = jpeg_plane(std::move(jpeg->bytes), jpeg->size),
                      .channels = jpeg->channels};
  out.profile = std::move(jpeg->profile);
  out.orientation = jpeg->orientation;
  if (jpeg->channels == kInks && jpeg->inverted) out.colours.entries += "/Decode[1 0 1 0 1 0 1 0]";
  return out;
}

/// Its colours as they are; its alpha, where they do not say it themselves, in a plane of its own.
std::optional<PreparedPicture> passed_png(const assets::Asset& asset,
                                          const config::Limits& limits) {
  std::optional<assets::PassablePng> png = assets::passable_png(asset.bytes, limits);
  if (!png) return {};
  const bool has_mask = png->has_mask;
  PreparedPicture out = rows_of(std::move(*png), asset.size);
  if (!has_mask) return out;
  Result<assets::Pixels> pixels = assets::decode(asset.type, asset.bytes, limits);
  if (!pixels) return {};
  if (pixels->alpha.empty()) return out;
  Result<PreparedPlane> mask = mask_of(pixels->size, std::move(pixels->alpha), limits);
  if (!mask) return {};
  out.alpha = std::move(*mask);
  return out;
}

std::optional<PreparedPicture> passed(const assets::Asset& asset, const config::Limits& limits) {
  if (asset.type == assets::MediaType::jpeg) return passed_jpeg(asset, limits);
  if (asset.type == assets::MediaType::png) return passed_png(asset, limits);
  return {};
}

Result<PreparedPicture> encoded(assets::Pixels pixels, bool is_lossy,
                                const config::Limits& limits) {
  if (is_lossy && pixels.alpha.empty()) {
    Result<Bytes> jpeg = assets::encode_jpeg(pixels);
    if (!jpeg) return tl::unexpected(jpeg.error());
    return PreparedPicture{.size = pixels.size,
                           .colours = jpeg_plane(std::move(*jpeg), pixels.size),
                           .channels = pixels.channels};
  }
  std::optional<PreparedPlane> alpha;
  if (!pixels.alpha.empty()) {
    Result<PreparedPlane> mask = mask_of(pixels.size, std::move(pixels.alpha), limits);
    if (!mask) return tl::unexpected(mask.error());
    alpha = std::move(*mask);
    pixels.alpha = {};
  }
  Result<PreparedPicture> out = lossless(pixels, limits);
  if (out) out->alpha = std::move(alpha);
  return out;
}

std::size_t bytes_of(const PreparedPicture& picture) {
  return picture.colours.data.size() + (picture.alpha ? picture.alpha->data.size() : 0);
}

}  // namespace

Result<PreparedPicture> prepare(const assets::Asset& asset, PixelSize most,
                                const config::Limits& limits) {
  const bool too_fine = asset.size.width.v > most.width.v * kFineEnough &&
                        asset.size.height.v > most.height.v * kFineEnough;
  if (!too_fine) {
    if (std::optional<PreparedPicture> as_it_is = passed(asset, limits))
      return std::move(*as_it_is);
  }
  const bool is_drawn = asset.type == assets::MediaType::svg;
  Result<assets::Pixels> pixels = assets::decode_at(
      asset.type, asset.bytes, too_fine || is_drawn ? most : asset.size, limits, kFineEnough);
  if (!pixels) return tl::unexpected(pixels.error());
  Result<PreparedPicture> out = encoded(std::move(*pixels), assets::is_lossy(asset), limits);
  if (too_fine && out && bytes_of(*out) >= asset.bytes.size()) {
    if (std::optional<PreparedPicture> as_it_is = passed(asset, limits))
      return std::move(*as_it_is);
  }
  return out;
}

Result<PreparedPicture> prepare_picture(assets::MediaType type, BytesView bytes,
                                        const config::Limits& limits) {
  const Result<assets::Proven> proof = assets::prove(type, bytes, limits);
  if (!proof) return tl::unexpected(proof.error());
  return prepare({Bytes(bytes), type, proof->size, false, {}, {}}, proof->size, limits);
}

}  // namespace keben::pdf::writer
