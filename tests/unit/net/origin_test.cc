#include "net/detail/origin.h"

#include <catch2/catch.hpp>

using namespace keben;
using namespace keben::net;

namespace {

std::string code_of(const std::string& address) {
  const Result<Origin> origin = origin_of(address);
  return origin ? "" : origin.error().code;
}

}  // namespace

TEST_CASE("an origin is read as libcurl will use it", "[net]") {
  CHECK(*origin_of("HTTPS://Example.COM/a") == Origin{"https", "example.com", "443"});
  CHECK(*origin_of("http://example.com:8080") == Origin{"http", "example.com", "8080"});
  CHECK(*origin_of("http://[::1]/") == Origin{"http", "::1", "80"});
}

TEST_CASE("other protocols and passwords are refused", "[net][faults-network]") {
  for (const char* address : {"file:///etc/passwd", "ftp://example.com/", "gopher://example.com/",
                              "dict://example.com/", "FILE:///etc/passwd"}) {
    CAPTURE(address);
    CHECK(code_of(address) == "fetch-refused");
  }
  CHECK(code_of("http://user:pass@example.com/") == "fetch-refused");
  CHECK(code_of("http://user@example.com/") == "fetch-refused");
  CHECK(code_of("http://") != "");
  CHECK(code_of("javascript:alert(1)") != "");
  CHECK(code_of("data:image/png,x") != "");
}

TEST_CASE("--allow-host opens one origin, or a host's every port", "[net][faults-network]") {
  const AllowedHosts allowed({"Intra.example:8080", "wiki.example", "[::1]:9000", "fd00::7"});
  CHECK(allowed.allows({"http", "intra.example", "8080"}));
  CHECK_FALSE(allowed.allows({"http", "intra.example", "80"}));
  CHECK(allowed.allows({"https", "wiki.example", "443"}));
  CHECK(allowed.allows({"http", "wiki.example", "81"}));
  CHECK(allowed.allows({"http", "::1", "9000"}));
  CHECK_FALSE(allowed.allows({"http", "::1", "80"}));
  CHECK(allowed.allows({"http", "fd00::7", "80"}));
  CHECK_FALSE(allowed.allows({"http", "example", "80"}));
}

TEST_CASE("http to https is followed; https to http is not, unless the user has opened it",
          "[net][network.upgrade][network.downgrade]") {
  const Origin plain{"http", "example.com", "80"};
  const Origin secure{"https", "example.com", "443"};
  const AllowedHosts nobody(std::vector<std::string>{});
  CHECK(may_follow(plain, secure, nobody));
  CHECK(may_follow(secure, secure, nobody));
  CHECK(may_follow(plain, plain, nobody));
  const Done downgrade = may_follow(secure, plain, nobody);
  REQUIRE_FALSE(downgrade);
  CHECK(downgrade.error().code == "fetch-refused");
  CHECK(may_follow(secure, plain, AllowedHosts({"example.com:80"})));
  CHECK_FALSE(may_follow(secure, plain, AllowedHosts({"example.com:443"})));
}
