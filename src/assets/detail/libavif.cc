// libavif, opened when the first AVIF is met: it brings five decoders and encoders of AV1.
#include <avif/avif.h>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("libavif.so.15");

}  // namespace

extern "C" {

avifDecoder* avifDecoderCreate() {
  KEBEN_PASS_ON(kLibrary, nullptr, avifDecoderCreate);
}

void avifDecoderDestroy(avifDecoder* decoder) {
  KEBEN_PASS_ON(kLibrary, void(), avifDecoderDestroy, decoder);
}

avifResult avifDecoderSetIOMemory(avifDecoder* decoder, const uint8_t* data, size_t size) {
  KEBEN_PASS_ON(kLibrary, AVIF_RESULT_UNKNOWN_ERROR, avifDecoderSetIOMemory, decoder, data, size);
}

avifResult avifDecoderParse(avifDecoder* decoder) {
  KEBEN_PASS_ON(kLibrary, AVIF_RESULT_UNKNOWN_ERROR, avifDecoderParse, decoder);
}

avifResult avifDecoderNextImage(avifDecoder* decoder) {
  KEBEN_PASS_ON(kLibrary, AVIF_RESULT_UNKNOWN_ERROR, avifDecoderNextImage, decoder);
}

void avifRGBImageSetDefaults(avifRGBImage* rgb, const avifImage* image) {
  KEBEN_PASS_ON(kLibrary, void(), avifRGBImageSetDefaults, rgb, image);
}

avifResult avifImageYUVToRGB(const avifImage* image, avifRGBImage* rgb) {
  KEBEN_PASS_ON(kLibrary, AVIF_RESULT_UNKNOWN_ERROR, avifImageYUVToRGB, image, rgb);
}

const char* avifResultToString(avifResult result) {
  KEBEN_PASS_ON(kLibrary, "libavif is not installed", avifResultToString, result);
}

}  // extern "C"
