#include "config/limits.h"

#include <catch2/catch.hpp>

using namespace keben::config;

TEST_CASE("a limit is a number, of bytes with a unit, within what the code was made for",
          "[config]") {
  Limits limits;
  CHECK(set_limit(limits, "file", "32MB"));
  CHECK(limits.file_bytes == 32u << 20);
  CHECK(set_limit(limits, "file", "4096"));
  CHECK(limits.file_bytes == 4096);
  CHECK(set_limit(limits, "table-cells", "200000"));
  CHECK(limits.table_cells == 200'000);
  CHECK(set_limit(limits, "nesting", "100"));
  for (const char* bad : {"", "0", "-1", "x", "1.5MB", "32 MB", "32mb", "1GB",
                          "99999999999999999999", "18014398509481985KB"})
    CHECK_FALSE(set_limit(limits, "file", bad));
  CHECK_FALSE(set_limit(limits, "nesting", "101"));
  CHECK_FALSE(set_limit(limits, "nesting", "1KB"));
  CHECK_FALSE(set_limit(limits, "pages", "1"));
  CHECK(limits.file_bytes == 4096);
}

TEST_CASE("every limit can be set to what it is, and is told apart", "[config]") {
  for (const std::string_view name : limit_names()) {
    CAPTURE(name);
    Limits limits;
    CHECK(set_limit(limits, name, "1"));
    CHECK(spelled(limits) != spelled(Limits()));
    CHECK_FALSE(offered_limit(name).empty());
  }
  CHECK(offered_limit("file") == "1–256MB");
  CHECK(offered_limit("address") == "1–64KB");
  CHECK(offered_limit("nesting") == "1–100");
}
