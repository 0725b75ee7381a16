#include "tests/support/tiny_png.h"

namespace keben::test {
namespace {

Bytes big_endian(std::uint32_t n) {
  return {static_cast<char>(n >> 24), static_cast<char>(n >> 16), static_cast<char>(n >> 8),
          static_cast<char>(n)};
}

/// CRC-32 as PNG wants it (ISO 15948, annex D), bit by bit.
std::uint32_t crc32(BytesView bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit)
      crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0);
  }
  return ~crc;
}

std::uint32_t adler32(BytesView bytes) {
  std::uint32_t a = 1, b = 0;
  for (const char c : bytes) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  return b << 16 | a;
}

Bytes chunk(const Bytes& type, const Bytes& data) {
  const Bytes body = type + data;
  return big_endian(static_cast<std::uint32_t>(data.size())) + body + big_endian(crc32(body));
}

/// One zlib stream of one stored block (RFC 1950, RFC 1951 §3.2.4).
Bytes zlib_stored(const Bytes& data) {
  const auto size = static_cast<std::uint16_t>(data.size());
  const auto low = [](unsigned n) { return static_cast<char>(n & 0xFF); };
  const unsigned inverse = static_cast<std::uint16_t>(~size);
  const Bytes head = {
      0x78, 0x01, 0x01, low(size), low(size >> 8u), low(inverse), low(inverse >> 8)};
  return head + data + big_endian(adler32(data));
}

}  // namespace

Bytes tiny_png(std::uint32_t width, std::uint32_t height, std::array<std::uint8_t, 3> rgb) {
  Bytes rows;
  for (std::uint32_t y = 0; y < height; ++y) {
    rows += '\0';  // no filter
    for (std::uint32_t x = 0; x < width; ++x)
      rows.append(
          {static_cast<char>(rgb[0]), static_cast<char>(rgb[1]), static_cast<char>(rgb[2])});
  }
  const Bytes kind = {8, 2, 0, 0, 0};  // 8 bits, RGB, deflate, filters, not interlaced
  return "\x89PNG\r\n\x1a\n" + chunk("IHDR", big_endian(width) + big_endian(height) + kind) +
         chunk("IDAT", zlib_stored(rows)) + chunk("IEND", "");
}

}  // namespace keben::test
