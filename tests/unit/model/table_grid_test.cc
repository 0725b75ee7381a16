#include "model/table_grid.h"

#include <catch2/catch.hpp>

#include <string>

#include "tests/support/build.h"

using namespace keben;
using namespace keben::model;

namespace {

TableCell cell(const char* words, std::uint16_t columns = 1, std::uint16_t rows = 1) {
  return {{}, *words ? Inlines{test::text(words)} : Inlines{}, columns, rows};
}

/// A line a row: each cell as its words and the columns that it covers, and its rows if more than
/// one.
std::string drawn(const Table& table) {
  const TableGrid grid = grid_of(table);
  std::string out;
  for (std::size_t r = 0; r < grid.rows.size(); ++r) {
    for (const GridCell& c : grid.rows[r]) {
      CHECK(c.row == r);
      out += plain_text(c.cell->content) + std::to_string(c.column);
      if (c.columns > 1) out += "-" + std::to_string(c.end_column() - 1);
      if (c.rows > 1) out += "v" + std::to_string(c.rows);
      out += ' ';
    }
    if (r + 1 == grid.head_rows) out += "head";
    out += '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("a cell that reaches down pushes those of the rows below to the right",
          "[model][table]") {
  CHECK(drawn({{},
               {{cell("a"), cell("b")}},
               {{cell("甲", 1, 2), cell("1")}, {cell("2")}, {cell("合", 2)}},
               {}}) ==
        "a0 b1 head\n"
        "甲0v2 11 \n"
        "21 \n"
        "合0-1 \n");
  CHECK(drawn({{},
               {},
               {{cell("a"), cell("b", 1, 3), cell("c")},
                {cell("d", 1, 2), cell("e")},
                {cell("f")},
                {cell("g"), cell("h"), cell("i")}},
               {}}) ==
        "a0 b1v3 c2 \n"
        "d0v2 e2 \n"
        "f2 \n"
        "g0 h1 i2 \n");
}

TEST_CASE("a cell ends before one that it would cover", "[model][table]") {
  CHECK(drawn({{}, {}, {{cell("a"), cell("b"), cell("c", 1, 2)}, {cell("d", 3), cell("e")}}, {}}) ==
        "a0 b1 c2v2 \n"
        "d0-1 e3 \n");
}

TEST_CASE("spans end with the rows of the head or the body, whatever they say", "[model][table]") {
  CHECK(drawn({{},
               {{cell("a", 1, 65'534), cell("b")}},
               {{cell("c", 65'535, 65'534)}, {cell("d"), cell("e", 0, 0)}},
               {}}) ==
        "a0 b1 head\n"
        "c0-1v2 \n"
        "d2 e3 \n");
}

TEST_CASE("a row or a column in which no cell begins is none", "[model][table]") {
  CHECK(drawn({{Align::left, Align::none, Align::right},
               {},
               {{cell("a", 2, 3), cell("b")}, {}, {cell("c")}},
               {}}) ==
        "a0v2 b1 \n"
        "c1 \n");
  const Table wide{{Align::left, Align::none, Align::right}, {}, {{cell("a", 2), cell("b")}}, {}};
  CHECK(grid_of(wide).columns == std::vector<Align>{Align::left, Align::right});
}

TEST_CASE("a head of nothing but empty cells is none", "[model][table]") {
  CHECK(drawn({{}, {{cell(""), cell("")}}, {{cell("a"), cell("b")}}, {}}) == "a0 b1 \n");
  CHECK(drawn({{}, {{cell(""), cell("x")}}, {{cell("a"), cell("b")}}, {}}) ==
        "0 x1 head\na0 b1 \n");
}

TEST_CASE("a grid takes time by its cells, not by what they span", "[model][table][performance]") {
  Table table;
  table.body.emplace_back();
  for (int i = 0; i < 60'000; ++i)  // every other column is covered to the end
    table.body[0].push_back(cell("a", 1000, i % 2 == 0 ? 65'534 : 1));
  for (int i = 0; i < 60'000; ++i)
    table.body.push_back({cell("b", 1000, 65'534)});
  const TableGrid grid = grid_of(table);
  CHECK(grid.columns.size() == 90'000);  // the last 30,000 rows have no room but behind them
  CHECK(grid.rows.size() == 60'001);
}
