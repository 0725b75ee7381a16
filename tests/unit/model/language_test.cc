#include "model/language.h"

#include <catch2/catch.hpp>

using namespace keben::model;

TEST_CASE("tags are read as authors write them", "[model][bcp47]") {
  CHECK(parse_language("zh_cn") == Language{"zh-CN", Convention::hans});
  CHECK(parse_language("ZH-hant-hk") == Language{"zh-Hant-HK", Convention::hant_hk});
  CHECK(parse_language("zh-TW") == Language{"zh-TW", Convention::hant_tw});
  CHECK(parse_language("zh-Hans-HK")->convention == Convention::hans);
  CHECK(parse_language("ja") == Language{"ja", Convention::ja});
  CHECK(parse_language("en_US") == Language{"en-US", Convention::western});
}

TEST_CASE("a country is not a language, and neither is prose", "[model][bcp47]") {
  CHECK_FALSE(parse_language("cn"));
  CHECK_FALSE(parse_language("C"));
  CHECK_FALSE(parse_language(""));
  CHECK_FALSE(parse_language("中文"));
  CHECK_FALSE(parse_language("zh--CN"));
}
