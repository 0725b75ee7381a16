#include "typography/corner_quotes.h"

#include <catch2/catch.hpp>

#include "tests/support/build.h"

using namespace keben;
using namespace keben::test;

namespace {

/// What a paragraph's words become, in plain text.
std::string turned(model::Inlines words, const model::Language& language = kChinese) {
  model::Document document = essay("a.md", "题", {paragraph(std::move(words))});
  document.meta.language = language;
  typography::set_corner_quotes(document);
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
  CHECK(turned({text("don't 与“是”")}) == "don't 与「是」");
  CHECK(turned({text("印"), {{}, model::CodeSpan{"\"码\""}}, text("“字”")}) == "印\"码\"「字」");
  CHECK(turned({text("“走”")}, {"en", model::Convention::western}) == "“走”");
}

TEST_CASE("titles get corners, too", "[typography][Q5]") {
  model::Document document = essay("a.md", "论“版”", {});
  typography::set_corner_quotes(document);
  CHECK(document.meta.title == "论「版」");
}
