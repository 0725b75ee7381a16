// Whole files against tests/golden/epub: the markup of every construct, to be read in a diff.
#include <catch2/catch.hpp>
#include <filesystem>

#include "epub/xhtml/chapter.h"
#include "tests/support/every_construct.h"
#include "tests/support/golden.h"
#include "tests/support/pictures.h"
#include "tests/unit/epub_book/described.h"

using namespace keben;
using namespace keben::test;

namespace {

void compare(const std::string& name, const std::string& actual) {
  const std::filesystem::path file = std::filesystem::path("tests/golden/epub") / name;
  std::string why;
  const bool same = matches_golden(file, actual, why);
  INFO(why);
  CHECK(same);
}

/// All text files of a book, each against the file of its name in `folder`.
void compare_book(const std::string& folder, const model::Collection& collection) {
  const Described described(collection);
  const assets::AssetStore& store = described.settled.pictures;
  std::vector<std::string> names;
  for (std::uint32_t a = 0; a < store.size(); ++a)
    names.push_back(epub::picture_file({a}, store[{a}].type));
  epub::Book book = described.book();
  book.cover = epub::ListedPicture{"cover.png", assets::MediaType::png};
  Diagnostics log;
  for (const epub::ChapterId id : book.chapters) {
    const epub::ChapterFile chapter =
        epub::write_chapter({described.settled.edition, names}, id, log);
    compare(folder + "/" + epub::chapter_file(described.settled.edition.outline, id),
            chapter.xhtml);
    book.facts.merge(chapter.facts);
  }
  for (const assets::AssetId id : book.facts.pictures)
    book.pictures.push_back({names[id.v], store[id].type});
  for (const epub::BookFile& file : epub::make_package_files(book)) {
    if (file.name != "css/book.css")
      compare(folder + "/" + std::filesystem::path(file.name).filename().string(), file.content);
  }
}

}  // namespace

TEST_CASE("an essay of every construct", "[golden][book]") {
  compare_book("essay", book_of(every_construct()));
}

TEST_CASE("a collection in four languages", "[golden][book]") {
  compare_book("collection", every_construct_collection());
}
