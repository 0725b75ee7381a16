// Where a table's cells stand, in rows and columns: one answer for both backends.
//
// A row of the tree holds only the cells that begin in it; those that reach down from rows above
// push them to the right. The places are those that HTML's table model gives
// (https://html.spec.whatwg.org/multipage/tables.html#forming-a-table), with three differences. A
// cell that would cover another ends before it, where HTML calls that an error of the author's and
// draws both. A row or a column in which no cell begins is left out, and what spanned it spans that
// much less: so a table has no more of them than it has cells, whatever its spans say. A head of
// nothing but empty cells, Markdown's way to have none, is left out as well.
#pragma once

#include <cstdint>
#include <vector>

#include "model/block.h"

namespace keben::model {

/// A cell and the slots that it covers; none of them is another's.
struct GridCell {
  const TableCell* cell = nullptr;  // of the table that the grid was made of
  std::uint32_t row = 0, column = 0;
  std::uint32_t rows = 1, columns = 1;

  std::uint32_t end_row() const { return row + rows; }
  std::uint32_t end_column() const { return column + columns; }
  bool operator==(const GridCell&) const = default;
};

struct TableGrid {
  std::vector<Align> columns;
  std::uint32_t head_rows = 0;  // the first ones; no cell reaches from them into the others
  std::vector<std::vector<GridCell>> rows;  // the cells that begin in each, from left to right

  bool operator==(const TableGrid&) const = default;
};

/// The grid of a table, which must outlive it. Takes time and memory by the number of cells, not by
/// what they span.
TableGrid grid_of(const Table& table);

}  // namespace keben::model
