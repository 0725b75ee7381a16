// Compressing one file of the container. By libdeflate: the same format as zlib's in half the time.
#pragma once

#include <cstdint>

#include "base/bytes.h"

namespace keben::epub {

/// Bytes as they will stand in the archive.
struct Packed {
  Bytes deflated;           // empty where the bytes are stored as they are
  std::uint32_t crc32 = 0;  // of the original (APPNOTE 4.4.7), where it is deflated
};

/// Deflates `bytes` where `wanted` and where that makes them smaller, the same on any machine.
Packed pack(BytesView bytes, bool wanted);

}  // namespace keben::epub
