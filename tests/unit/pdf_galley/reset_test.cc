#include "pdf/galley/reset.h"

#include <catch2/catch.hpp>

#include "pdf/galley/compose.h"
#include "tests/support/build.h"
#include "tests/support/settled.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::galley;
using namespace keben::test;

namespace {

const fonts::Catalog& faces() {
  static const fonts::Catalog catalog = std::move(*fonts::Catalog::open({}));
  return catalog;
}

/// Paragraphs of every length, so that some may be set in a line less and some in a line more.
model::Document document() {
  model::Blocks blocks;
  std::string words;
  for (int i = 0; i < 60; ++i) {
    words += i % 3 ? "书页有行，行中有字；" : "AI 2.0 与文字，";
    blocks.push_back(paragraph({text(words + "末了"), link("https://example.org/", {text("链接")}),
                                note_mark(0), text("也在这里。")}));
  }
  model::List list;
  for (int i = 0; i < 20; ++i) {
    list.items.emplace_back();
    words += "又一行";
    list.items.back().children = {paragraph(words + "项目之末。")};
  }
  blocks.push_back({{}, std::move(list)});
  model::Admonition box;
  for (int i = 0; i < 20; ++i) {
    words += "，字";
    box.children.push_back(paragraph(words + "框中之末。"));
  }
  blocks.push_back({{}, std::move(box)});
  return essay("a.md", "题", std::move(blocks), {{{}, "a", {paragraph("注文。")}, 0}});
}

std::string text_of(std::span<const Piece> pieces) {
  std::string out;
  for (const Piece& piece : pieces) {
    for (const draw::Item& item : piece.items) {
      if (const auto* run = std::get_if<draw::Glyphs>(&item.is)) out += run->text;
    }
  }
  return out;
}

std::vector<draw::StructId> tags_of(std::span<const Piece> pieces) {
  std::vector<draw::StructId> out;
  for (const Piece& piece : pieces) {
    for (const draw::Item& item : piece.items) {
      if (out.empty() || out.back() != item.tag) out.push_back(item.tag);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a paragraph set again has a line less or more, the same text and the same elements",
          "[pdf_galley][5.6]") {
  const model::Collection book = book_of(document());
  Diagnostics log;
  const Settled settled = test::settled(book, log);
  const style::Stylesheet sheet = style::make_stylesheet({}, {}, book.meta.language);
  const Surroundings around{settled.edition, {0}, settled.pictures, sheet};
  const Galley galley = compose(around, 0, settled.edition.essays[0].blocks.size(), faces(), log);
  Resetter again(around, faces());
  std::size_t done[2] = {0, 0}, boxed = 0;
  for (const Resettable& paragraph : galley.resettable) {
    const std::span<const Piece> before(galley.pieces.data() + paragraph.first,
                                        galley.pieces.data() + paragraph.end);
    for (const int lines : {-1, 1}) {
      if (lines < 0 ? !paragraph.shorter : !paragraph.longer) continue;
      const std::optional<Variant> variant = again(galley, paragraph, lines);
      if (!variant) continue;
      ++done[lines > 0];
      CHECK(static_cast<int>(variant->pieces.size()) == static_cast<int>(before.size()) + lines);
      CHECK(text_of(variant->pieces) == text_of(before));
      CHECK(tags_of(variant->pieces) == tags_of(before));
      CHECK(variant->cost < 300);  // than a page a line short
      boxed += before.front().frame > 0;
      for (const Piece& piece : variant->pieces)
        CHECK(piece.frame == before.front().frame);
      if (before.front().frame > 0) CHECK(variant->pieces[1].after >= 200);
      for (const Piece& piece : variant->pieces) {
        for (const NoteMark& mark : piece.marks) {
          CHECK(mark.note == 0);
          const auto& run = std::get<draw::Glyphs>(piece.items[mark.item].is);
          CHECK(run.text == kNoteMark);
        }
      }
    }
  }
  CHECK(done[0] > 2);
  CHECK(done[1] > 2);
  CHECK(boxed > 2);
}
