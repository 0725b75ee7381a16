// A table as a grid: every cell knows where it stands, what it spans and what it heads, so that
// neither book counts columns for itself (HTML, #forming-a-table).
#pragma once

#include <cstdint>
#include <vector>

#include "edition/inline.h"
#include "model/block.h"

namespace keben::edition {

struct Cell {
  /// What it is the head of (HTML, #attr-th-scope); an empty cell heads nothing.
  enum class Heads : std::uint8_t { nothing, column, columns, row };

  Passage words;
  model::Align align = model::Align::none;
  std::uint32_t row = 0, column = 0;
  std::uint32_t columns = 1, rows = 1;  // that it spans, all within the table
  Heads heads = Heads::nothing;

  std::uint32_t end_row() const { return row + rows; }
  std::uint32_t end_column() const { return column + columns; }
  bool operator==(const Cell&) const = default;
};

struct Table {
  std::uint32_t columns = 0;
  std::uint32_t head_rows =
      0;  // of the rows, the first ones, repeated where a page begins with the rest
  std::vector<std::vector<Cell>> rows;  // the cells that begin in each, by column
  Passage caption;
  bool operator==(const Table&) const = default;
};

}  // namespace keben::edition
