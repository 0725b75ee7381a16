#include "config/page_size.h"

#include <catch2/catch.hpp>

using namespace keben::config;
using keben::Mm;

TEST_CASE("trade names and plain millimetres name a page", "[config]") {
  CHECK(parse_page_size("a5") == PageSize{"A5", Mm{148}, Mm{210}});
  CHECK(parse_page_size("大32开") == PageSize{"大32开", Mm{140}, Mm{203}});
  CHECK(parse_page_size("148x210mm") == PageSize{"148x210mm", Mm{148}, Mm{210}});
  CHECK(parse_page_size("120×180") == PageSize{"120×180", Mm{120}, Mm{180}});
}

TEST_CASE("what is no page is refused", "[config]") {
  CHECK_FALSE(parse_page_size("A7½"));
  CHECK_FALSE(parse_page_size("10x10mm"));
  CHECK_FALSE(parse_page_size("148x"));
  CHECK_FALSE(parse_page_size(""));
}
