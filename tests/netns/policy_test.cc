#include <catch2/catch.hpp>
#include <string>

#include "net/http_fetcher.h"
#include "tests/support/misbehaving_server.h"
#include "tests/support/own_network.h"

using namespace keben;
using test::MisbehavingServer;
using test::NameServer;

namespace {

constexpr int kPort = 80;

config::FetchOptions hasty() {
  config::FetchOptions options;
  options.connect_seconds = 2;
  options.first_byte_seconds = 2;
  return options;
}

/// "=" and the bytes, or the failure's code.
std::string fetch(const std::string& address, const config::FetchOptions& options = hasty()) {
  const auto answer = net::HttpFetcher(options, nullptr).fetch(std::vector{address});
  return answer[0] ? "=" + answer[0]->bytes : answer[0].error().code;
}

/// faults.md §3 "Network", the address table: the first and the last of each block.
const char* const kRefused[] = {
    "127.0.0.1",
    "127.255.255.254",  // loopback
    "10.0.0.1",
    "10.255.255.254",  // RFC 1918
    "172.16.0.1",
    "172.31.255.254",  //
    "192.168.0.1",
    "192.168.255.254",  //
    "169.254.0.1",
    "169.254.169.254",  // link-local, metadata
    "100.64.0.1",
    "100.127.255.254",
    "100.100.100.200",  // carriers, metadata
    "0.0.0.0",
    "0.1.2.3",  // this network
    "192.0.0.1",
    "192.0.0.192",  // assignments, metadata
    "198.18.0.1",
    "198.19.255.254",  // benchmarks
    "168.63.129.16",   // a platform's service
    "224.0.0.1",
    "239.255.255.255",  // multicast
    "240.0.0.1",
    "255.255.255.255",  // reserved, broadcast
    "[::1]",
    "[::]",  //
    "[fc00::1]",
    "[fdff::1]",
    "[fd00:ec2::254]",  // unique local, metadata
    "[fe80::1]",
    "[fec0::1]",
    "[ff02::1]",  // link, site, multicast
    "[::ffff:8.8.8.8]",
    "[::ffff:127.0.0.1]",  // mapped
    "[::8.8.8.8]",         // compatible
    "[64:ff9b::8.8.8.8]",
    "[64:ff9b::127.0.0.1]",  // NAT64
    "[64:ff9b:1::1]",        //
    "[2002:7f00:1::1]",
    "[2001:0:1::1]",
    "[2001:db8::1]",  // 6to4, Teredo, documentation
};

}  // namespace

TEST_CASE("public addresses are reached, so that the counts below mean something",
          "[netns][network.private-address]") {
  MisbehavingServer everywhere(kPort);
  CHECK(fetch("http://93.184.216.34/ok") == "=picture");
  CHECK(fetch("http://[2606:4700::1111]/ok") == "=picture");
  CHECK(everywhere.connections() == 2);
}

TEST_CASE("private address refused: no connect at all, to any address of the table",
          "[netns][network.private-address][network.bare-connect]") {
  MisbehavingServer everywhere(kPort);
  for (const char* address : kRefused) {
    CAPTURE(address);
    CHECK(fetch("http://" + std::string(address) + "/ok") == "fetch-refused");
    CHECK(everywhere.connections() == 0);
  }
  for (const char* odd :
       {"http://0x7f.1/", "http://2130706433/", "http://0177.0.0.1/", "http://127.1/",
        "http://localhost/", "http://LOCALHOST./", "http://0xa9fea9fe/latest/meta-data/"}) {
    CAPTURE(odd);
    CHECK(fetch(odd).substr(0, 5) == "fetch");
    CHECK(everywhere.connections() == 0);
  }
}

TEST_CASE("a redirect to a private address is refused at every hop",
          "[netns][network.redirect-private]") {
  MisbehavingServer everywhere(kPort);
  int expected = 0;
  for (const char* address : kRefused) {
    CAPTURE(address);
    CHECK(fetch("http://93.184.216.34/to/http://" + std::string(address) + "/ok") ==
          "fetch-refused");
    CHECK(everywhere.connections() == ++expected);  // the public one
  }
  CHECK(fetch("http://93.184.216.34/to/http://1.1.1.1/ok") == "=picture");
}

TEST_CASE("a name with mixed answers is refused, whichever comes first",
          "[netns][network.mixed-answers]") {
  MisbehavingServer everywhere(kPort);
  const NameServer names({
      {"good.test", {{"93.184.216.34"}}},
      {"closed.test", {{"10.0.0.7"}}},
      {"mixed.test", {{"93.184.216.34", "10.0.0.7"}}},
      {"dexim.test", {{"10.0.0.7", "93.184.216.34"}}},
      {"six.test", {{"93.184.216.34", "fd00::7"}}},
      {"mapped.test", {{"::ffff:10.0.0.7"}}},
  });
  for (const char* name : {"closed", "mixed", "dexim", "six", "mapped"}) {
    CAPTURE(name);
    CHECK(fetch("http://" + std::string(name) + ".test/ok") == "fetch-refused");
    CHECK(everywhere.connections() == 0);
  }
  CHECK(fetch("http://good.test/ok") == "=picture");
  CHECK(everywhere.connections() == 1);
}

TEST_CASE("rebinding: a name is looked up once and contacted where it was judged",
          "[netns][network.rebinding]") {
  MisbehavingServer everywhere(kPort);
  const NameServer names({{"rebind.test", {{"93.184.216.34"}, {"127.0.0.1"}}}});
  net::HttpFetcher fetcher(hasty(), nullptr);
  for (int i = 0; i < 3; ++i) {
    // The answer closes the connection, so that each picture needs another.
    const auto answer = fetcher.fetch(std::vector<std::string>{"http://rebind.test/hops/1"});
    CHECK(answer[0].has_value());
  }
  CHECK(names.asked("rebind.test") == 2);  // A and AAAA
  // Another job looks again, and is refused before it connects.
  const int before = everywhere.connections();
  CHECK(fetch("http://rebind.test/ok") == "fetch-refused");
  CHECK(everywhere.connections() == before);
}

TEST_CASE("--allow-host opens one origin and no other of the same address",
          "[netns][network.allow-host]") {
  MisbehavingServer everywhere(kPort);
  MisbehavingServer other(8080);
  const NameServer names({{"wiki.test", {{"10.0.0.7"}}}, {"db.test", {{"10.0.0.7"}}}});
  config::FetchOptions options = hasty();
  options.allowed_hosts = {"wiki.test:80"};
  CHECK(fetch("http://wiki.test/ok", options) == "=picture");
  CHECK(fetch("http://wiki.test:8080/ok", options) == "fetch-refused");
  CHECK(fetch("http://db.test/ok", options) == "fetch-refused");
  CHECK(fetch("http://10.0.0.7/ok", options) == "fetch-refused");
  CHECK(fetch("http://wiki.test/to/http://db.test/ok", options) == "fetch-refused");
  CHECK(other.connections() == 0);
  CHECK(everywhere.connections() == 2);
}
