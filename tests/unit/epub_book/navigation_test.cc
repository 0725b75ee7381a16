#include "epub/book/navigation.h"

#include <catch2/catch.hpp>

#include "epub/book/contents.h"
#include "tests/unit/epub_book/described.h"

using namespace keben;
using namespace keben::epub;
using namespace keben::test;
using Catch::Contains;

namespace {

std::string dump(const std::vector<ContentsEntry>& entries, std::size_t depth = 0) {
  std::string out;
  for (const ContentsEntry& entry : entries)
    out += std::string(depth * 2, ' ') + entry.label + " " + entry.place + "\n" +
           dump(entry.children, depth + 1);
  return out;
}

std::string contents(const model::Collection& collection, int depth) {
  return dump(contents_of(Described(collection).book(), depth));
}

}  // namespace

TEST_CASE("the words before the first heading have an entry of their own", "[book][epub-16]") {
  CHECK(contents(book_of(essay("a.md", "文", {paragraph("引"), heading(2, "甲")})), 3) ==
        "文 text/e1.xhtml\n甲 text/e1.xhtml#e1s1\n");
  CHECK(contents(book_of(essay("a.md", "文", {heading(2, "甲")})), 3) == "甲 text/e1.xhtml#e1s1\n");
  CHECK(contents(book_of(essay("a.md", "文", {paragraph("一")})), 3) == "文 text/e1.xhtml\n");
}

TEST_CASE("a depth cuts entries, never files", "[book][epub-15]") {
  const std::string long_text(200'000, 'x');
  const model::Collection book =
      book_of(essay("a.md", "文",
                    {heading(1, "一"), heading(2, "甲"), paragraph(long_text), heading(2, "乙"),
                     paragraph(long_text), heading(3, "乙一"), heading(1, "二")}));
  CHECK(contents(book, 1) ==
        "一 text/e1-1.xhtml#e1s1\n甲 text/e1-2.xhtml\n乙 text/e1-3.xhtml\n二 text/e1-4.xhtml\n");
  CHECK(contents(book, 2) ==
        "一 text/e1-1.xhtml#e1s1\n  甲 text/e1-2.xhtml\n  乙 text/e1-3.xhtml\n二 "
        "text/e1-4.xhtml\n");
}

TEST_CASE("an entry in another language than the book says so", "[book]") {
  model::Collection book = book_of(essay("a.md", "文", {paragraph("一")}));
  book.documents.push_back(book.documents[0]);
  book.documents[1].meta.title = "On \"Printing\"";
  book.documents[1].meta.language = *model::parse_language("en");
  CHECK_THAT(write_nav(Described(book).book()),
             Contains("<a href=\"text/e2.xhtml\" lang=\"en\" xml:lang=\"en\">On \"Printing\"</a>"));
}

TEST_CASE("generated words are the book's language", "[book][epub-17]") {
  model::Document text = essay("a.md", "文", {paragraph("一")});
  const auto nav = [&](const char* tag) {
    text.meta.language = *model::parse_language(tag);
    return write_nav(Described(book_of(text)).book());
  };
  CHECK_THAT(nav("zh-CN"), Contains(">目录</h1>") && Contains(">正文</a>"));
  CHECK_THAT(nav("zh-TW"), Contains(">目錄</h1>"));
  CHECK_THAT(nav("ja"), Contains(">目次</h1>"));
  CHECK_THAT(nav("ko"), Contains(">차례</h1>"));
  CHECK_THAT(nav("en"), Contains(">Contents</h1>"));
}

TEST_CASE("the old navigation reaches every file, in three levels at most",
          "[book][epub-15][legado]") {
  model::Collection book;
  book.meta.title = "集";
  book.meta.language = kChinese;
  book.parts = {{"编", 0}};
  book.documents = {essay("a.md", "甲", {heading(1, "一"), heading(2, "二"), heading(3, "三")}),
                    essay("b.md", "乙", {paragraph("一")})};
  const Described described(book);
  Book described_book = described.book();
  described_book.toc_depth = 6;
  const std::string ncx = write_ncx(described_book);
  for (const char* place : {"text/title.xhtml", "nav.xhtml", "text/e1.xhtml", "text/e2.xhtml"})
    CHECK_THAT(ncx, Contains("<content src=\"" + std::string(place) + "\"/>"));
  CHECK_THAT(ncx, Contains("name=\"dtb:depth\" content=\"3\"") && !Contains("e1s2"));
  CHECK_THAT(ncx, Contains("content=\"urn:uuid:" + described.settled.edition.identity.uuid + "\""));
}
