#include "pdf/shape/opportunities.h"

#include <catch2/catch.hpp>

#include "base/utf8.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::shape;

namespace {

/// Whether a line may begin with `c` behind a hanzi.
bool may_begin(char32_t c, style::Prohibition level, model::Convention convention) {
  StyledText text;
  text.styles.push_back({});
  std::string points = "字";
  utf8::append(points, c);
  text.append(points + "字", 0);
  const style::ParagraphStyle style{
      .language = {convention == model::Convention::ja ? "ja" : "zh-CN", convention},
      .prohibition = level};
  bool unpaired = false;
  std::vector<Character> characters;
  characters_of(text, style, characters, unpaired);
  return OpportunityFinder().find(characters, text, style, Mil{30'000})[0].at != Gap::Break::never;
}

/// Characters that web browsers agree on (the line-break tests of the Web Platform Tests; CSS Text
/// 3 §5.3): what no line begins with in Chinese, strict and normal, and what only strict forbids.
constexpr std::u32string_view kNever =
    U"\u30FB\uFF1A\uFF1B\uFF65\u203C\u2047\u2048\u2049\uFF01\uFF1F"  // centred marks
    U"\u00B0\u2030\u2032\u2033\u2035\u2103\u2109\uFE6A\uFF05\uFFE0"  // suffixes
    U"\u2024\u2025\u2026\u22EF\uFE19\U00010AF6"                      // inseparable
    U"\u3005\u303B\u309D\u309E\u30FD\u30FE"                          // iteration marks
    U"\u2010\u2013";                                                 // hyphens
constexpr std::u32string_view kNotStrict =
    U"\u301C\u30A0"
    U"\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308E\u3095\u3096"
    U"\u30A1\u30A3\u30A5\u30A7\u30A9\u30C3\u30E3\u30E5\u30E7\u30EE\u30F5\u30F6\u30FC";

std::string name_of(char32_t c) {
  std::string out;
  utf8::append(out, c);
  return out;
}

}  // namespace

TEST_CASE("no line begins with what the web's line-break tests forbid at its start",
          "[pdf_shape][T3]") {
  for (const char32_t c : kNever) {
    INFO(name_of(c));
    CHECK_FALSE(may_begin(c, style::Prohibition::strict, model::Convention::hans));
    CHECK_FALSE(may_begin(c, style::Prohibition::strict, model::Convention::ja));
  }
  for (const char32_t c : kNotStrict) {
    INFO(name_of(c));
    CHECK_FALSE(may_begin(c, style::Prohibition::gb, model::Convention::hans));
    CHECK_FALSE(may_begin(c, style::Prohibition::strict, model::Convention::ja));
  }
}

TEST_CASE("a line may begin with small kana where Japanese is not strict", "[pdf_shape][T3]") {
  for (const char32_t c : kNotStrict.substr(2)) {
    INFO(name_of(c));
    CHECK(may_begin(c, style::Prohibition::basic, model::Convention::ja));
  }
}
