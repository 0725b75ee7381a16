// Which cells stand in which part of a table that is set in parts (table_parts.h).
#pragma once

#include <cstdint>
#include <vector>

#include "edition/table.h"
#include "pdf/galley/table_parts.h"

namespace keben::pdf::galley {

/// A cell among the rows and columns that a part shows.
struct PartCell {
  const edition::Cell* at = nullptr;
  std::uint32_t row = 0, end_row = 0, column = 0, end_column = 0;
  bool again = false;  // an earlier part shows it, too
};

/// A part's cells, row by row and from left to right, and the numbers of its rows in the table: a
/// row that has nothing in the part's columns is left out.
struct PartCells {
  std::vector<std::uint32_t> rows;
  std::vector<PartCell> cells;
  std::uint32_t head_rows = 0;
};

/// The cells of each part. A cell that reaches from one part into the next ones stands in each of
/// them; so do the row headings, beside what there is of their rows. Where that were more than the
/// table has cells, what reaches over stands in its first part alone: time and memory stay linear.
std::vector<PartCells> cells_of_parts(const edition::Table& grid,
                                      const std::vector<TablePart>& parts);

}  // namespace keben::pdf::galley
