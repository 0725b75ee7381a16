#include "series/natural_order.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

using keben::series::naturally_before;

namespace {

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::sort(names.begin(), names.end(), naturally_before);
  return names;
}

}  // namespace

TEST_CASE("numbers in names count by their value", "[series][natural-order]") {
  CHECK(sorted({"10.md", "9.md", "1.md", "100.md"}) ==
        std::vector<std::string>{"1.md", "9.md", "10.md", "100.md"});
  CHECK(sorted({"第10章.md", "第2章.md", "第1章.md"}) ==
        std::vector<std::string>{"第1章.md", "第2章.md", "第10章.md"});
  CHECK(sorted({"v1.10/a", "v1.9/b", "v1.9/a"}) ==
        std::vector<std::string>{"v1.9/a", "v1.9/b", "v1.10/a"});
}

TEST_CASE("all else counts by its bytes", "[series][natural-order]") {
  CHECK(sorted({"b", "B", "a", "甲", ""}) == std::vector<std::string>{"", "B", "a", "b", "甲"});
  CHECK(naturally_before("a", "ab"));
  CHECK(naturally_before("1", "a"));
  CHECK_FALSE(naturally_before("a", "a"));
}

TEST_CASE("a number may be longer than any integer", "[series][natural-order]") {
  const std::string nines(60, '9');
  CHECK(naturally_before(nines, "1" + std::string(60, '0')));
  CHECK_FALSE(naturally_before("1" + std::string(60, '0'), nines));
}

TEST_CASE("leading zeros change nothing but the order of equals", "[series][natural-order]") {
  CHECK(naturally_before("007", "8"));
  CHECK(naturally_before("7", "008"));
  CHECK(naturally_before("01", "1") != naturally_before("1", "01"));
  CHECK(naturally_before("00", "0") != naturally_before("0", "00"));
}

TEST_CASE("the order is strict and total", "[series][natural-order]") {
  const std::vector<std::string> names = {"",    "0",    "00",  "1",   "01",   "1a",
                                          "01a", "a1",   "a01", "a1b", "a01b", "10",
                                          "9",   "9a10", "9a9", "甲2", "甲10"};
  for (const std::string& a : names) {
    for (const std::string& b : names) {
      INFO(a << " and " << b);
      CHECK(naturally_before(a, b) + naturally_before(b, a) == (a == b ? 0 : 1));
      for (const std::string& c : names)
        if (naturally_before(a, b) && naturally_before(b, c)) CHECK(naturally_before(a, c));
    }
  }
}

TEST_CASE("Chinese and Roman numerals count where a number stands", "[series][natural-order]") {
  CHECK(sorted({"第十章", "第二章", "第一章"}) ==
        std::vector<std::string>{"第一章", "第二章", "第十章"});
  CHECK(sorted({"记（下）", "记（上）", "记（中）"}) ==
        std::vector<std::string>{"记（上）", "记（中）", "记（下）"});
  CHECK(sorted({"Part IX", "Part IV", "Part 5"}) ==
        std::vector<std::string>{"Part IV", "Part 5", "Part IX"});
  CHECK(keben::series::natural_key("万历十五年") == "万历十五年");
}

TEST_CASE("a name may be any bytes", "[series][natural-order]") {
  CHECK(naturally_before("\xe4\xb9", "乙"));
  CHECK(
      naturally_before("\xff"
                       "9",
                       "\xff"
                       "10"));
}
