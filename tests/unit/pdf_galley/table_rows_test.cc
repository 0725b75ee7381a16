#include "pdf/galley/table_rows.h"

#include <catch2/catch.hpp>

#include <string>

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::galley;

namespace {

/// Lines of 10 pt with 2 above and 3 below, on a page of 100.
constexpr RowMeasures kMeasures{Pt{10}, Pt{2}, Pt{3}, Pt{100}};

/// A cell of so many lines, each of which says its name and number.
SetCell cell(std::uint32_t row, std::uint32_t rows, char name, int lines) {
  SetCell out{row, rows, {}};
  for (int i = 0; i < lines; ++i) {
    draw::Glyphs run{.text = std::string(1, name) + std::to_string(i)};
    out.lines.push_back({.height = Pt{10}, .items = {{{}, std::move(run)}}});
  }
  return out;
}

/// What a piece says, each line with its height in it.
std::string said(const Piece& piece) {
  std::string out;
  for (const draw::Item& item : piece.items) {
    const auto& run = std::get<draw::Glyphs>(item.is);
    out += run.text + "@" + std::to_string(static_cast<int>(run.at.y.v)) + " ";
  }
  return out + "| " + std::to_string(static_cast<int>(piece.height.v));
}

}  // namespace

TEST_CASE("a row is as high as its highest cell, and an empty one as a line", "[pdf_galley][7.7]") {
  const std::vector<StackedRow> rows =
      stack_rows({cell(0, 1, 'a', 1), cell(0, 1, 'b', 3), cell(1, 1, 'c', 1)}, 3, kMeasures);
  REQUIRE(rows.size() == 3);
  CHECK(said(rows[0].pieces[0]) == "a0@2 b0@2 b1@12 b2@22 | 35");
  CHECK(said(rows[1].pieces[0]) == "c0@2 | 15");
  CHECK(said(rows[2].pieces[0]) == "| 15");
}

TEST_CASE("rows that a cell spans are one piece, and the cell begins with the first of them",
          "[pdf_galley][7.7]") {
  const std::vector<StackedRow> rows =
      stack_rows({cell(0, 2, 'a', 2), cell(0, 1, 'b', 1), cell(1, 1, 'c', 1), cell(2, 1, 'd', 1)},
                 3, kMeasures);
  REQUIRE(rows.size() == 2);
  CHECK(said(rows[0].pieces[0]) == "a0@2 b0@2 a1@12 c0@17 | 30");
  CHECK(rows[0].ends == std::vector<Pt>{{15}, {30}});
  CHECK_FALSE(rows[0].is_one_row());
  CHECK(rows[1].is_one_row());
}

TEST_CASE("what a spanning cell has too much makes the last of its rows higher",
          "[pdf_galley][7.7]") {
  const std::vector<StackedRow> rows =
      stack_rows({cell(0, 2, 'a', 4), cell(0, 1, 'b', 1), cell(1, 1, 'c', 1)}, 2, kMeasures);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].ends == std::vector<Pt>{{15}, {50}});
}

TEST_CASE("a row deeper than half a page is a piece for each of its lines, and none is lost",
          "[pdf_galley][7.7]") {
  const std::vector<StackedRow> rows =
      stack_rows({cell(0, 1, 'a', 6), cell(0, 1, 'b', 2)}, 1, kMeasures);
  REQUIRE(rows.size() == 1);
  REQUIRE(rows[0].pieces.size() == 6);
  CHECK(said(rows[0].pieces[0]) == "a0@2 b0@2 | 10");
  CHECK(said(rows[0].pieces[1]) == "a1@2 b1@2 | 10");
  CHECK(said(rows[0].pieces[5]) == "a5@2 | 15");
}

TEST_CASE(
    "rows that a cell spans over more than half a page may be parted, better not on one page's "
    "depth",
    "[pdf_galley][7.7]") {
  std::vector<SetCell> cells{cell(0, 6, 'a', 3)};
  for (std::uint32_t r = 0; r < 6; ++r)
    cells.push_back(cell(r, 1, 'b', 1));
  const std::vector<StackedRow> rows = stack_rows(std::move(cells), 6, kMeasures);
  REQUIRE(rows.size() == 6);
  CHECK(said(rows[0].pieces[0]) == "a0@2 b0@2 | 15");
  CHECK(said(rows[2].pieces[0]) == "a2@2 b0@2 | 15");
  CHECK(said(rows[3].pieces[0]) == "b0@2 | 15");
  CHECK(rows[0].rather_whole);
  CHECK_FALSE(rows[5].rather_whole);

  std::vector<SetCell> many{cell(0, 20, 'a', 1)};
  CHECK_FALSE(stack_rows(std::move(many), 20, kMeasures)[0].rather_whole);
}
