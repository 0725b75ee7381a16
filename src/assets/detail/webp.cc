// WebP → samples, by libwebp; an animation's first frame by its demuxer, which lays it on the
// canvas. Both return status codes.
#include "assets/detail/webp.h"

#include "assets/detail/trouble.h"
#include "base/c_handle.h"
#include "late/webp.h"
#include "late/webpdemux.h"

namespace keben::assets {
using namespace late;
namespace {

const std::uint8_t* data(BytesView bytes) {
  return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

std::optional<WebPBitstreamFeatures> features_of(BytesView bytes) {
  if (!webp.open()) return {};
  WebPBitstreamFeatures features;
  if (WebPGetFeaturesInternal(data(bytes), bytes.size(), &features, WEBP_DECODER_ABI_VERSION) !=
      VP8_STATUS_OK)
    return {};
  return features;
}

Picture picture_of(const std::uint8_t* samples, PixelSize size, int components, Keep keep) {
  Raster raster(size, components, keep);
  const std::size_t stride = std::size_t{size.width.v} * static_cast<std::size_t>(components);
  for (std::uint32_t y = 0; y < size.height.v; ++y)
    raster.put(y, samples + y * stride);
  return {raster.take(), false};
}

Result<Picture> read_still(BytesView bytes, PixelSize size, bool has_alpha, Keep keep) {
  const auto decode_all = has_alpha ? WebPDecodeRGBA : WebPDecodeRGB;
  const CHandle<std::uint8_t, WebPFree> samples(
      decode_all(data(bytes), bytes.size(), nullptr, nullptr));
  if (!samples) return failure(broken("WebP", ""));
  return picture_of(samples.get(), size, has_alpha ? 4 : 3, keep);
}

Result<Picture> read_animation(BytesView bytes, PixelSize size, Keep keep) {
  if (!webpdemux.open()) return failure(webpdemux.missing());
  const WebPData all{data(bytes), bytes.size()};
  const CHandle<WebPAnimDecoder, WebPAnimDecoderDelete> decoder(
      WebPAnimDecoderNewInternal(&all, nullptr, WEBP_DEMUX_ABI_VERSION));
  std::uint8_t* canvas = nullptr;  // owned by the decoder
  int milliseconds = 0;
  if (!decoder || !WebPAnimDecoderGetNext(decoder.get(), &canvas, &milliseconds))
    return failure(broken("WebP", ""));
  Picture out = picture_of(canvas, size, 4, keep);
  out.animated = true;
  return out;
}

}  // namespace

std::optional<PixelSize> webp_size(BytesView bytes) {
  const std::optional<WebPBitstreamFeatures> features = features_of(bytes);
  if (!features) return {};
  return PixelSize{{static_cast<std::uint32_t>(features->width)},
                   {static_cast<std::uint32_t>(features->height)}};
}

bool webp_is_lossless(BytesView bytes) {
  constexpr int kLossless = 2;
  const std::optional<WebPBitstreamFeatures> features = features_of(bytes);
  return features && features->format == kLossless;
}

Result<Picture> read_webp(BytesView bytes, const config::Limits& limits, Keep keep) {
  const std::optional<WebPBitstreamFeatures> features = features_of(bytes);
  const std::optional<PixelSize> size = webp_size(bytes);
  if (!features || !size) return failure(broken("WebP", ""));
  if (!within(*size, limits)) return failure(too_large(*size, limits));
  return features->has_animation ? read_animation(bytes, *size, keep)
                                 : read_still(bytes, *size, features->has_alpha != 0, keep);
}

}  // namespace keben::assets
