#include "app/volumes.h"

#include <catch2/catch.hpp>

#include "outline/identity.h"
#include "outline/outline.h"
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
    return outline::identity_of(of, std::nullopt).uuid;
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

namespace {

/// The first paragraph of the first essay, cut from the second at a part, and what links warn of.
struct Crossing {
  model::Inlines line;
  std::size_t warnings = 0;
};

Crossing crossing(const std::string& to, model::Meta of_second = {}, model::Meta of_whole = {}) {
  model::Inlines line{text("参看"), link(to, {text("论水")}), text("。")};
  model::Collection book =
      book_of(essay("posts/a.md", "甲", {paragraph(std::move(line)), heading(2, "小节")}));
  book.documents.push_back(essay("posts/b.md", "论水", {heading(2, "山水"), paragraph("文。")}));
  of_second.title = "论水";
  of_second.language = kChinese;
  book.documents[1].meta = of_second;
  book.parts = {{"上编", 0}, {"下编", 1}};
  of_whole.title = "《茶》书";
  of_whole.language = kChinese;
  book.meta = of_whole;
  const auto volumes = volumes_of(std::move(book), {Split::By::part, 0}, {});
  REQUIRE(volumes.size() == 2);
  Diagnostics log;
  static_cast<void>(outline::make_outline(volumes[0], log));
  const auto& first = std::get<model::Paragraph>(volumes[0].documents[0].blocks[0].is);
  return {first.content, log.count(Severity::warning)};
}

std::string words(const model::Inlines& line) {
  std::string out;
  for (const model::Inline& node : line) {
    const auto* linked = std::get_if<model::Link>(&node.is);
    if (linked) out += "[" + linked->to.destination + "]";
    if (const auto* plain = std::get_if<model::Text>(&node.is)) out += plain->text;
  }
  return out;
}

}  // namespace

TEST_CASE("a link into another volume says which, and is no dead link", "[app][volumes]") {
  for (const char* to : {"b.md", "/posts/b/", "b.md#山水", "论水"}) {
    INFO(to);
    const Crossing there = crossing(to);
    CHECK(words(there.line) == "参看论水〔见《〈茶〉书（第2册）》〕。");
    CHECK(there.warnings == 0);
  }
  CHECK(crossing("#小节").warnings == 0);
  CHECK(words(crossing("#小节").line) == "参看[#小节]。");
  CHECK(crossing("no.md").warnings == 1);
}

TEST_CASE("a link into another volume leads to the essay's page where it has one",
          "[app][volumes]") {
  const model::Meta paged{.source = "https://tea.cn/water/"};
  CHECK(words(crossing("b.md", paged).line) == "参看[https://tea.cn/water/]。");
  CHECK(words(crossing("b.md#山水", paged).line) == "参看[https://tea.cn/water/#山水]。");
  CHECK(crossing("b.md", paged).warnings == 0);
  CHECK(words(crossing("/posts/b/", {}, {.site = "https://tea.cn/"}).line) ==
        "参看[https://tea.cn/posts/b/]。");
  CHECK(words(crossing("https://tea.cn/water/", paged).line) == "参看[https://tea.cn/water/]。");
}

TEST_CASE("a heading, a picture and a card lose the link into another volume, not their words",
          "[app][volumes]") {
  model::Block titled = heading(2, "");
  std::get<model::Heading>(titled.is).content = {link("b.md", {text("论水")})};
  model::Block pictured = figure("x.png", "水", "茶山");
  std::get<model::Figure>(pictured.is).link = model::LinkTarget{{}, "b.md", {}};
  const model::Block card{{}, model::LinkCard{{{}, "b.md", {}}, "论水"}};
  model::Collection book = book_of(essay("a.md", "甲", {titled, pictured, card}));
  book.documents.push_back(essay("b.md", "乙", {paragraph("文。")}));
  book.parts = {{"上编", 0}, {"下编", 1}};
  book.meta = {.title = "茶书", .language = kChinese};
  const auto volumes = volumes_of(std::move(book), {Split::By::part, 0}, {});
  const model::Blocks& blocks = volumes[0].documents[0].blocks;
  CHECK(words(std::get<model::Heading>(blocks[0].is).content) == "论水");
  CHECK_FALSE(std::get<model::Figure>(blocks[1].is).link);
  CHECK(words(std::get<model::Figure>(blocks[1].is).caption) == "茶山〔见《茶书（第2册）》〕");
  CHECK(words(std::get<model::Paragraph>(blocks[2].is).content) == "论水〔见《茶书（第2册）》〕");
}
