#include "epub/book/first_leaves.h"

#include <catch2/catch.hpp>

#include "epub/book/package.h"

#include "tests/unit/epub_book/described.h"

using namespace keben;
using namespace keben::epub;
using namespace keben::test;
using Catch::Contains;

TEST_CASE("the title page says what is known and no more", "[book]") {
  model::Document text = essay("a.md", "文\"题\"", {paragraph("一")});
  CHECK_THAT(write_title_page(Described(book_of(text)).book()),
             Contains("<section class=\"titlepage\" epub:type=\"titlepage\">\n"
                      "<h1 epub:type=\"fulltitle\" class=\"title\">文“题”</h1>\n</section>"));
  text.meta.published = model::Date{2025, 1, 25};
  text.meta.people = {{"张三", "aut"}};
  CHECK_THAT(write_title_page(Described(book_of(text)).book()),
             Contains("<p class=\"author\">张三</p>\n<p class=\"date\">2025年1月25日</p>"));
}

TEST_CASE("the cover's words are the title's and the authors'", "[book]") {
  model::Document text = essay("a.md", "文", {});
  text.meta.people = {{"张三", "aut"}};
  const Described described(book_of(text));
  Book book = described.book();
  book.cover = ListedPicture{"cover.jpg", assets::MediaType::jpeg};
  CHECK_THAT(write_cover(book), Contains("<img role=\"doc-cover\" src=\"../img/cover.jpg\" "
                                         "alt=\"封面　文　张三\"/>"));
}

TEST_CASE("a part's page stands before its first text, and is where its entries lead",
          "[book][parts]") {
  model::Collection book;
  book.meta.language = kChinese;
  for (const char* title : {"序", "甲", "跋"})
    book.documents.push_back(essay(std::string(title) + ".md", title, {paragraph("一")}));
  book.parts = {{"\"上\"编", 1}, {"", 2}};
  const Described described(book);
  CHECK_THAT(write_part_page(described.book(), 0),
             Contains("<section class=\"part\" epub:type=\"part\" role=\"doc-part\">\n"
                      "<h1 class=\"title\">“上”编</h1>\n</section>"));
  CHECK_THAT(write_package(described.book()),
             Contains("<itemref idref=\"e1\"/>\n<itemref idref=\"part1\"/>\n"
                      "<itemref idref=\"e2\"/>\n<itemref idref=\"e3\"/>"));
  CHECK(first_text(described.book()) == "text/e1.xhtml");
  book.parts = {{"上编", 0}};
  CHECK(first_text(Described(book).book()) == "text/part1.xhtml");
}
