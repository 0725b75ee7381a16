#include "typography/quotes.h"

#include <catch2/catch.hpp>

#include "base/utf8.h"

using namespace keben;
using namespace keben::typography;
using model::Convention;

namespace {

/// C, W or A a mark, and the marks meant, as the vectors write them.
std::string kinds(std::string_view text, Convention convention = Convention::hans) {
  std::string out;
  const std::u32string points = utf8::to_utf32(text);
  for (const Quote& q : resolve_quotes(points, {}, convention).quotes) {
    if (!out.empty()) out += ' ';
    out += q.kind == Quote::Kind::chinese ? 'C' : q.kind == Quote::Kind::western ? 'W' : 'A';
  }
  return out;
}

std::string resolved(std::string_view text, Convention convention = Convention::hans) {
  std::u32string points = utf8::to_utf32(text);
  for (const Quote& q : resolve_quotes(points, {}, convention).quotes)
    points[q.at] = q.mark;
  return utf8::from_utf32(points);
}

}  // namespace

TEST_CASE("marks around hanzi are Chinese, around Latin inside Latin Western", "[typography][Q3]") {
  CHECK(kinds("他说“走”。") == "C C");
  CHECK(kinds("“SOTA领先模型”等") == "C C");
  CHECK(kinds("在“AI”时代") == "C C");
  CHECK(kinds("他写道 He said “hi” to me 然后") == "W W");
  CHECK(kinds("He said “你好” twice.", Convention::western) == "W W");
}

TEST_CASE("nested pairs take the outer one's kind", "[typography][Q3]") {
  CHECK(kinds("“我叫‘阿毛’。”") == "C C C C");
  CHECK(kinds("他说“he said ‘go’ then”。") == "C C C C");
}

TEST_CASE("an apostrophe is a letter of its word", "[typography][Q2]") {
  CHECK(kinds("Don’t panic 是") == "A");
  CHECK(resolved("Don't panic 是") == "Don’t panic 是");
  CHECK(resolved("the dogs' bowls", Convention::western) == "the dogs’ bowls");
}

TEST_CASE("straight marks open and close in turn", "[typography][Q1]") {
  CHECK(resolved("他说\"走\"。他说\"不\"。") == "他说“走”。他说“不”。");
  CHECK(kinds("他说\"走\"。") == "C C");
  CHECK(resolved("强调'核心'技术") == "强调‘核心’技术");
}

TEST_CASE("a straight mark without a partner stays, and is told", "[typography][Q1]") {
  const std::u32string text = U"他说\"走。";
  CHECK(resolve_quotes(text, {}, Convention::hans).unpaired);
  CHECK(resolved("他说\"走。") == "他说\"走。");
  CHECK(resolved("一块 27\" 的屏幕") == "一块 27\" 的屏幕");
}

TEST_CASE("marks inside code stand for themselves", "[typography][Q1]") {
  const std::u32string text = U"打\"a\"";
  const std::vector<std::uint8_t> literal{0, 1, 1, 1};
  CHECK(resolve_quotes(text, literal, Convention::hans).quotes.empty());
}

TEST_CASE("three hundred thousand marks cost no more than their number", "[typography][linear]") {
  std::u32string text;
  for (int i = 0; i < 100'000; ++i)
    text += U"“‘”";
  CHECK(resolve_quotes(text, {}, Convention::hans).quotes.size() == 300'000);
}
