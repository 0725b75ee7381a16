#include "tests/fuzz/decoder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return keben::fuzz::run_decoder(keben::assets::MediaType::avif, data, size);
}
