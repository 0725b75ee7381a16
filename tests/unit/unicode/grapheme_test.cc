#include "unicode/grapheme.h"

#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "base/utf8.h"
#include "tests/unit/unicode/break_test_file.h"
#include "unicode/properties.h"

using namespace keben;
using namespace keben::unicode;

namespace {

std::vector<std::string> clusters(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = next_cluster(text, at);
    out.emplace_back(text.substr(at, next - at));
    at = next;
  }
  return out;
}

using Clusters = std::vector<std::string>;

}  // namespace

TEST_CASE("every string of GraphemeBreakTest.txt falls apart as it says", "[unicode][uax29]") {
  const auto tests = test::read_break_tests("GraphemeBreakTest.txt");
  KEBEN_NEED_FILE(tests, "GraphemeBreakTest.txt");
  CHECK(tests.size() == 602);
  std::string faults;
  for (const test::BreakTest& wanted : tests) {
    Clusters expected(1);
    for (std::size_t i = 0; i < wanted.text.size(); ++i) {
      utf8::append(expected.back(), wanted.text[i]);
      if (wanted.breaks_after[i] && i + 1 < wanted.text.size()) expected.emplace_back();
    }
    if (clusters(utf8::from_utf32(wanted.text)) != expected) faults += wanted.line + "\n";
  }
  INFO(faults);
  CHECK(faults.empty());
}

TEST_CASE("a hanzi and a letter are clusters of their own", "[unicode]") {
  CHECK(clusters("汉字ab𠮷，") == Clusters{"汉", "字", "a", "b", "𠮷", "，"});
  CHECK(clusters("a\r\n汉") == Clusters{"a", "\r\n", "汉"});
}

TEST_CASE("marks, variation selectors and keycaps stay with their base", "[unicode][uax29]") {
  CHECK(clusters("e\u0301字") == Clusters{"e\u0301", "字"});
  CHECK(clusters("葛\U000E0100城") == Clusters{"葛\U000E0100", "城"});
  CHECK(clusters("1\uFE0F\u20E32") == Clusters{"1\uFE0F\u20E3", "2"});
  CHECK(clusters("か\u3099き") == Clusters{"か\u3099", "き"});
}

TEST_CASE("families, skin tones and flags are one picture each", "[unicode][uax29]") {
  CHECK(clusters("👨‍👩‍👧👍🏽") == Clusters{"👨‍👩‍👧", "👍🏽"});
  CHECK(clusters("🇨🇳🇯🇵🇰") == Clusters{"🇨🇳", "🇯🇵", "🇰"});
  CHECK(clusters("🏴󠁧󠁢󠁥󠁮󠁧󠁿国") ==
        Clusters{"🏴󠁧󠁢󠁥󠁮󠁧󠁿", "国"});
  CHECK(clusters("a\u200D👧") == Clusters{"a\u200D", "👧"});  // a letter joins no picture
}

TEST_CASE("jamo make syllables", "[unicode][uax29]") {
  CHECK(clusters("\u1112\u1161\u11AB\u1100\u1173\u11AF") ==
        Clusters{"\u1112\u1161\u11AB", "\u1100\u1173\u11AF"});
  CHECK(clusters("한글") == Clusters{"한", "글"});
}

TEST_CASE("what the fast path takes for plain is plain in the tables", "[unicode]") {
  bool plain = true;
  for (char32_t c = 0x20; c < 0x7F; ++c)
    plain = plain && properties_of(c).cluster == ClusterClass::other;
  for (char32_t c = 0x4000; c <= 0x9FFF; ++c)
    plain = plain && properties_of(c).cluster == ClusterClass::other;
  CHECK(plain);
}

TEST_CASE("clusters always advance and end exactly with the text", "[unicode][property]") {
  const std::u32string alphabet =
      U"a1\r\n汉，e\u0301\u200D\uFE0F\u20E3👩👧🏽🇨🇳\u1100\u1161\u11A8가각\u0600"
      U"\u0903"
      U"\U000E0100";
  std::mt19937 random(20250119);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t n = 1 + random() % 12; n > 0; --n)
      utf8::append(text, alphabet[random() % alphabet.size()]);
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t next = next_cluster(text, at);
      REQUIRE(next > at);
      REQUIRE(next <= text.size());
      REQUIRE((next == text.size() || (static_cast<unsigned char>(text[next]) & 0xC0) != 0x80));
      at = next;
    }
    REQUIRE(at == text.size());
  }
}

TEST_CASE("a megabyte of joined pictures is one cluster", "[unicode][time]") {
  std::string text;
  for (int i = 0; i < 200'000; ++i)
    text += "👩\u200D";
  CHECK(count_clusters(text) == 1);
  CHECK(count_clusters("汉e\u0301字") == 3);
}
