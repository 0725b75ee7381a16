#include "typography/real_quotes.h"

#include <catch2/catch.hpp>

#include "tests/support/build.h"

using namespace keben;
using namespace keben::test;

namespace {

/// What a paragraph's words become, in plain text.
std::string turned(model::Inlines words, const model::Language& language = kChinese,
                   typography::Marks marks = typography::Marks::corners) {
  model::Document document = essay("a.md", "题", {paragraph(std::move(words))});
  document.meta.language = language;
  typography::set_real_quotes(document, marks);
  return model::plain_text(std::get<model::Paragraph>(document.blocks[0].is).content);
}

}  // namespace

TEST_CASE("Chinese quotation marks become corners, typed straight or curly", "[typography][Q5]") {
  CHECK(turned({text("他说“好的‘阅读’”。")}) == "他说「好的『阅读』」。");
  CHECK(turned({text("他说\"好\"。")}) == "他说「好」。");
}

TEST_CASE("a pair of marks may be in two styles", "[typography][Q5]") {
  CHECK(turned({text("他说“"), styled(model::Style::strong, {text("好”")}), text("。")}) ==
        "他说「好」。");
}

TEST_CASE("Western marks, apostrophes and code keep theirs", "[typography][Q5]") {
  CHECK(turned({text("他写道 He said “hi” to me 然后")}) == "他写道 He said “hi” to me 然后");
  CHECK(turned({text("don't 与“是”")}) == "don’t 与「是」");
  CHECK(turned({text("印"), {{}, model::CodeSpan{"\"码\""}}, text("“字”")}) == "印\"码\"「字」");
  CHECK(turned({text("“走”")}, {"en", model::Convention::western}) == "“走”");
}

TEST_CASE("titles get corners, too", "[typography][Q5]") {
  model::Document document = essay("a.md", "论“版”", {});
  typography::set_real_quotes(document.meta, typography::Marks::corners);
  CHECK(document.meta.title == "论「版」");
}

TEST_CASE("straight marks become those that were meant, and others stay", "[typography][Q5]") {
  const auto curly = [](model::Inlines words) {
    return turned(std::move(words), kChinese, typography::Marks::curly);
  };
  CHECK(curly({text("他说\"好\"。")}) == "他说“好”。");
  CHECK(curly({text("他说「好」，don't 走。")}) == "他说「好」，don’t 走。");
  CHECK(turned({text("印\"字\"")}, {"en", model::Convention::western}, typography::Marks::curly) ==
        "印\"字\"");
}

TEST_CASE("marks that were set stay as they are when they are set again", "[typography][Q5]") {
  for (const auto marks : {typography::Marks::curly, typography::Marks::corners,
                           typography::Marks::vertical_corners}) {
    const std::string once = turned({text("他说\"好的'阅读'\"。")}, kChinese, marks);
    CHECK(turned({text(once)}, kChinese, marks) == once);
  }
}

TEST_CASE("lines from top to bottom have corners by each language's own order",
          "[typography][epub-29]") {
  const std::string words = "他说“我看‘好’的”，又说\"走\"。";
  const auto set = [&](model::Convention convention) {
    return typography::with_real_quotes(words, convention, typography::Marks::vertical_corners);
  };
  CHECK(set(model::Convention::hans) == "他说『我看「好」的』，又说『走』。");
  CHECK(set(model::Convention::hant_tw) == "他说「我看『好』的」，又说「走」。");
}

TEST_CASE("no corners round Western words, nor for apostrophes", "[typography][epub-29]") {
  for (const std::string words : {"用DeepSeek’s的", "He said “go”"})
    CHECK(typography::with_real_quotes(words, model::Convention::hans,
                                       typography::Marks::vertical_corners) == words);
}
