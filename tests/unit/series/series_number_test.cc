#include "series/series_number.h"

#include <catch2/catch.hpp>

#include "series/numerals.h"

using namespace keben::series;

namespace {

std::string read(std::string_view text) {
  const auto number = series_number(text);
  return number ? number->stem + "#" + std::to_string(number->value) : "-";
}

}  // namespace

TEST_CASE("a title's number of its series, in every writing", "[series][series-number]") {
  CHECK(read("观察（三）") == "观察#3");
  CHECK(read("观察(12)：缘起") == "观察#12");
  CHECK(read("观察【上】") == "观察#1");
  CHECK(read("红楼梦 第一百二十回 结") == "红楼梦#120");
  CHECK(read("第 3 章 排版") == "#3");
  CHECK(read("Notes, Part 2: Ink") == "Notes#2");
  CHECK(read("从零开始 XXXVIII") == "从零开始#38");
  CHECK(read("03-墨水") == "#3");
  CHECK(read("三、墨水") == "#3");
  CHECK(read("issue-9") == "issue#9");
  CHECK(read("行长·下") == "行长#3");
  CHECK(read("行长 上篇") == "行长#1");
  CHECK(read("行长 十一") == "行长#11");
}

TEST_CASE("years, dates and words are no numbers of a series", "[series][series-number]") {
  for (const char* text :
       {"年终总结（2024）", "2024-03-01-随笔", "2024", "万历十五年", "一个人", "（完）", "I",
        "天下", "MIX", "Vitamin C", "", "第一次旅行", "Partition 3x"})
    CHECK(read(text) == "-");
}

TEST_CASE("numerals", "[series][numerals]") {
  CHECK(take_chinese("二十三章") == Numeral{23, 9});
  CHECK(take_chinese("十") == Numeral{10, 3});
  CHECK(take_chinese("一百零五") == Numeral{105, 12});
  CHECK(take_chinese("二〇") == Numeral{20, 6});
  CHECK(take_chinese("廿三") == Numeral{23, 6});
  CHECK_FALSE(take_chinese("章"));
  CHECK(take_roman("XXXIX") == Numeral{39, 5});
  CHECK(take_roman("XIV") == Numeral{14, 3});
  CHECK_FALSE(take_roman("XVth"));
  CHECK_FALSE(take_roman("IIII"));
  CHECK(take_digits("１２月") == Numeral{12, 6});
  CHECK_FALSE(take_digits("1234567"));
}
