#include "pdf/galley/table_cells.h"

#include <catch2/catch.hpp>

#include <string>

#include "tests/support/build.h"
#include "tests/support/settled.h"

using namespace keben;
using namespace keben::pdf::galley;
using model::TableCell;

namespace {

TableCell cell(const char* words, std::uint16_t columns = 1, std::uint16_t rows = 1) {
  return {{}, {test::text(words)}, columns, rows};
}

edition::Table grid_of(const model::Table& table) {
  Diagnostics log;
  const test::Settled book =
      test::settled(test::book_of(test::essay("a.md", "题", {{{}, table}})), log);
  return std::get<edition::Table>(book.edition.essays[0].blocks[0].is);
}

/// Each part's cells: words, row, columns; in brackets what an earlier part shows as well.
std::vector<std::string> parted(const model::Table& table, const std::vector<TablePart>& parts) {
  const edition::Table grid = grid_of(table);
  std::vector<std::string> out;
  for (const PartCells& part : cells_of_parts(grid, parts)) {
    std::string& line = out.emplace_back();
    for (const PartCell& c : part.cells) {
      std::string words = edition::plain_text(c.at->words.inlines) + std::to_string(c.row) + ":" +
                          std::to_string(c.column);
      if (c.end_column > c.column + 1) words += "-" + std::to_string(c.end_column - 1);
      if (c.end_row > c.row + 1) words += "v" + std::to_string(c.end_row - c.row);
      line += (c.again ? "[" + words + "]" : words) + " ";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("each part has its columns, beside the first one once more", "[pdf_galley][7.7]") {
  const model::Table table{
      {}, {{cell("a"), cell("b"), cell("c")}}, {{cell("d"), cell("e"), cell("f")}}, {}};
  CHECK(parted(table, {{0, 2}, {2, 3, true}}) ==
        std::vector<std::string>{"a0:0 b0:1 d1:0 e1:1 ", "[a0:0] c0:1 [d1:0] f1:1 "});
}

TEST_CASE("a cell that reaches over the border of a part stands on both sides",
          "[pdf_galley][7.7]") {
  const model::Table table{
      {},
      {{cell("头", 4)}},
      {{cell("a"), cell("b", 2), cell("c")}, {cell("d"), cell("e"), cell("f"), cell("g")}},
      {}};
  CHECK(parted(table, {{0, 2}, {2, 4, true}}) ==
        std::vector<std::string>{"头0:0-1 a1:0 b1:1 d2:0 e2:1 ",
                                 "[头0:0-2] [a1:0] [b1:1] c1:2 [d2:0] f2:1 g2:2 "});
}

TEST_CASE(
    "a row without cells among a part's columns is not in it, and spans are that much shorter",
    "[pdf_galley][7.7]") {
  const model::Table table{
      {}, {}, {{cell("a", 1, 3), cell("b"), cell("c")}, {cell("d")}, {cell("e"), cell("f")}}, {}};
  CHECK(parted(table, {{0, 2}, {2, 3, true}}) ==
        std::vector<std::string>{"a0:0v3 b0:1 d1:1 e2:1 ", "[a0:0v2] c0:1 f1:1 "});
}

TEST_CASE("what is shown again is no more than what is there", "[pdf_galley][performance]") {
  model::Table table;
  table.body.push_back(model::TableRow(1000, cell("a")));
  for (int i = 0; i < 2000; ++i)
    table.body.push_back({cell("b", 1000)});
  std::vector<TablePart> parts;
  for (std::uint32_t c = 0; c < 1000; ++c)
    parts.push_back({c, c + 1, c > 0});
  const edition::Table grid = grid_of(table);
  std::size_t cells = 0, again = 0;
  for (const PartCells& part : cells_of_parts(grid, parts)) {
    for (const PartCell& c : part.cells)
      (c.again ? again : cells) += 1;
  }
  CHECK(cells == 3000);
  CHECK(again <= 3000 + 3000);  // as many that reach over, and as many row headings
}
