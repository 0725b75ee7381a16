// An archive of any bytes before the checker: it ends in findings.
#include <cstddef>
#include <cstdint>

#include "epub/check/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace keben;
  static_cast<void>(epub::check_archive({reinterpret_cast<const char*>(data), size}, Jobs{1}));
  return 0;
}
