#include "app/volumes.h"

#include <catch2/catch.hpp>

#include "outline/edition.h"
#include "tests/support/build.h"

using namespace keben;
using namespace keben::app;
using namespace keben::test;

namespace {

/// Five essays, the first in no part, two parts of two.
model::Collection five() {
  model::Collection out = book_of(essay("0.md", "序", {paragraph("文。")}));
  for (const char* name : {"1", "2", "3", "4"})
    out.documents.push_back(essay(std::string(name) + ".md", name, {paragraph("文。")}));
  out.parts = {{"上编", 1}, {"下编", 3}};
  out.meta = {.title = "茶书", .language = kChinese};
  return out;
}

std::vector<std::size_t> sizes(const std::vector<model::Collection>& volumes) {
  std::vector<std::size_t> out;
  for (const model::Collection& volume : volumes)
    out.push_back(volume.documents.size());
  return out;
}

using Sizes = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a book is cut at its parts, what stands before them in a volume of its own",
          "[app][volumes]") {
  const auto volumes = volumes_of(five(), {Split::By::part, 0}, {});
  CHECK(sizes(volumes) == Sizes{1, 2, 2});
  CHECK(volumes[1].meta.title == "茶书（第2册）");
  CHECK(volumes[1].meta.subtitle == "上编");
  CHECK(volumes[1].parts.empty());
  CHECK(volumes[1].meta.volume == model::SeriesPlace{"茶书", "2"});
}

TEST_CASE("a book is cut where the next essay would make a volume too large", "[app][volumes]") {
  const Split split{Split::By::size, 100};
  CHECK(sizes(volumes_of(five(), split, {40, 50, 20, 70, 10})) == Sizes{2, 3});
  CHECK(sizes(volumes_of(five(), split, {400, 50, 50, 50, 101})) == Sizes{1, 2, 1, 1});
  CHECK(sizes(volumes_of(five(), split, {20, 20, 20, 20, 20})) == Sizes{5});
}

TEST_CASE("a part that is cut goes on with its title", "[app][volumes]") {
  const auto volumes = volumes_of(five(), {Split::By::size, 100}, {30, 30, 60, 30, 30});
  REQUIRE(sizes(volumes) == Sizes{2, 2, 1});
  CHECK(volumes[0].parts == std::vector<model::Part>{{"上编", 1}});
  CHECK(volumes[1].parts == std::vector<model::Part>{{"上编", 0}, {"下编", 1}});
  CHECK(volumes[2].parts == std::vector<model::Part>{{"下编", 0}});
}

TEST_CASE("a volume of one essay is a book still, and no two have one identity", "[app][volumes]") {
  const auto volumes = volumes_of(five(), {Split::By::part, 0}, {});
  CHECK_FALSE(volumes[0].single());
  const auto uuid = [](const model::Collection& of) {
    return outline::edition_of(of, std::nullopt).uuid;
  };
  CHECK(uuid(volumes[0]) != uuid(volumes[1]));
  CHECK(uuid(volumes[0]) != uuid(five()));
}

TEST_CASE("one volume is the book itself", "[app][volumes]") {
  const model::Collection book = five();
  CHECK(volumes_of(book, {Split::By::size, 1000}, {1, 1, 1, 1, 1}) ==
        std::vector<model::Collection>{book});
}

TEST_CASE("volumes are numbered in their files' names, in as many figures as there are",
          "[app][volumes]") {
  CHECK(volume_name("out/文集.epub", 2, 3) == "out/文集-2.epub");
  CHECK(volume_name("文.集.pdf", 2, 12) == "文.集-02.pdf");
  CHECK(volume_name("文集.pdf", 1, 1) == "文集.pdf");
}
