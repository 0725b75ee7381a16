// A JPEG file as a row of segments (ITU T.81 Annex B): a marker, a length, data.
#pragma once

#include <cstdint>
#include <optional>

#include "base/bytes.h"

namespace keben::assets {

namespace jpeg_marker {
constexpr std::uint32_t kTables = 0xC4;  // Huffman's
constexpr std::uint32_t kStart = 0xD8, kEnd = 0xD9;
constexpr std::uint32_t kScan = 0xDA;
constexpr std::uint32_t kSteps = 0xDB;  // of quantization
constexpr std::uint32_t kInterval = 0xDD;
constexpr std::uint32_t kApp0 = 0xE0, kApp15 = 0xEF;
constexpr std::uint32_t kComment = 0xFE;
}  // namespace jpeg_marker

struct JpegSegment {
  std::uint32_t marker = 0;
  std::size_t first = 0;   // of its 0xFF
  std::size_t end = 0;     // past its last byte; a scan's samples are included
  BytesView data = {};     // between its length and its samples
  BytesView samples = {};  // of a scan
};

/// The segment that begins at or after `at`; nothing where the file is broken or over.
std::optional<JpegSegment> jpeg_segment_at(BytesView bytes, std::size_t at);

/// A frame header of any process, T.81 table B.1: C0–CF without DHT, JPG and DAC.
constexpr bool is_jpeg_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

}  // namespace keben::assets
