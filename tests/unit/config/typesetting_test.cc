#include "config/typesetting.h"

#include <catch2/catch.hpp>

using namespace keben;
using namespace keben::config;

TEST_CASE("every value of every setting is taken, and the first is the usual one", "[config]") {
  for (const std::string_view name : setting_names()) {
    const std::vector<std::string_view> values = setting_values(name);
    REQUIRE(values.size() > 1);
    std::vector<Typesetting> seen;
    for (const std::string_view value : values) {
      Typesetting one;
      CAPTURE(name, value);
      CHECK(set(one, name, value));
      CHECK(std::find(seen.begin(), seen.end(), one) == seen.end());
      seen.push_back(one);
    }
    CHECK(seen.front() == Typesetting());
  }
}

TEST_CASE("settings go by typesetting.md's names", "[config]") {
  Typesetting type;
  CHECK(set(type, "kinsoku", "strict"));
  CHECK(type.kinsoku == Kinsoku::strict);
  CHECK(set(type, "marks", "kaiming"));
  CHECK(type.marks == Marks::kaiming);
  CHECK(set(type, "hang", "allow-end"));
  CHECK(type.hang == Hang::allow_end);
  CHECK(set(type, "indent", "0"));
  CHECK(type.indent == Em{0});
  CHECK(set(type, "indent", "auto"));
  CHECK_FALSE(type.indent);
}

TEST_CASE("no setting and no value is taken that there is not", "[config]") {
  Typesetting type;
  CHECK_FALSE(set(type, "kinsoku", "loose"));
  CHECK_FALSE(set(type, "kinsoku", ""));
  CHECK_FALSE(set(type, "leading", "2"));
  CHECK(type == Typesetting());
  CHECK(setting_values("leading").empty());
}
