// libwebp and its demuxer, opened when the first WebP is met.
#include <webp/decode.h>
#include <webp/demux.h>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("libwebp.so.7");
constexpr keben::LateLibrary kDemuxer("libwebpdemux.so.2");

}  // namespace

extern "C" {

VP8StatusCode WebPGetFeaturesInternal(const uint8_t* data, size_t size,
                                      WebPBitstreamFeatures* features, int version) {
  KEBEN_PASS_ON(kLibrary, VP8_STATUS_INVALID_PARAM, WebPGetFeaturesInternal, data, size, features,
                version);
}

uint8_t* WebPDecodeRGB(const uint8_t* data, size_t size, int* width, int* height) {
  KEBEN_PASS_ON(kLibrary, nullptr, WebPDecodeRGB, data, size, width, height);
}

uint8_t* WebPDecodeRGBA(const uint8_t* data, size_t size, int* width, int* height) {
  KEBEN_PASS_ON(kLibrary, nullptr, WebPDecodeRGBA, data, size, width, height);
}

void WebPFree(void* samples) {
  KEBEN_PASS_ON(kLibrary, void(), WebPFree, samples);
}

WebPAnimDecoder* WebPAnimDecoderNewInternal(const WebPData* data,
                                            const WebPAnimDecoderOptions* options, int version) {
  KEBEN_PASS_ON(kDemuxer, nullptr, WebPAnimDecoderNewInternal, data, options, version);
}

int WebPAnimDecoderGetNext(WebPAnimDecoder* decoder, uint8_t** frame, int* milliseconds) {
  KEBEN_PASS_ON(kDemuxer, 0, WebPAnimDecoderGetNext, decoder, frame, milliseconds);
}

void WebPAnimDecoderDelete(WebPAnimDecoder* decoder) {
  KEBEN_PASS_ON(kDemuxer, void(), WebPAnimDecoderDelete, decoder);
}

}  // extern "C"
