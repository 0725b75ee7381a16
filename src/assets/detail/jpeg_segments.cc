// What a JPEG's segments tell; no sample is touched.
//
// EXIF (in APP1) is a small TIFF file, of which one number matters here: tag 0x0112, orientation.
#include <algorithm>
#include <cstring>
#include <vector>

#include "assets/detail/big_endian.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/jpeg_segment.h"

namespace keben::assets {
namespace {

using namespace jpeg_marker;

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
  if (marker < kApp0 || marker > kApp15) return false;
  if (marker == kApp0 + 2) return data.substr(0, 11) != "ICC_PROFILE";
  return marker != kApp0 && marker != kApp0 + 14;
}

}  // namespace

std::optional<JpegSegment> jpeg_segment_at(BytesView bytes, std::size_t at) {
  std::size_t code = at;
  do {  // 0xFF 0x00 is a sample's byte; between segments it is as much garbage as any other
    at = bytes.find('\xFF', code);
    if (at == BytesView::npos) return {};
    code = bytes.find_first_not_of('\xFF', at);  // fill bytes, B.1.1.2
    if (code == BytesView::npos) return {};
  } while (bytes[code] == '\0');
  const std::uint32_t marker = byte_at(bytes, code);
  const bool bare = marker == 0x01 || (marker >= 0xD0 && marker <= kEnd);
  if (bare) return JpegSegment{marker, at, code + 1};
  if (code + 3 > bytes.size()) return {};
  const std::size_t data = code + 3, samples = code + 1 + big_endian_16(bytes, code + 1);
  if (samples > bytes.size() || samples < data) return {};
  const std::size_t end = marker == kScan ? end_of_samples(bytes, samples) : samples;
  return JpegSegment{marker, at, end, bytes.substr(data, samples - data),
                     bytes.substr(samples, end - samples)};
}

std::optional<JpegHeader> jpeg_header(BytesView bytes) {
  JpegHeader header;
  std::optional<int> orientation;  // the first that is given counts
  for (std::size_t at = 0;;) {
    const std::optional<JpegSegment> segment = jpeg_segment_at(bytes, at);
    if (!segment || segment->marker == kScan || segment->marker == kEnd) return {};
    const BytesView data = segment->data;
    if (segment->marker == kApp0 + 1 && !orientation) orientation = orientation_of(data);
    if (segment->marker == kApp0 + 14 && data.size() >= 12 && data.substr(0, 5) == "Adobe")
      header.adobe = true;
    if (is_jpeg_frame(segment->marker)) {
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

int jpeg_quality(BytesView bytes) {
  // T.81 table K.1, whose steps every quality scales, adds up to this.
  constexpr std::uint32_t kPlainSteps = 3688, kCount = 64;
  for (std::size_t at = 0;;) {
    const std::optional<JpegSegment> segment = jpeg_segment_at(bytes, at);
    if (!segment || segment->marker == kScan || segment->marker == kEnd) return 100;
    at = segment->end;
    if (segment->marker != kSteps || segment->data.size() < 1 + kCount || segment->data[0] != '\0')
      continue;
    std::uint32_t steps = 0;
    for (std::size_t i = 1; i <= kCount; ++i)
      steps += byte_at(segment->data, i);
    const double percent = 100.0 * steps / kPlainSteps;
    return static_cast<int>(percent <= 100 ? 100 - percent / 2 : 5000 / percent);
  }
}

Bytes jpeg_profile(BytesView bytes, std::size_t most) {
  constexpr std::string_view kName("ICC_PROFILE\0", 12);
  std::vector<BytesView> parts;
  std::size_t found = 0;
  std::size_t size = 0;
  for (std::size_t at = 0;;) {
    const std::optional<JpegSegment> segment = jpeg_segment_at(bytes, at);
    if (!segment || segment->marker == kScan || segment->marker == kEnd) break;
    const BytesView data = segment->data;
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
    const std::optional<JpegSegment> segment = jpeg_segment_at(bytes, at);
    if (!segment) return {};
    if (!is_metadata(segment->marker, segment->data))
      out.append(bytes.substr(segment->first, segment->end - segment->first));
    if (segment->marker == kEnd) return out;
    at = segment->end;
  }
}

}  // namespace keben::assets
