// A valid PNG of one colour, made on the spot: a fixture that needs no file and no library.
#pragma once

#include <array>
#include <cstdint>

#include "base/bytes.h"

namespace keben::test {

/// Eight-bit RGB, stored rather than deflated; sides at most 100.
Bytes tiny_png(std::uint32_t width, std::uint32_t height, std::array<std::uint8_t, 3> rgb);

}  // namespace keben::test
