#include "base/source_map.h"

#include <catch2/catch.hpp>

using namespace keben;

TEST_CASE("a line is found by its number, without its end", "[base]") {
  SourceMap map;
  const FileId file = map.add("essay.md", "一\n\n三");
  CHECK(map.name(file) == "essay.md");
  CHECK(map.line(file, 1) == "一");
  CHECK(map.line(file, 2).empty());
  CHECK(map.line(file, 3) == "三");
  CHECK(map.line(file, 4).empty());
  CHECK(map.line(file, 0).empty());
}
