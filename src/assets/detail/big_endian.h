// Numbers as PNG and JPEG write them, most significant byte first.
#pragma once

#include <cstdint>

#include "base/bytes.h"

namespace keben::assets {

/// The caller has checked that the bytes are there.
inline std::uint32_t byte_at(BytesView bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}
inline std::uint32_t big_endian_16(BytesView bytes, std::size_t at) {
  return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1);
}
inline std::uint32_t big_endian_32(BytesView bytes, std::size_t at) {
  return big_endian_16(bytes, at) << 16 | big_endian_16(bytes, at + 2);
}

}  // namespace keben::assets
