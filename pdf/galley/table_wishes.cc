// What a table's columns wish for, of what stands in them.
#include <algorithm>
#include <utility>

#include "pdf/galley/table_setter.h"

namespace keben::pdf::galley {

using edition::Cell;

TablePlan TableSetter::planned() const {
  if (table_.columns == 0) return {};
  constexpr Pt kHair{0.1};  // more than the words need, so that rounding breaks none of them
  return plan_table(wishes(), {place_.column.width, sheet_.cell.size, padding() * 2.0 + kHair});
}

/// What the columns wish for at full size; a cell that spans several adds what it lacks to them.
std::vector<ColumnWish> TableSetter::wishes() const {
  std::vector<ColumnWish> out(table_.columns);
  std::vector<std::pair<const Cell*, ColumnWish>> spanning;
  for (const std::vector<Cell>& row : table_.rows) {
    for (const Cell& cell : row) {
      ColumnWish wish = wish_of(cell);
      if (cell.columns > 1) {  // its first column may end a part of the table
        spanning.push_back({&cell, wish});
        wish.most = wish.least = two_hanzi(cell, wish.most);
      }
      ColumnWish& column = out[cell.column];
      column = {std::max(column.most, wish.most), std::max(column.least, wish.least)};
    }
  }
  for (const auto& [cell, wish] : spanning) {
    const auto first = out.begin() + cell->column, end = out.begin() + cell->end_column();
    Pt least;
    for (auto column = first; column != end; ++column)
      least += column->least;
    const Pt lacking = (wish.least - least) / static_cast<double>(cell->columns);
    if (lacking <= Pt{}) continue;
    for (auto column = first; column != end; ++column) {
      column->least += lacking;
      column->most = std::max(column->most, column->least);
    }
  }
  return out;
}

ColumnWish TableSetter::wish_of(const Cell& cell) const {
  const style::ParagraphStyle& style = base_style(cell.row);
  const Typesetter::Widths w =
      composer_.typesetter_.widths(composer_.flat(cell.words, style), style);
  return {w.most, std::max(w.least, two_hanzi(cell, w.most))};
}
/// The least for any cell, side by side: no short one is stood on end.
Pt TableSetter::two_hanzi(const Cell& cell, Pt most) const {
  return std::min(most, base_style(cell.row).size * 2.0);
}

}  // namespace keben::pdf::galley
