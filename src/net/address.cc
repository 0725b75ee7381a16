// See address.h.
#include "net/address.h"

#include <array>
#include <cstdint>

namespace keben::net {
namespace {

/// Addresses whose first `length` bits are those of `bytes`.
template <std::size_t Size>
struct Block {
  std::array<std::uint8_t, Size> bytes;
  unsigned length;
};

constexpr std::array kClosed4 = {
    Block<4>{{0, 0, 0, 0}, 8},         // this network
    Block<4>{{10, 0, 0, 0}, 8},        // private
    Block<4>{{100, 64, 0, 0}, 10},     // shared by a carrier
    Block<4>{{127, 0, 0, 0}, 8},       // loopback
    Block<4>{{168, 63, 129, 16}, 32},  // Azure's platform service
    Block<4>{{169, 254, 0, 0}, 16},    // link-local, and most clouds' metadata
    Block<4>{{172, 16, 0, 0}, 12},     // private
    Block<4>{{192, 0, 0, 0}, 24},      // protocol assignments; Oracle's metadata
    Block<4>{{192, 0, 2, 0}, 24},      // documentation
    Block<4>{{192, 88, 99, 0}, 24},    // 6to4 relays
    Block<4>{{192, 168, 0, 0}, 16},    // private
    Block<4>{{198, 18, 0, 0}, 15},     // benchmarks
    Block<4>{{198, 51, 100, 0}, 24},   // documentation
    Block<4>{{203, 0, 113, 0}, 24},    // documentation
    Block<4>{{224, 0, 0, 0}, 4},       // multicast
    Block<4>{{240, 0, 0, 0}, 4},       // reserved, broadcast
};

// Global unicast is 2000::/3 (RFC 4291 §2.4); all outside it is closed: ::1, ::, ::/96, v4-mapped,
// 64:ff9b::/96 and 64:ff9b:1::/48 (NAT64), 100::/64, fc00::/7, fe80::/10, fec0::/10, ff00::/8.
constexpr Block<16> kOpen6 = {{0x20}, 3};

constexpr std::array kClosed6 = {
    Block<16>{{0x20, 0x01, 0x00}, 23},        // protocol assignments; Teredo is 2001::/32
    Block<16>{{0x20, 0x01, 0x0D, 0xB8}, 32},  // documentation
    Block<16>{{0x20, 0x02}, 16},              // 6to4
    Block<16>{{0x3F, 0xFF, 0x00}, 20},        // documentation
};

template <std::size_t Size>
bool lies_in(std::span<const unsigned char> address, const Block<Size>& block) {
  for (unsigned bit = 0; bit < block.length; ++bit) {
    const unsigned mask = 0x80u >> (bit % 8);
    if (((address[bit / 8] ^ block.bytes[bit / 8]) & mask) != 0) return false;
  }
  return true;
}

template <class Blocks>
bool lies_in_any(std::span<const unsigned char> address, const Blocks& blocks) {
  for (const auto& block : blocks) {
    if (lies_in(address, block)) return true;
  }
  return false;
}

}  // namespace

bool is_public_address(std::span<const unsigned char> bytes) {
  if (bytes.size() == 4) return !lies_in_any(bytes, kClosed4);
  return bytes.size() == 16 && lies_in(bytes, kOpen6) && !lies_in_any(bytes, kClosed6);
}

}  // namespace keben::net
