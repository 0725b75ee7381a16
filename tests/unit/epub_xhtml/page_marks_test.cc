// Where the marks of printed pages come to stand among the words.
#include "epub/xhtml/page_marks.h"

#include <catch2/catch.hpp>

#include <regex>

#include "tests/unit/epub_xhtml/rendered.h"

using namespace keben;
using namespace keben::epub;
using namespace keben::test;
using outline::TextPlace;

namespace {

/// The text's body with each mark as its label in brackets.
std::string marked(const model::Collection& book, const outline::PageStarts& starts) {
  Diagnostics log;
  const outline::Outline outline = outline::make_outline(book, log);
  const assets::AssetStore store = pictures_for(book);
  const PageMarks marks(starts);
  const std::vector<std::string> names;
  const std::string file = write_chapter({.collection = book,
                                          .outline = outline,
                                          .assets = store,
                                          .pictures = names,
                                          .pages = &marks},
                                         {}, log)
                               .xhtml;
  const std::size_t first = file.find("</h1>\n") + 6;
  return std::regex_replace(
      file.substr(first, file.find("</section>") - first),
      std::regex(R"re(<span epub:type="pagebreak"[^>]*label="(\d+)"></span>)re"), "[$1]");
}

model::Collection book_with(model::Block block) {
  model::Blocks blocks;
  blocks.push_back(std::move(block));
  return book_of(essay("a.md", "文", std::move(blocks)));
}

const model::Block& first_block(const model::Collection& book) {
  return book.documents[0].blocks[0];
}

}  // namespace

TEST_CASE("a page may begin within a formula of several lines", "[xhtml][epub-13]") {
  const model::Collection book = book_with({{}, model::MathBlock{"a = b\nc < d"}});
  const auto& formula = std::get<model::MathBlock>(first_block(book).is);
  CHECK_THAT(marked(book, {{"7", {&formula, 6}}}),
             Catch::Contains("a = b\n[7]c &lt; d</code></pre>"));
}

TEST_CASE("a page that begins with a task begins with its box", "[xhtml][epub-13]") {
  model::List list;
  list.items.push_back({{}, true, {paragraph({text("做")})}});
  const model::Collection book = book_with({{}, list});
  const auto& item = std::get<model::List>(first_block(book).is).items[0];
  const auto& words = std::get<model::Paragraph>(item.children[0].is).content;
  const std::string body = marked(book, {{"7", {&words, 0}}});
  CHECK_THAT(body, Catch::Contains("<li>[7]<span"));
  CHECK(body.find("[7]") == body.rfind("[7]"));
}

TEST_CASE("the mark of a page without text of its own stands behind the text before it",
          "[xhtml][epub-13]") {
  const model::Collection words = book_with(paragraph({text("山水")}));
  const auto& content = std::get<model::Paragraph>(first_block(words).is).content;
  CHECK_THAT(marked(words, {{"7", {&content, TextPlace::kBehind}}}),
             Catch::Contains("山水[7]</p>"));
  const model::Collection rule = book_with({{}, model::ThematicBreak{}});
  CHECK_THAT(marked(rule, {{"7", {&first_block(rule), TextPlace::kBehind}}}),
             Catch::Contains("<hr/>[7]"));
}
