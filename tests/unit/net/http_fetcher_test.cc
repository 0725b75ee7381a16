#include "net/http_fetcher.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "tests/support/misbehaving_server.h"

using namespace keben;
using test::MisbehavingServer;

namespace {

using Answers = std::vector<Result<assets::Fetched>>;

/// Patience for tests; the numbers are the smallest that a loaded machine keeps.
config::FetchOptions hasty() {
  config::FetchOptions options;
  options.connect_seconds = 1;
  options.first_byte_seconds = 0.3;
  options.stall_seconds = 0.3;
  options.total_seconds = 3;
  options.job_seconds = 20;
  options.limits.image_bytes = 1u << 20;
  return options;
}

config::FetchOptions open_to(const MisbehavingServer& server) {
  config::FetchOptions options = hasty();
  options.allowed_hosts = {server.host()};
  return options;
}

Answers fetch(const config::FetchOptions& options, const std::vector<std::string>& addresses) {
  return net::HttpFetcher(options, nullptr).fetch(addresses);
}

/// "=" and the bytes, or the failure's code.
std::string outcome(const Result<assets::Fetched>& answer) {
  if (answer) return "=" + answer->bytes;
  CHECK_FALSE(answer.error().what.zh.empty());
  CHECK_FALSE(answer.error().what.en.empty());
  return answer.error().code;
}

std::string one(const MisbehavingServer& server, const std::string& path,
                const config::FetchOptions& options) {
  return outcome(fetch(options, {server.url(path)})[0]);
}

std::string one(const MisbehavingServer& server, const std::string& path) {
  return one(server, path, open_to(server));
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("answers stand in the order of the addresses", "[net]") {
  MisbehavingServer server;
  const Answers answers = fetch(
      open_to(server), {server.url("/pause"), server.url("/404"), server.url("/ok?imageSlim")});
  REQUIRE(answers.size() == 3);
  CHECK(outcome(answers[0]) == "=picture");
  CHECK(outcome(answers[1]) == "fetch-status");
  CHECK(outcome(answers[2]) == "=picture");
  CHECK(fetch(open_to(server), {}).empty());
}

TEST_CASE("to loopback: private address refused, no connect at all",
          "[net][faults-network][network.private-address]") {
  MisbehavingServer server;
  const std::string port = server.host().substr(server.host().find(':'));
  const Answers answers =
      fetch(hasty(), {server.url("/ok"), "http://localhost" + port + "/ok", "http://0x7f.1" + port,
                      "http://2130706433" + port, "http://[::1]" + port, "http://0.0.0.0" + port,
                      "http://[::ffff:127.0.0.1]" + port, "http://169.254.169.254/latest"});
  for (const Result<assets::Fetched>& answer : answers)
    CHECK(outcome(answer) == "fetch-refused");
  CHECK(answers[0].error().what.en == "private address refused");
  CHECK(answers[0].error().hint.en.find("--allow-host " + server.host()) != std::string::npos);
  CHECK(server.connections() == 0);
}

TEST_CASE("--allow-host opens one port, not the host's others",
          "[net][faults-network][network.allow-host][network.redirect-private]") {
  MisbehavingServer opened;
  MisbehavingServer closed;
  config::FetchOptions options = open_to(opened);
  CHECK(one(opened, "/ok", options) == "=picture");
  CHECK(one(closed, "/ok", options) == "fetch-refused");
  CHECK(closed.connections() == 0);
  // A redirect from the open to the closed one is judged like a first address.
  CHECK(one(opened, "/to/" + closed.url("/ok"), options) == "fetch-refused");
  CHECK(closed.connections() == 0);
}

TEST_CASE("a proxy of the environment is not asked", "[net][faults-network][network.proxy]") {
  MisbehavingServer proxy;
  MisbehavingServer server;
  ::setenv("http_proxy", ("http://" + proxy.host()).c_str(), 1);
  ::setenv("ALL_PROXY", ("http://" + proxy.host()).c_str(), 1);
  CHECK(one(server, "/ok") == "=picture");
  ::unsetenv("http_proxy");
  ::unsetenv("ALL_PROXY");
  CHECK(proxy.connections() == 0);
}

TEST_CASE("DNS failure comes at once", "[net][faults-network][network.dns]") {
  const auto start = std::chrono::steady_clock::now();
  const Answers answers =
      fetch(hasty(), {"http://no-such-host.invalid/a.png", "http://no-such-host.invalid/b.png"});
  CHECK(outcome(answers[0]) == "fetch-dns");
  CHECK(outcome(answers[1]) == "fetch-dns");
  CHECK(answers[0].error().what.zh == "无法解析主机名");
  CHECK(seconds_since(start) < 2);
}

TEST_CASE("refused: one retry for connect", "[net][faults-network][network.refused]") {
  std::string gone;
  {
    MisbehavingServer server;
    gone = server.host();
  }
  config::FetchOptions options = hasty();
  options.allowed_hosts = {gone};
  CHECK(outcome(fetch(options, {"http://" + gone + "/a.png"})[0]) == "fetch-connect");
}

TEST_CASE("TLS error, reset, garbage, HTTP/0.9: a warning, TLS never downgraded",
          "[net][faults-network][network.tls][network.reset][network.garbage][network.http-0.9]") {
  MisbehavingServer server;
  for (const char* path : {"/http-0.9", "/garbage", "/nothing", "/reset"}) {
    CAPTURE(path);
    CHECK(one(server, path) == "fetch-broken");
  }
  const int before = server.connections();
  CHECK(outcome(fetch(open_to(server), {"https://" + server.host() + "/ok"})[0]) == "fetch-tls");
  CHECK(server.connections() == before + 1);
  CHECK(server.requests().size() == 4);  // what failed by TLS is not asked for without it
}

TEST_CASE("400-499: no retry", "[net][faults-network][network.4xx][network.401]") {
  MisbehavingServer server;
  CHECK(one(server, "/404") == "fetch-status");
  CHECK(one(server, "/410") == "fetch-status");
  CHECK(one(server, "/401") == "fetch-status");
  CHECK(server.requests().size() == 3);
  CHECK(fetch(open_to(server), {server.url("/404")})[0].error().what.zh == "服务器返回 404");
}

TEST_CASE("5xx: one retry", "[net][faults-network][network.5xx]") {
  MisbehavingServer server;
  CHECK(one(server, "/500-then-ok") == "=picture");
  CHECK(server.requests().size() == 2);
  CHECK(one(server, "/500") == "fetch-status");
  CHECK(server.requests().size() == 4);
}

TEST_CASE("429/503 and Retry-After: a second is waited for, a day or a negative is not",
          "[net][faults-network][network.retry-after]") {
  MisbehavingServer server;
  const auto start = std::chrono::steady_clock::now();
  CHECK(one(server, "/429") == "fetch-status");
  CHECK(one(server, "/429-day") == "fetch-status");
  CHECK(one(server, "/503-minus") == "fetch-status");
  CHECK(server.requests().size() == 3);
  CHECK(seconds_since(start) < 1);
  CHECK(one(server, "/503-then-ok") == "=picture");
  CHECK(seconds_since(start) > 1);
}

TEST_CASE("drip, stall, slow head: within the limits",
          "[net][faults-network][network.drip][network.stall][network.slow-head]") {
  MisbehavingServer server;
  for (const char* path : {"/drip", "/stall", "/slow-head", "/silent"}) {
    CAPTURE(path);
    const auto start = std::chrono::steady_clock::now();
    CHECK(one(server, path) == "fetch-timeout");
    CHECK(seconds_since(start) < 1.2);
  }
}

TEST_CASE("stall x 20: after 3 the host is dead and the rest fail at once",
          "[net][faults-network][network.dead-host]") {
  MisbehavingServer server;
  std::vector<std::string> addresses;
  for (int i = 0; i < 20; ++i)
    addresses.push_back(server.url("/stall" + std::to_string(i)));
  const auto start = std::chrono::steady_clock::now();
  net::HttpFetcher fetcher(open_to(server), nullptr);
  for (const Result<assets::Fetched>& answer : fetcher.fetch(addresses))
    CHECK(outcome(answer) == "fetch-timeout");
  CHECK(seconds_since(start) < 2.5);
  const int asked = server.connections();
  CHECK(asked <= 4);
  // It stays dead for the job.
  CHECK(outcome(fetcher.fetch(std::vector{server.url("/ok")})[0]) == "fetch-timeout");
  CHECK(server.connections() == asked);
}

TEST_CASE("total time of a resource, and of the job", "[net][faults-network][network.budget]") {
  MisbehavingServer server;
  config::FetchOptions options = open_to(server);
  options.first_byte_seconds = options.stall_seconds = 60;
  options.total_seconds = 0.4;
  CHECK(one(server, "/drip", options) == "fetch-timeout");
  options.total_seconds = 60;
  options.job_seconds = 0.4;
  const auto start = std::chrono::steady_clock::now();
  const Answers answers = fetch(options, {server.url("/drip"), server.url("/stall"),
                                          server.url("/silent"), server.url("/ok")});
  for (const std::size_t i : {0u, 1u, 2u})
    CHECK(outcome(answers[i]) == "fetch-budget");
  CHECK(seconds_since(start) < 1);
}

TEST_CASE(
    "redirect loop, > 5, no Location",
    "[net][faults-network][network.redirect-loop][network.redirect-many][network.no-location]") {
  MisbehavingServer server;
  CHECK(one(server, "/hops/5") == "=picture");
  CHECK(one(server, "/hops/6") == "fetch-redirect");
  CHECK(one(server, "/loop") == "fetch-redirect");
  CHECK(one(server, "/no-location") == "fetch-redirect");
}

TEST_CASE("a redirect from http to https is followed", "[net][network.upgrade]") {
  MisbehavingServer server;
  CHECK(one(server, "/to/https://" + server.host() + "/ok") == "fetch-tls");  // it speaks no TLS
  CHECK(server.connections() == 2);
}

TEST_CASE("redirect to file/ftp/gopher/dict/data/js: protocol not allowed, nothing read",
          "[net][faults-network][network.redirect-scheme]") {
  MisbehavingServer server;
  for (const char* to :
       {"file:///etc/passwd", "FILE:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/",
        "dict://127.0.0.1/", "data:image/png,x", "javascript:1"}) {
    CAPTURE(to);
    const Answers answers = fetch(open_to(server), {server.url(std::string("/to/") + to)});
    CHECK(outcome(answers[0]) == "fetch-refused");
    CHECK(answers[0].error().what.en.find("protocol not allowed") == 0);
  }
}

TEST_CASE("auth in URL of a redirect is refused; no auth, no cookie is ever sent",
          "[net][faults-network][network.auth-in-url][network.cookies][network.401]") {
  MisbehavingServer server;
  CHECK(one(server, "/to/http://user:pass@" + server.host() + "/ok") == "fetch-refused");
  net::HttpFetcher fetcher(open_to(server), nullptr);
  CHECK(outcome(fetcher.fetch(std::vector{server.url("/ok")})[0]) == "=picture");
  CHECK(outcome(fetcher.fetch(std::vector{server.url("/ok2")})[0]) == "=picture");
  for (const std::string& request : server.requests()) {
    CHECK(request.find("Cookie") == std::string::npos);
    CHECK(request.find("Authorization") == std::string::npos);
    CHECK(request.find("Referer") == std::string::npos);
    CHECK(request.find("User-Agent: keben/0.1\r\n") != std::string::npos);
  }
  CHECK(server.connections() == 2);  // the second picture came over the first's connection
}

TEST_CASE("Content-Length lie, truncated, bad chunk, unasked 204/206/304, empty: never half",
          "[net][faults-network][network.length-lie][network.truncated][network.bad-chunk][network."
          "unasked-204][network.unasked-206][network.unasked-304][network.empty]") {
  MisbehavingServer server;
  for (const char* path : {"/short", "/bad-chunk", "/cut-chunk", "/bad-gzip", "/empty"}) {
    CAPTURE(path);
    CHECK(one(server, path) == "fetch-broken");
  }
  for (const char* path : {"/204", "/206", "/304"}) {
    CAPTURE(path);
    CHECK(one(server, path) == "fetch-status");
  }
  // A length that lies short cuts the picture, which the decoder then finds.
  CHECK(one(server, "/lies-short") == "=pic");
}

TEST_CASE("HTML page with 200 arrives as it is, to be told by its bytes", "[net][faults-network]") {
  MisbehavingServer server;
  CHECK(one(server, "/html") == "=<html>hello");
}

TEST_CASE("gzip bomb, endless, 100 MB, 8 MB header: stop at the limit",
          "[net][faults-network][network.gzip-bomb][network.endless][network.100-mb][network.8-mb-"
          "header]") {
  MisbehavingServer server;
  for (const char* path : {"/gzip-bomb", "/endless", "/announces-100-mb"}) {
    CAPTURE(path);
    CHECK(one(server, path) == "fetch-too-large");
  }
  CHECK(one(server, "/big-header") == "fetch-broken");
}

TEST_CASE("the job's bytes are counted over all pictures",
          "[net][faults-network][network.budget]") {
  MisbehavingServer server;
  config::FetchOptions options = open_to(server);
  options.job_bytes = 10;
  net::HttpFetcher fetcher(options, nullptr);
  CHECK(outcome(fetcher.fetch(std::vector{server.url("/ok")})[0]) == "=picture");
  CHECK(outcome(fetcher.fetch(std::vector{server.url("/ok")})[0]) == "fetch-budget");
}

TEST_CASE("8 downloads, 2 a host", "[net][decisions-19][network.parallel]") {
  MisbehavingServer first;
  MisbehavingServer second;
  config::FetchOptions options = hasty();
  options.allowed_hosts = {"127.0.0.1"};
  std::vector<std::string> addresses;
  for (int i = 0; i < 6; ++i) {
    addresses.push_back(first.url("/pause" + std::to_string(i)));
    addresses.push_back(second.url("/pause" + std::to_string(i)));
  }
  for (const Result<assets::Fetched>& answer : fetch(options, addresses))
    CHECK(outcome(answer) == "=picture");
  CHECK(first.most_at_once() == 2);
  CHECK(second.most_at_once() == 2);
  MisbehavingServer alone;
  options.parallel = 1;
  for (const Result<assets::Fetched>& answer :
       fetch(options, {alone.url("/pause1"), alone.url("/pause2")}))
    CHECK(outcome(answer) == "=picture");
  CHECK(alone.most_at_once() == 1);
}

TEST_CASE("--referer is sent where one is given, and no https page is told over http",
          "[net][network.referer]") {
  MisbehavingServer server;
  config::FetchOptions options = open_to(server);
  options.referer = "http://blog.example/post";
  CHECK(one(server, "/ok", options) == "=picture");
  options.referer = "https://blog.example/post";
  CHECK(one(server, "/ok", options) == "=picture");
  REQUIRE(server.requests().size() == 2);
  CHECK(server.requests()[0].find("Referer: http://blog.example/post\r\n") != std::string::npos);
  CHECK(server.requests()[1].find("Referer") == std::string::npos);
}

TEST_CASE("progress counts pictures and bytes, and ends with all", "[net]") {
  MisbehavingServer server;
  std::vector<net::Progress> seen;
  net::HttpFetcher fetcher(open_to(server), nullptr,
                           [&](const net::Progress& progress) { seen.push_back(progress); });
  fetcher.fetch(std::vector{server.url("/ok"), server.url("/404"), server.url("/pause")});
  REQUIRE_FALSE(seen.empty());
  CHECK(seen.back().done == 3);
  CHECK(seen.back().all == 3);
  CHECK(seen.back().bytes == 14);
  for (std::size_t i = 1; i < seen.size(); ++i)
    CHECK(seen[i].done >= seen[i - 1].done);
}

TEST_CASE("SIGINT: a running fetch ends within a second", "[net][faults-system]") {
  MisbehavingServer server;
  config::FetchOptions options = open_to(server);
  options.first_byte_seconds = options.total_seconds = 60;
  std::atomic<bool> stop = false;
  const std::jthread signal([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    stop = true;
  });
  const auto start = std::chrono::steady_clock::now();
  const Answers answers =
      net::HttpFetcher(options, &stop)
          .fetch(std::vector{server.url("/silent"), server.url("/stall"), server.url("/drip")});
  for (const Result<assets::Fetched>& answer : answers)
    CHECK(outcome(answer) == "fetch-stopped");
  CHECK(seconds_since(start) < 1);
}
