#include "pdf/shape/hyphens.h"

#include <catch2/catch.hpp>

#include "base/utf8.h"

using namespace keben;
using namespace keben::pdf::shape;

namespace {

/// The text with a hyphen at each place.
std::string divided(std::string_view text, std::string_view language = "zh-CN") {
  const std::u32string points = utf8::to_utf32(text);
  std::u32string out;
  std::size_t done = 0;
  for (const HyphenPoint& at : hyphen_points(points, language)) {
    out += points.substr(done, at.after - done) + U"-";
    done = at.after;
  }
  return utf8::from_utf32(out + points.substr(done));
}

}  // namespace

TEST_CASE("English words in Chinese text are divided by syllables", "[pdf_shape][2.8]") {
  CHECK(divided("responsibility") == "re-spon-si-bil-ity");
  CHECK(divided("(Transformer)") == "(Trans-former)");
}

TEST_CASE("short words, abbreviations and words with digits stay whole", "[pdf_shape][2.8]") {
  for (const char* word : {"paper", "UNESCO", "Llama3model", "doesn’t", "GPT", "ISO8859"})
    CHECK(divided(word) == word);
}

TEST_CASE("a name with humps is divided at them alone, at a high price", "[pdf_shape][2.8]") {
  CHECK(divided("DeepSeek") == "Deep-Seek");
  CHECK(divided("OpenAI") == "Open-AI");
  CHECK(divided("iPhone") == "iPhone");
  CHECK(hyphen_points(U"DeepSeek", "en").front().penalty >
        hyphen_points(U"Transformer", "en").front().penalty);
}

TEST_CASE("a hyphen near a word's edge costs more", "[pdf_shape][5.4]") {
  const auto points = hyphen_points(U"responsibility", "en");
  CHECK(points.front().penalty == 120 * 145 / 100);  // re-: three short of five
  CHECK(points[1].penalty == 120);                   // respon-: none
}

TEST_CASE("a language without a dictionary divides nothing", "[pdf_shape][2.8]") {
  CHECK(divided("responsibility", "tlh") == "responsibility");
}
