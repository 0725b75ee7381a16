// How a table is fitted to its measure: in smaller type, with its longest words divided, or in
// parts one below another (typesetting.md 7.7).
#pragma once

#include <cstdint>
#include <vector>

#include "pdf/galley/columns.h"

namespace keben::pdf::galley {

/// Columns [first, end) of a table, side by side. In a part that is not the first one the table's
/// first column, its row headings, stands before them once more where there is room.
struct TablePart {
  std::uint32_t first = 0, end = 0;
  bool repeats_first = false;
  std::vector<Pt> widths = {};  // of the columns that it shows, with the white at their sides

  /// How many columns it shows.
  std::uint32_t columns() const { return end - first + (repeats_first ? 1 : 0); }
};

struct TablePlan {
  double scale = 1;  // of the type, and of its leading
  bool divides_words = false;
  std::vector<TablePart> parts;  // at least one
};

/// The room that a table has.
struct TableRoom {
  Pt width;   // of the measure
  Pt em;      // of the cells' type at full size
  Pt beside;  // white at both sides of a column's text, in all
};

/// @param columns  at least one; what their texts wish for at full size, white aside
TablePlan plan_table(const std::vector<ColumnWish>& columns, const TableRoom& room);

}  // namespace keben::pdf::galley
