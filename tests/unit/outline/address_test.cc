#include "outline/address.h"

#include <catch2/catch.hpp>

using namespace keben::outline;

namespace {

std::string normal(const std::string& text) {
  return normalised_address(split_address(text)).value_or("(none)");
}

}  // namespace

TEST_CASE("an address with hanzi, spaces or brackets becomes a valid one", "[outline][rfc3986]") {
  CHECK(normal("https://example.com/文章?q=零 一#节") ==
        "https://example.com/%E6%96%87%E7%AB%A0?q=%E9%9B%B6%20%E4%B8%80#%E8%8A%82");
  CHECK(normal("HTTPS://Example.com/a[1]|b") == "https://Example.com/a%5B1%5D%7Cb");
  CHECK(normal("mailto:a@b.c?subject=你好") == "mailto:a@b.c?subject=%E4%BD%A0%E5%A5%BD");
  CHECK(normal("mailto://a@b.c?subject=x") == "mailto:a@b.c?subject=x");
  CHECK(normal(" https://a.b/\n c ") == "https://a.b/%20c");
}

TEST_CASE("what is encoded already stays as it is", "[outline][rfc3986]") {
  CHECK(normal("https://a.b/%E4%B8%AD/%zz/100%") == "https://a.b/%E4%B8%AD/%25zz/100%25");
}

TEST_CASE("an address that no book may hold is none", "[outline][links]") {
  CHECK(normal("javascript:alert(1)") == "(none)");
  CHECK(normal("file:///etc/passwd") == "(none)");
  CHECK(normal("C:\\a.md") == "(none)");
  CHECK(normal("https://") == "(none)");
  CHECK(normal("http://a b/") == "(none)");
  CHECK(normal("https://a.b:port/") == "(none)");
  CHECK(normal("mailto:") == "(none)");
}

TEST_CASE("hosts may be names in hanzi, addresses, and carry a port", "[outline][links]") {
  CHECK(normal("https://例子.中国:8080/a") == "https://例子.中国:8080/a");
  CHECK(normal("http://[::1]:80/") == "http://[::1]:80/");
  CHECK(normal("http://a.b./") == "http://a.b./");
  CHECK(normal("http://h:65535/") == "http://h:65535/");
  CHECK_FALSE(normalised_address(split_address("http://h:65536/")));
}

TEST_CASE("a host that no name server can find is none", "[outline][rfc1035-2.3.4]") {
  const std::string label(64, 'a');
  for (const std::string& host :
       {std::string("a..b"), std::string("."), std::string(".a"), label, std::string("\u0301a"),
        std::string("[::1::2]"), std::string("[v1.a]"), std::string("u@h"), std::string("u:p@h")})
    CHECK(normal("http://" + host + "/") == "(none)");
  CHECK(normal("geo://\"x\"/y") == "(none)");
  CHECK(normal("xmpp://[/x") == "(none)");
  CHECK(normal("xmpp:a@b") == "xmpp:a@b");
}

TEST_CASE("a reference is seen from its base", "[outline][rfc3986-5.2]") {
  const Address base = split_address("https://a.b/posts/x/");
  CHECK(normalised_address(resolved_against(base, split_address("../y/z.html#f"))) ==
        "https://a.b/posts/y/z.html#f");
  CHECK(normalised_address(resolved_against(base, split_address("/top?q"))) == "https://a.b/top?q");
  CHECK(normalised_address(resolved_against(base, split_address("../../../up"))) ==
        "https://a.b/up");
}

TEST_CASE("dots in a path are walked, not kept", "[outline][rfc3986-5.2.4]") {
  CHECK(without_dot_segments("a/./b/../c") == "a/c");
  CHECK(without_dot_segments("../a.md") == "../a.md");
  CHECK(without_dot_segments("x/../../a.md") == "../a.md");
  CHECK(without_dot_segments("/../a/") == "/a/");
  CHECK(without_dot_segments("a/..") == "");
}
