#include <catch2/catch.hpp>

#include <algorithm>

#include "tests/unit/pdf_galley/composed.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::galley;
using namespace keben::test;

namespace {

/// A picture that would be as wide as the measure, and so 210 pt high on A5, or what height is
/// asked for.
model::Figure tall_figure(std::size_t caption, std::size_t pictures = 1) {
  model::Figure out;
  for (std::size_t i = 0; i < pictures; ++i) {
    out.images.push_back(std::get<model::Image>(image("p.png", "图").is));
    out.images.back().width.unit = model::SizeHint::Unit::pt;
    out.images.back().width.value = 1000;
  }
  std::string words;
  for (std::size_t i = 0; i < caption; ++i)
    words += "题";
  if (caption > 0) out.caption = {text(words)};
  return out;
}

const style::Geometry& a5() {
  static const style::Geometry page = style::geometry_of({}, config::Purpose::print);
  return page;
}

bool has_picture(const Piece& piece) {
  return std::any_of(piece.items.begin(), piece.items.end(), [](const draw::Item& item) {
    return std::holds_alternative<draw::Picture>(item.is);
  });
}

/// From the picture on, as far as nothing parts them.
Pt depth_of_inseparable(const Galley& galley) {
  Pt out;
  auto piece = std::find_if(galley.pieces.begin(), galley.pieces.end(), has_picture);
  for (; piece != galley.pieces.end(); ++piece) {
    out += piece->height;
    if (piece->after < kInseparable) break;
  }
  return out;
}

}  // namespace

TEST_CASE("nothing parts a picture from its caption, and both go on one page",
          "[pdf_galley][7.6]") {
  for (const std::size_t caption : {5, 100, 400}) {
    const Galley galley = composed(essay("a.md", "题", {{{}, tall_figure(caption)}}));
    INFO(caption << " characters");
    const auto picture = std::find_if(galley.pieces.begin(), galley.pieces.end(), has_picture);
    REQUIRE(picture != galley.pieces.end());
    CHECK(picture->after >= kInseparable);
    CHECK(depth_of_inseparable(galley) <= a5().depth());
  }
}

TEST_CASE("a caption that leaves no room for its picture stays with it by its first lines",
          "[pdf_galley][7.6]") {
  const Galley galley = composed(essay("a.md", "题", {{{}, tall_figure(4000)}}));
  CHECK(depth_of_inseparable(galley) <= a5().depth());
  CHECK(galley.floating.empty());  // no page can hold it
  const auto caption = std::find_if(galley.pieces.begin(), galley.pieces.end(), has_picture) + 1;
  CHECK(caption->after >= kInseparable);
  CHECK((caption + 1)->after < kInseparable);
}

TEST_CASE("of pictures that no page holds the last keeps the caption", "[pdf_galley][7.6]") {
  const Galley galley = composed(essay("a.md", "题", {{{}, tall_figure(5, 4)}}));
  CHECK(galley.floating.empty());
  std::vector<const Piece*> pictures;
  for (const Piece& piece : galley.pieces) {
    if (has_picture(piece)) pictures.push_back(&piece);
  }
  REQUIRE(pictures.size() == 4);
  CHECK(pictures[0]->after < kForbidden);
  CHECK(pictures[3]->after >= kInseparable);
  CHECK(text_of(pictures[3][1]) == "题题题题题");
}

TEST_CASE("a figure in a note, a box or below a heading leaves room for what holds to it",
          "[pdf_galley][7.6]") {
  const model::Note note{{}, "a", {{{}, tall_figure(5)}}, 0};
  const Galley noted =
      composed(essay("a.md", "题", {paragraph({text("文"), note_mark(0)})}, {note}));
  REQUIRE(noted.notes.size() == 1);
  Pt depth;
  for (const Piece& piece : noted.notes[0].pieces)
    depth += piece.height;
  CHECK(depth < a5().depth() / 2);
  model::Admonition box;
  box.children = {{{}, tall_figure(400)}};
  CHECK(depth_of_inseparable(composed(essay("a.md", "题", {{{}, box}}))) + a5().leading * 2.0 <
        a5().depth());
}

TEST_CASE("what stands for a picture whose description fills a page is parted like text",
          "[pdf_galley][7.6]") {
  std::string words;
  for (int i = 0; i < 3000; ++i)
    words += "述";
  const Galley galley = composed(essay("a.md", "题", {figure("missing.png", words)}));
  Pt highest;
  std::string said;
  for (const Piece& piece : galley.pieces)
    highest = std::max(highest, piece.height), said += text_of(piece);
  CHECK(highest < Pt{20});
  CHECK(said.find(words) != std::string::npos);
}

TEST_CASE("a picture in a line is no wider than the line", "[pdf_galley][7.6]") {
  model::Table table;
  table.columns.resize(6);
  table.body = {model::TableRow(6, {{}, {image("strip.png", "横条")}, 1, 1})};
  const Galley galley = composed(essay("a.md", "题", {{{}, std::move(table)}}));
  std::size_t pictures = 0;
  Pt edge;
  for (const Piece& piece : galley.pieces) {
    for (const draw::Item& item : piece.items) {
      const auto* picture = std::get_if<draw::Picture>(&item.is);
      if (!picture) continue;
      CHECK(picture->area.x >= edge);
      edge = picture->area.x + picture->area.width;
      ++pictures;
    }
  }
  CHECK(pictures == 6);
  CHECK(edge <= a5().measure());
}
