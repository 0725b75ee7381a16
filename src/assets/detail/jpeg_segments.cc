// A JPEG file as a row of segments (ITU T.81 Annex B): a marker, a length, data; no sample is
// touched.
//
// EXIF (in APP1) is a small TIFF file, of which one number matters here: tag 0x0112, orientation.
#include <algorithm>
#include <cstring>
#include <vector>

#include "assets/detail/big_endian.h"
#include "assets/detail/jpeg.h"

namespace keben::assets {
namespace {

constexpr std::uint32_t kEndOfImage = 0xD9;
constexpr std::uint32_t kStartOfScan = 0xDA;
constexpr std::uint32_t kComment = 0xFE;
constexpr std::uint32_t kApp0 = 0xE0;

struct Segment {
  std::uint32_t marker = 0;
  std::size_t first = 0;  // of its 0xFF
  std::size_t end = 0;    // past its last byte; a scan's samples are included
};

/// Where the samples after a scan's header end: at a 0xFF that is neither stuffed nor a restart.
std::size_t end_of_samples(BytesView bytes, std::size_t at) {
  while (at + 1 < bytes.size()) {
    const void* found = std::memchr(bytes.data() + at, 0xFF, bytes.size() - 1 - at);
    if (!found) break;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
    const std::uint32_t next = byte_at(bytes, at + 1);
    if (next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7)) return at;
    at += next == 0xFF ? 1 : 2;
  }
  return bytes.size();
}

/// The segment that begins at or after `at`; nothing where the file is broken or over.
std::optional<Segment> segment_at(BytesView bytes, std::size_t at) {
  std::size_t code = at;
  do {  // 0xFF 0x00 is a sample's byte; between segments it is as much garbage as any other
    at = bytes.find('\xFF', code);
    if (at == BytesView::npos) return {};
    code = bytes.find_first_not_of('\xFF', at);  // fill bytes, B.1.1.2
    if (code == BytesView::npos) return {};
  } while (bytes[code] == '\0');
  const std::uint32_t marker = byte_at(bytes, code);
  const bool bare = marker == 0x01 || (marker >= 0xD0 && marker <= kEndOfImage);
  if (bare) return Segment{marker, at, code + 1};
  if (code + 3 > bytes.size()) return {};
  std::size_t end = code + 1 + big_endian_16(bytes, code + 1);
  if (end > bytes.size() || end < code + 3) return {};
  if (marker == kStartOfScan) end = end_of_samples(bytes, end);
  return Segment{marker, at, end};
}

/// A frame header of any process, T.81 table B.1: C0–CF without DHT, JPG and DAC.
bool is_frame(std::uint32_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// TIFF's numbers, in the byte order that its first two letters name; 0 beyond the end.
class Tiff {
 public:
  explicit Tiff(BytesView bytes) : bytes_(bytes), little_(bytes.substr(0, 2) == "II") {}
  std::size_t at16(std::size_t at) const { return number(at, 2); }
  std::size_t at32(std::size_t at) const { return number(at, 4); }

 private:
  std::size_t number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return 0;
    std::size_t n = 0;
    for (std::size_t i = 0; i < size; ++i)
      n = n << 8 | byte_at(bytes_, at + (little_ ? size - 1 - i : i));
    return n;
  }
  BytesView bytes_;
  bool little_;
};

/// @param exif  an APP1 segment's data
std::optional<int> orientation_of(BytesView exif) {
  constexpr std::string_view kName("Exif\0\0", 6);
  constexpr std::size_t kEntry = 12;
  if (exif.substr(0, kName.size()) != kName) return {};
  const Tiff tiff(exif.substr(kName.size()));
  const std::size_t directory = tiff.at32(4);
  const std::size_t count = tiff.at16(directory);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + i * kEntry;
    if (tiff.at16(entry) != 0x0112) continue;
    const std::size_t value = tiff.at16(entry + 8);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return {};
}

/// What says how a picture is to be decoded or coloured stays; what tells of its making goes: APP1
/// (EXIF, XMP), APP13 (IPTC), other makers' segments, comments. APP2 carries the colour profile,
/// but also the table of further pictures that may follow the first (CIPA DC-007).
bool is_metadata(std::uint32_t marker, BytesView data) {
  if (marker == kComment) return true;
  if (marker < kApp0 || marker > kApp0 + 15) return false;
  if (marker == kApp0 + 2) return data.substr(0, 11) != "ICC_PROFILE";
  return marker != kApp0 && marker != kApp0 + 14;
}

BytesView data_of(BytesView bytes, const Segment& segment) {
  const std::size_t code = bytes.find_first_not_of('\xFF', segment.first);
  return bytes.substr(std::min(code + 3, segment.end),
                      segment.end - std::min(code + 3, segment.end));
}

}  // namespace

std::optional<JpegHeader> jpeg_header(BytesView bytes) {
  JpegHeader header;
  std::optional<int> orientation;  // the first that is given counts
  for (std::size_t at = 0;;) {
    const std::optional<Segment> segment = segment_at(bytes, at);
    if (!segment || segment->marker == kStartOfScan || segment->marker == kEndOfImage) return {};
    const BytesView data = data_of(bytes, *segment);
    if (segment->marker == kApp0 + 1 && !orientation) orientation = orientation_of(data);
    if (is_frame(segment->marker)) {
      if (data.size() < 6) return {};
      header.size = {{big_endian_16(data, 3)}, {big_endian_16(data, 1)}};
      header.components = static_cast<int>(byte_at(data, 5));
      header.named_rgb = data.size() >= 15 && data[6] == 'R' && data[9] == 'G' && data[12] == 'B';
      header.arithmetic = segment->marker >= 0xC9;
      header.orientation = orientation.value_or(1);
      return header;
    }
    at = segment->end;
  }
}

Bytes jpeg_profile(BytesView bytes, std::size_t most) {
  constexpr std::string_view kName("ICC_PROFILE\0", 12);
  std::vector<BytesView> parts;
  std::size_t found = 0;
  std::size_t size = 0;
  for (std::size_t at = 0;;) {
    const std::optional<Segment> segment = segment_at(bytes, at);
    if (!segment || segment->marker == kStartOfScan || segment->marker == kEndOfImage) break;
    const BytesView data = data_of(bytes, *segment);
    at = segment->end;
    if (segment->marker != kApp0 + 2 || data.substr(0, kName.size()) != kName) continue;
    if (data.size() < kName.size() + 2) return {};
    const std::uint32_t number = byte_at(data, 12), count = byte_at(data, 13);
    if (parts.empty()) parts.resize(count);
    if (number == 0 || number > parts.size() || !parts[number - 1].empty()) return {};
    parts[number - 1] = data.substr(14);
    size += parts[number - 1].size();
    ++found;
  }
  if (found != parts.size() || size > most) return {};
  Bytes out;
  for (const BytesView part : parts)
    out += part;
  return out;
}

std::optional<Bytes> jpeg_without_metadata(BytesView bytes) {
  Bytes out;
  out.reserve(bytes.size());
  for (std::size_t at = 0;;) {
    const std::optional<Segment> segment = segment_at(bytes, at);
    if (!segment) return {};
    if (!is_metadata(segment->marker, data_of(bytes, *segment)))
      out.append(bytes.substr(segment->first, segment->end - segment->first));
    if (segment->marker == kEndOfImage) return out;
    at = segment->end;
  }
}

}  // namespace keben::assets
