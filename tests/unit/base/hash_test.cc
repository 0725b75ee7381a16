#include "base/hash.h"

#include <catch2/catch.hpp>

using namespace keben;

TEST_CASE("SHA-256 agrees with the standard's example", "[base][fips-180-4]") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("SHA-1 agrees with the standard's example", "[base][fips-180-4]") {
  CHECK(sha1("abc")[0] == 0xa9);
  CHECK(sha1("abc")[19] == 0x9d);
}
