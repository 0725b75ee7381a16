// The address policy against a second opinion: the table of faults.md as text, read by inet_pton
// and compared as whole bytes and bits, in another way than the policy's own.
#include <arpa/inet.h>

#include <array>
#include <span>
#include <string>

#include "net/address.h"
#include "tests/fuzz/decoder.h"

namespace {

struct Block {
  const char* first;
  unsigned bits;
};

constexpr Block kFour[] = {
    {"0.0.0.0", 8},        {"10.0.0.0", 8},     {"100.64.0.0", 10}, {"127.0.0.0", 8},
    {"168.63.129.16", 32}, {"169.254.0.0", 16}, {"172.16.0.0", 12}, {"192.0.0.0", 24},
    {"192.168.0.0", 16},   {"198.18.0.0", 15},  {"224.0.0.0", 4},   {"240.0.0.0", 4},
};
constexpr Block kSix[] = {
    {"::1", 128},      {"::", 128},         {"fc00::", 7},      {"fe80::", 10},
    {"fec0::", 10},    {"ff00::", 8},       {"::ffff:0:0", 96}, {"::", 96},
    {"64:ff9b::", 96}, {"64:ff9b:1::", 48}, {"2002::", 16},     {"2001::", 32},
};

bool is_within(std::span<const unsigned char> address, const Block& block) {
  std::array<unsigned char, 16> first{};
  const int family = address.size() == 4 ? AF_INET : AF_INET6;
  keben::fuzz::require(inet_pton(family, block.first, first.data()) == 1);
  for (unsigned i = 0; i < block.bits; ++i) {
    const unsigned shift = 7 - i % 8;
    if ((address[i / 8] >> shift & 1) != (first[i / 8] >> shift & 1)) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span<const unsigned char> address(data, size);
  const bool is_public = keben::net::is_public_address(address);
  if (size != 4 && size != 16) {
    keben::fuzz::require(!is_public);
    return 0;
  }
  for (const Block& block :
       size == 4 ? std::span<const Block>(kFour) : std::span<const Block>(kSix)) {
    if (is_within(address, block)) keben::fuzz::require(!is_public);
  }
  if (size == 4) {
    std::array<unsigned char, 16> mapped{};  // ::ffff:a.b.c.d is as closed as anything mapped
    mapped[10] = mapped[11] = 0xFF;
    for (std::size_t i = 0; i < 4; ++i)
      mapped[12 + i] = data[i];
    keben::fuzz::require(!keben::net::is_public_address(mapped));
  }
  return 0;
}
