#include "epub/book/package.h"

#include <catch2/catch.hpp>

#include "epub/book/metadata.h"
#include "tests/unit/epub_book/described.h"

using namespace keben;
using namespace keben::epub;
using namespace keben::test;
using Catch::Contains;

namespace {

std::string package_of(const model::Collection& collection) {
  return write_package(Described(collection).book());
}

model::Collection plain() {
  return book_of(essay("a.md", "文", {paragraph("一")}));
}

}  // namespace

TEST_CASE("nothing is said that the author did not say", "[book][epub-8]") {
  const std::string opf = package_of(plain());
  CHECK_THAT(opf, !Contains("dc:date") && !Contains("dc:description") && !Contains("dc:creator") &&
                      !Contains("conformsTo") && !Contains("belongs-to-collection"));
  CHECK_THAT(opf, Contains("<meta property=\"dcterms:modified\">2000-01-01T00:00:00Z</meta>"));
  CHECK_THAT(opf, Contains("<dc:language>zh-CN</dc:language>"));
  CHECK_THAT(opf, Contains("xml:lang=\"zh-CN\" dir=\"ltr\""));
}

TEST_CASE("a series is told in both ways that shelves read", "[book][epub-10]") {
  model::Collection book = plain();
  book.meta.series = {"丛书", "2.5"};
  CHECK_THAT(package_of(book),
             Contains("<meta property=\"belongs-to-collection\" id=\"series\">丛书</meta>") &&
                 Contains("<meta refines=\"#series\" property=\"group-position\">2.5</meta>") &&
                 Contains("<meta name=\"calibre:series\" content=\"丛书\"/>") &&
                 Contains("<meta name=\"calibre:series_index\" content=\"2.5\"/>"));
  book.meta.series.number = "下";
  CHECK_THAT(package_of(book), !Contains("group-position") && !Contains("series_index"));
}

TEST_CASE("Chinese titles and names bring a key to sort by", "[book][epub-8]") {
  model::Collection book = plain();
  book.meta.people = {{"曾国藩", "aut"}, {"John Doe", "trl"}};
  CHECK_THAT(package_of(book),
             Contains("<meta refines=\"#title\" property=\"file-as\">wen</meta>") &&
                 Contains("<meta refines=\"#creator1\" property=\"file-as\">Zeng Guo Fan</meta>") &&
                 !Contains("<meta refines=\"#creator2\" property=\"file-as\">"));
  book.meta.language = *model::parse_language("ja");
  CHECK_THAT(package_of(book), !Contains("file-as"));
}

TEST_CASE("the author's key to sort by stands before pinyin, in any language", "[book][epub-8]") {
  model::Collection book = plain();
  book.meta.file_as = "wen zhang";
  book.meta.people = {{"单田芳", "aut", "Shan Tianfang"}};
  const auto keeps = [](const std::string& opf) {
    return opf.find("\"file-as\">wen zhang<") != opf.npos &&
           opf.find("\"file-as\">Shan Tianfang<") != opf.npos;
  };
  CHECK(keeps(package_of(book)));
  CHECK_THAT(package_of(book), !Contains("\"file-as\">wen<"));
  book.meta.language = *model::parse_language("ja");
  CHECK(keeps(package_of(book)));
}

TEST_CASE("an ISBN stands beside the book's own identifier", "[book][epub-6]") {
  model::Collection book = plain();
  const std::string without = package_of(book);
  book.meta.isbn = "9787302511625";
  const std::string added =
      "<dc:identifier id=\"isbn\">urn:isbn:9787302511625</dc:identifier>\n"
      "<meta refines=\"#isbn\" property=\"identifier-type\" scheme=\"onix:codelist5\">15</meta>\n";
  std::string with = package_of(book);
  REQUIRE_THAT(with, Contains(added));
  CHECK(with.erase(with.find(added), added.size()) == without);
}

TEST_CASE("a series' position is a number", "[book]") {
  CHECK(is_position("2"));
  CHECK(is_position("2.5"));
  for (const char* number : {"", "二", "2.", ".5", "1.2.3", "-1"})
    CHECK_FALSE(is_position(number));
}

TEST_CASE("every language in the book is named once, its own first", "[book][epub-9]") {
  model::Collection book = plain();
  for (const char* tag : {"ja", "zh-CN", "ja"}) {
    book.documents.push_back(book.documents[0]);
    book.documents.back().meta.language = *model::parse_language(tag);
  }
  CHECK_THAT(package_of(book),
             Contains("<dc:language>zh-CN</dc:language>\n<dc:language>ja</dc:language>\n<meta"));
}

TEST_CASE("the cover is declared for new systems and old", "[book][epub-15]") {
  const Described described(plain());
  Book book = described.book();
  book.cover = ListedPicture{"cover.jpg", assets::MediaType::jpeg};
  const std::string opf = write_package(book);
  CHECK_THAT(opf,
             Contains("<item id=\"cover-image\" href=\"img/cover.jpg\" media-type=\"image/jpeg\" "
                      "properties=\"cover-image\"/>"));
  CHECK_THAT(opf, Contains("<meta name=\"cover\" content=\"cover-image\"/>"));
  CHECK_THAT(opf, Contains("<reference type=\"cover\" title=\"封面\" href=\"text/cover.xhtml\"/>"));
  CHECK_THAT(opf, Contains("page-progression-direction=\"ltr\">\n<itemref idref=\"cover\"/>"));
}

TEST_CASE("an essay's contents are no page to turn to; a collection's are", "[book][epub-16]") {
  CHECK_THAT(package_of(plain()), Contains("<itemref idref=\"nav\" linear=\"no\"/>"));
  model::Collection two = plain();
  two.documents.push_back(two.documents[0]);
  CHECK_THAT(package_of(two), Contains("<itemref idref=\"nav\"/>"));
}

TEST_CASE("text from right to left turns its pages so", "[book]") {
  model::Collection book = plain();
  book.meta.language = *model::parse_language("ar");
  CHECK_THAT(package_of(book),
             Contains("dir=\"rtl\"") && Contains("page-progression-direction=\"rtl\""));
}

TEST_CASE("a book of vertical lines turns its pages from right to left", "[book][epub-29]") {
  CHECK_THAT(write_package(Described(plain()).book()), !Contains("primary-writing-mode"));
  const Described vertical(plain(), {.theme = {}, .writing = config::Writing::vertical});
  CHECK_THAT(write_package(vertical.book()),
             Contains("dir=\"ltr\"") && Contains("page-progression-direction=\"rtl\"") &&
                 Contains("<meta name=\"primary-writing-mode\" content=\"vertical-rl\"/>"));
}
