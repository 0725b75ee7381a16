// Where the marks of printed pages come to stand among the words.
#include "epub/xhtml/page_marks.h"

#include <catch2/catch.hpp>

#include <regex>

#include "tests/unit/epub_xhtml/rendered.h"

using namespace keben;
using namespace keben::epub;
using namespace keben::test;
using edition::TextPlace;

namespace {

/// The text's body with each mark as its label in brackets.
std::string marked(const edition::Edition& book, const edition::PageStarts& starts) {
  Diagnostics log;
  const PageMarks marks(starts);
  const std::vector<std::string> names;
  const std::string file =
      write_chapter({.edition = book, .pictures = names, .pages = &marks}, {}, log).xhtml;
  const std::size_t first = file.find("</h1>\n") + 6;
  return std::regex_replace(
      file.substr(first, file.find("</section>") - first),
      std::regex(R"re(<span epub:type="pagebreak"[^>]*label="(\d+)"></span>)re"), "[$1]");
}

edition::Edition book_with(model::Block block) {
  model::Blocks blocks;
  blocks.push_back(std::move(block));
  Diagnostics log;
  return settled(book_of(essay("a.md", "文", std::move(blocks))), log).edition;
}

const edition::Block& first_block(const edition::Edition& book) {
  return book.essays[0].blocks[0];
}

}  // namespace

TEST_CASE("a page may begin within a formula of several lines", "[xhtml][epub-13]") {
  const edition::Edition book = book_with({{}, model::MathBlock{"a = b\nc < d"}});
  CHECK_THAT(marked(book, {{"7", {first_block(book).id, 6}}}),
             Catch::Contains("a = b\n[7]c &lt; d</code></pre>"));
}

TEST_CASE("a page that begins with a task begins with its box", "[xhtml][epub-13]") {
  model::List list;
  list.items.push_back({{}, true, {paragraph({text("做")})}});
  const edition::Edition book = book_with({{}, list});
  const auto& item = std::get<edition::List>(first_block(book).is).items[0];
  const auto& words = std::get<edition::Paragraph>(item.children[0].is).words;
  const std::string body = marked(book, {{"7", {words.id, 0}}});
  CHECK_THAT(body, Catch::Contains("<li>[7]<span"));
  CHECK(body.find("[7]") == body.rfind("[7]"));
}

TEST_CASE("the mark of a page without text of its own stands behind the text before it",
          "[xhtml][epub-13]") {
  const edition::Edition words = book_with(paragraph({text("山水")}));
  const auto& content = std::get<edition::Paragraph>(first_block(words).is).words;
  CHECK_THAT(marked(words, {{"7", {content.id, TextPlace::kBehind}}}),
             Catch::Contains("山水[7]</p>"));
  const edition::Edition rule = book_with({{}, model::ThematicBreak{}});
  CHECK_THAT(marked(rule, {{"7", {first_block(rule).id, TextPlace::kBehind}}}),
             Catch::Contains("<hr/>[7]"));
}
