#include "net/address.h"

#include <arpa/inet.h>

#include <array>
#include <catch2/catch.hpp>
#include <string>

using namespace keben;

namespace {

bool is_public(const std::string& text) {
  std::array<unsigned char, 16> bytes{};
  const bool six = text.find(':') != std::string::npos;
  REQUIRE(inet_pton(six ? AF_INET6 : AF_INET, text.c_str(), bytes.data()) == 1);
  return net::is_public_address(std::span(bytes).first(six ? 16 : 4));
}

}  // namespace

TEST_CASE("public addresses are open", "[net][faults-network]") {
  for (const char* address : {"1.1.1.1",         "8.8.8.8",         "9.255.255.255",
                              "11.0.0.0",        "100.63.255.255",  "100.128.0.0",
                              "126.255.255.255", "128.0.0.1",       "168.63.129.15",
                              "168.63.129.17",   "169.253.255.255", "169.255.0.0",
                              "172.15.255.255",  "172.32.0.0",      "192.0.1.0",
                              "192.167.255.255", "192.169.0.0",     "198.17.255.255",
                              "198.20.0.0",      "223.255.255.255", "2001:4860:4860::8888",
                              "2400:3200::1",    "2606:4700::1111", "2003::1",
                              "2001:200::1"}) {
    CAPTURE(address);
    CHECK(is_public(address));
  }
}

TEST_CASE("each private, translated or reserved block is closed to its last address",
          "[net][faults-network][network.private-address]") {
  for (const char* address : {
           "0.0.0.0",        "0.255.255.255",   "10.0.0.0",        "10.255.255.255",
           "100.64.0.0",     "100.127.255.255", "127.0.0.1",       "127.255.255.255",
           "168.63.129.16",  "169.254.0.0",     "169.254.169.254", "169.254.255.255",
           "172.16.0.0",     "172.31.255.255",  "192.0.0.0",       "192.0.0.192",
           "192.0.0.255",    "192.168.0.0",     "192.168.255.255", "198.18.0.0",
           "198.19.255.255", "192.0.2.1",       "198.51.100.1",    "203.0.113.1",
           "224.0.0.0",      "239.255.255.255", "240.0.0.0",       "255.255.255.255",
       }) {
    CAPTURE(address);
    CHECK_FALSE(is_public(address));
  }
  for (const char* address : {
           "::",
           "::1",
           "::8.8.8.8",
           "::ffff:8.8.8.8",
           "::ffff:127.0.0.1",
           "64:ff9b::7f00:1",
           "64:ff9b::808:808",
           "64:ff9b:1::1",
           "64:ff9b:1:ffff::1",
           "100::1",
           "2001::1",
           "2001:0:ffff::1",
           "2001:20::1",
           "2001:db8::1",
           "2002:7f00:1::",
           "2002:ffff::",
           "fc00::1",
           "fdff::1",
           "fe80::1",
           "febf::1",
           "fec0::1",
           "feff::1",
           "ff02::1",
           "ffff::1",
       }) {
    CAPTURE(address);
    CHECK_FALSE(is_public(address));
  }
}

TEST_CASE("what is no address is not public", "[net]") {
  const std::array<unsigned char, 5> odd{8, 8, 8, 8, 8};
  CHECK_FALSE(net::is_public_address(odd));
  CHECK_FALSE(net::is_public_address({}));
}
