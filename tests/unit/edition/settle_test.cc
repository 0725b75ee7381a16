// What is decided of a text, by the shape that both backends read.
#include "edition/settle.h"

#include <catch2/catch.hpp>

#include "edition/find.h"
#include "tests/support/build.h"
#include "tests/support/every_construct.h"
#include "tests/support/settled.h"

using namespace keben;
using namespace keben::edition;
using namespace keben::test;

namespace {

Edition edition_of(model::Blocks blocks, std::vector<model::Note> notes = {}) {
  Diagnostics log;
  return settled(book_of(essay("a.md", "题", std::move(blocks), std::move(notes))), log).edition;
}

template <class Kind>
const Kind& only(const Edition& book) {
  REQUIRE(book.essays[0].blocks.size() == 1);
  return std::get<Kind>(book.essays[0].blocks[0].is);
}

model::Collection two() {
  model::Document first = essay("a.md", "甲", {heading(1, "节"), paragraph("一")});
  first.meta.subtitle = "副题";
  first.meta.people = {{"张三", "aut"}, {"李四", "trl"}};
  model::Collection out;
  out.documents = {std::move(first), essay("b.md", "乙", {paragraph("二")})};
  out.meta.title = "集";
  out.meta.language = kChinese;
  return out;
}

}  // namespace

TEST_CASE("a division is gone, and what it held stands as it said", "[edition]") {
  model::Division outer, inner;
  inner.align = model::Align::right;
  inner.children = {paragraph("右")};
  outer.align = model::Align::center;
  outer.children = {paragraph("中"), {{}, std::move(inner)}, paragraph("又中")};
  const Edition book = edition_of({{{}, std::move(outer)}, paragraph("无")});
  std::vector<model::Align> aligned;
  for (const Block& block : book.essays[0].blocks)
    aligned.push_back(std::get<Paragraph>(block.is).align);
  using enum model::Align;
  CHECK(aligned == std::vector{center, right, center, none});
}

TEST_CASE("items of a centred list stand beside their marks", "[edition]") {
  model::List list;
  list.items = {{{}, {}, {paragraph("甲")}}};
  model::Division centred;
  centred.align = model::Align::center;
  centred.children = {{{}, list}, paragraph("中")};
  const Edition book = edition_of({{{}, std::move(centred)}});
  const Blocks& blocks = book.essays[0].blocks;
  const List& settled = std::get<List>(blocks[0].is);
  CHECK(std::get<Paragraph>(settled.items[0].children[0].is).align == model::Align::none);
  CHECK(std::get<Paragraph>(blocks[1].is).align == model::Align::center);
}

TEST_CASE("boxes, folds and tabs are one kind, whose label is the author's or ours", "[edition]") {
  model::Admonition named, unnamed;
  named.kind = unnamed.kind = model::Admonition::Kind::tip;
  named.title = {text("注意了")};
  const auto label = [](model::Block block) {
    model::Blocks blocks;
    blocks.push_back(std::move(block));
    const Edition book = edition_of(std::move(blocks));
    return plain_text(only<Box>(book).label.inlines);
  };
  CHECK(label({{}, named}) == "注意了");
  CHECK(label({{}, unnamed}) == "提示");
  model::Details fold;
  fold.summary = {text("展开")};
  CHECK(label({{}, fold}) == "展开");
  model::Tabs tabs;
  tabs.tabs = {{{text("一")}, {paragraph("甲")}}, {{text("二")}, {paragraph("乙")}}};
  const Edition book = edition_of({{{}, tabs}});
  REQUIRE(book.essays[0].blocks.size() == 2);
  CHECK(std::get<Box>(book.essays[0].blocks[1].is).kind == Box::Kind::tab);
}

TEST_CASE("numbers of a list are those that stand before its items", "[edition]") {
  model::List list;
  list.mark = model::List::Mark::period;
  list.start = 7;
  list.items = {{{}, {}, {paragraph("甲")}}, {{}, true, {paragraph("乙")}}};
  const Edition book = edition_of({{{}, list}});
  const List& settled = only<List>(book);
  CHECK(settled.items[0].number == 7);
  CHECK(settled.items[1].number == 8);
  CHECK(settled.items[1].checked == true);
}

TEST_CASE("a link that leads nowhere is its words; a mark within one comes behind it",
          "[edition]") {
  const Edition dead = edition_of({paragraph({link("#无", {text("无处")})})});
  CHECK(only<Paragraph>(dead).words.inlines[0].is == decltype(Inline::is)(Text{"无处"}));
  const Edition marked =
      edition_of({paragraph({link("https://a.b/", {text("处"), note_mark(0)}), text("后")})},
                 {{{}, "a", {paragraph("注")}, 0}});
  const Inlines& words = only<Paragraph>(marked).words.inlines;
  REQUIRE(words.size() == 3);
  CHECK(std::get<Link>(words[0].is).children.size() == 1);
  CHECK(std::get<NoteMark>(words[1].is) == NoteMark{0, 0});
}

TEST_CASE("a picture has one description: its own words, its title, its caption, else a word",
          "[edition][epub-11]") {
  const auto picture = [](const char* alt, const char* caption) {
    return only<Figure>(edition_of({figure("a.png", alt, caption)})).pictures[0];
  };
  CHECK(picture("湖心亭", "雪").alt == "湖心亭");
  CHECK(picture("image.png", "雪").alt == "雪");
  CHECK(picture("image.png", "").alt == "图");
  CHECK_FALSE(picture("image.png", "").described);
}

TEST_CASE("a missing picture says what it was and where, and no password", "[edition]") {
  const Edition book = edition_of({figure("https://u:geheim@a.b/missing.png", "湖")});
  const Picture& gone = only<Figure>(book).pictures[0];
  CHECK_FALSE(gone.asset);
  CHECK(gone.missing == "湖");
  CHECK(gone.address == "https://a.b/missing.png");
  CHECK(only<Figure>(edition_of({figure("missing.png", "湖", "湖")})).pictures[0].missing.empty());
}

TEST_CASE("a paragraph runs as its first letter does", "[edition][bidi]") {
  const auto runs = [](const char* words) {
    return only<Paragraph>(edition_of({paragraph(words)})).direction;
  };
  CHECK(runs("「正文」") == Direction::rightward);
  CHECK(runs("12 שלום") == Direction::leftward);
  CHECK(runs("abc שלום") == Direction::rightward);
}

TEST_CASE("code is in lines, with the marks that its author set", "[edition]") {
  model::CodeBlock code;
  code.text = "a\nb\n\nc\n";
  const Edition book = edition_of({{{}, code}});
  std::vector<std::string> lines;
  for (const CodeLine& line : only<Code>(book).lines)
    lines.push_back(line.code.text);
  CHECK(lines == std::vector<std::string>{"a", "b", "", "c"});
}

TEST_CASE("an essay of several opens with all that is said of it; its headings stand below",
          "[edition]") {
  Diagnostics log;
  const Edition book = settled(two(), log).edition;
  const Essay& first = book.essays[0];
  CHECK_FALSE(book.single);
  CHECK(first.opening.subtitle == "副题");
  CHECK(first.opening.byline == "张三　李四　译");
  CHECK(std::get<Heading>(first.blocks[0].is).rank == 2);
  CHECK(edition_of({heading(1, "节"), heading(1, "又")}).essays[0].opening.subtitle.empty());
}

TEST_CASE("nodes are numbered in reading order, and each knows its place", "[edition]") {
  model::Block placed = paragraph("乙");
  placed.at = {7, 7, 1, 2, {}};
  const Edition book = edition_of({paragraph("甲"), placed});
  const Blocks& blocks = book.essays[0].blocks;
  CHECK(blocks[0].id < blocks[1].id);
  CHECK(book.places[blocks[1].id.v].first_line == 7);
  CHECK(book.places[std::get<Paragraph>(blocks[1].is).words.id.v].first_line == 7);
}

TEST_CASE("a paragraph is found by its number, however deep it stands", "[edition]") {
  Diagnostics log;
  const Edition book = settled(book_of(every_construct()), log).edition;
  std::size_t found = 0;
  const auto look = [&](auto& self, const Blocks& blocks) -> void {
    for (const Block& block : blocks) {
      if (const auto* words = std::get_if<Paragraph>(&block.is)) {
        CHECK(&passage_at(book.essays[0], words->words.id) == &words->words);
        ++found;
      }
      if (const auto* quote = std::get_if<Quote>(&block.is)) self(self, quote->children);
      if (const auto* box = std::get_if<Box>(&block.is)) self(self, box->children);
      if (const auto* list = std::get_if<List>(&block.is))
        for (const ListItem& item : list->items)
          self(self, item.children);
    }
  };
  look(look, book.essays[0].blocks);
  for (const Note& note : book.essays[0].notes)
    look(look, note.children);
  CHECK(found > 10);
}

TEST_CASE("quotation marks are settled by the book's writing, in titles and text",
          "[edition][Q5]") {
  Diagnostics log;
  const model::Collection book = book_of(essay("a.md", "论\"版\"", {paragraph("他说\"好\"。")}));
  const auto shown = [&](const Choices& choices) {
    const Edition settled = test::settled(book, log, choices).edition;
    return settled.meta.title + plain_text(only<Paragraph>(settled).words.inlines);
  };
  CHECK(shown({}) == "论“版”他说“好”。");
  CHECK(shown({.theme = {}, .corner_quotes = true}) == "论「版」他说「好」。");
  CHECK(shown({.theme = {}, .writing = config::Writing::vertical}) == "论『版』他说『好』。");
}
