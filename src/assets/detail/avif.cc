// See avif.h. libavif returns status codes; its own limits on size are set before it parses.
#include "assets/detail/avif.h"

#include "assets/detail/colour.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/trouble.h"
#include "base/c_handle.h"
#include "late/avif.h"

namespace keben::assets {
using namespace late;
namespace {

using Decoder = CHandle<avifDecoder, avifDecoderDestroy>;

constexpr std::uint32_t kMostPixels = 64'000'000;

/// A decoder that has read the header, or what is wrong.
Result<Decoder> parsed(BytesView bytes, std::uint32_t most_pixels) {
  if (!avif.open()) return failure(avif.missing());
  Decoder decoder(avifDecoderCreate());
  if (!decoder) return failure(broken("AVIF", avifResultToString(AVIF_RESULT_OUT_OF_MEMORY)));
  decoder->maxThreads = 1;
  decoder->imageSizeLimit = most_pixels;
  decoder->imageCountLimit = 20'000;
  decoder->ignoreExif = decoder->ignoreXMP = AVIF_TRUE;
  decoder->strictFlags = AVIF_STRICT_DISABLED;  // old encoders leave out what none needs
  avifResult result = avifDecoderSetIOMemory(
      decoder.get(), reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  if (result == AVIF_RESULT_OK) result = avifDecoderParse(decoder.get());
  if (result != AVIF_RESULT_OK) return failure(broken("AVIF", avifResultToString(result)));
  return decoder;
}

/// `irot` and `imir` (ISO/IEC 23008-12 §6.5.10, §6.5.12) as EXIF's orientation: turned against the
/// clock by quarters, then mirrored.
int orientation_of(const avifImage& image) {
  const unsigned quarters = image.transformFlags & AVIF_TRANSFORM_IROT ? image.irot.angle & 3u : 0u;
  constexpr int kTurned[4] = {1, 8, 3, 6};
  if (!(image.transformFlags & AVIF_TRANSFORM_IMIR)) return kTurned[quarters];
  constexpr int kTopBottom[4] = {4, 5, 2, 7};
  constexpr int kLeftRight[4] = {2, 7, 4, 5};
  return (image.imir.mode == 0 ? kTopBottom : kLeftRight)[quarters];
}

PixelSize stored_size(const avifImage& image) {
  return {{image.width}, {image.height}};
}

Result<Picture> picture_of(const avifImage& image, Keep keep) {
  avifRGBImage rgb{};
  avifRGBImageSetDefaults(&rgb, &image);
  const bool has_alpha = image.alphaPlane != nullptr;
  rgb.depth = 8;
  rgb.format = has_alpha ? AVIF_RGB_FORMAT_RGBA : AVIF_RGB_FORMAT_RGB;
  std::vector<std::uint8_t> samples(std::size_t{image.width} * image.height *
                                    (has_alpha ? 4u : 3u));
  rgb.pixels = samples.data();
  rgb.rowBytes = image.width * (has_alpha ? 4u : 3u);
  if (avifImageYUVToRGB(&image, &rgb) != AVIF_RESULT_OK) return failure(broken("AVIF", "colours"));
  if (keep == Keep::nothing)
    return Picture{Pixels{turned(stored_size(image), orientation_of(image)), 3, {}, {}}, false};
  Raster raster(stored_size(image), has_alpha ? 4 : 3, keep);
  for (std::uint32_t y = 0; y < image.height; ++y)
    raster.put(y, samples.data() + std::size_t{y} * rgb.rowBytes);
  Pixels pixels = raster.take();
  make_srgb(pixels, {reinterpret_cast<const char*>(image.icc.data), image.icc.size});
  return Picture{turned(std::move(pixels), orientation_of(image)), false};
}

}  // namespace

std::optional<PixelSize> avif_size(BytesView bytes) {
  const Result<Decoder> decoder = parsed(bytes, kMostPixels);
  if (!decoder) return {};
  const avifImage& image = *(*decoder)->image;
  return turned(stored_size(image), orientation_of(image));
}

bool avif_is_lossless(BytesView bytes) {
  const Result<Decoder> decoder = parsed(bytes, kMostPixels);
  return decoder && (*decoder)->image->matrixCoefficients == AVIF_MATRIX_COEFFICIENTS_IDENTITY &&
         (*decoder)->image->yuvFormat == AVIF_PIXEL_FORMAT_YUV444;
}

Result<Picture> read_avif(BytesView bytes, const config::Limits& limits, Keep keep) {
  const Result<Decoder> decoder = parsed(bytes, kMostPixels);
  if (!decoder) return tl::unexpected(decoder.error());
  const PixelSize size = stored_size(*(*decoder)->image);
  if (!within(size, limits)) return failure(too_large(size, limits));
  const avifResult result = avifDecoderNextImage(decoder->get());
  if (result != AVIF_RESULT_OK) return failure(broken("AVIF", avifResultToString(result)));
  Result<Picture> out = picture_of(*(*decoder)->image, keep);
  if (out) out->animated = (*decoder)->imageCount > 1;
  return out;
}

}  // namespace keben::assets
