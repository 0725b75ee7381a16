// Rows of a table stacked: each as high as its cells need, those that a cell spans together.
//
// All lines of a table have one leading, so a row is so many lines high, with white over and under
// them; a cell begins with its row's first line. Rows that a cell spans are one piece, as a row is,
// unless they are deeper than half a page: then a page may end behind any of their lines, and a
// cell that spans them goes on in the lines of the rows below.
#pragma once

#include <cstdint>
#include <vector>

#include "pdf/galley/galley.h"

namespace keben::pdf::galley {

/// The lines of a cell, and the rows that it spans, from number `row` of those that are stacked.
struct SetCell {
  std::uint32_t row = 0, rows = 1;
  std::vector<Piece> lines = {};
};

struct RowMeasures {
  Pt leading, above, below;
  Pt page;  // depth
};

/// A row, or rows that no page's end parts.
struct StackedRow {
  std::vector<Piece> pieces;  // more than one where a page may end within
  std::vector<Pt> ends = {};  // of the rows that are one piece: where each ends in it
  bool spanned = false;       // a cell goes on from it to the next
  bool rather_whole = false;  // with that one, and there is a page that holds them

  bool is_one_row() const { return pieces.size() == 1 && ends.size() == 1; }
};

/// @param cells  row by row, from left to right; a row without any is a line high
std::vector<StackedRow> stack_rows(std::vector<SetCell> cells, std::uint32_t rows,
                                   const RowMeasures& measures);

}  // namespace keben::pdf::galley
