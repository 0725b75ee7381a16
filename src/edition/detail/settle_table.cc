// Tables: cells by their grid, with what each heads.
#include <utility>

#include "edition/detail/settler.h"
#include "model/table_grid.h"

namespace keben::edition {
namespace {

/// An empty cell heads nothing, and is announced as nothing.
Cell::Heads heads_of(const model::GridCell& at, bool in_head) {
  if (!in_head || at.cell->content.empty()) return Cell::Heads::nothing;
  return at.columns > 1 ? Cell::Heads::columns : Cell::Heads::column;
}

}  // namespace

Table Settler::table(model::Table b, SourceSpan at) {
  const model::TableGrid grid = model::grid_of(b);
  Table out;
  out.columns = static_cast<std::uint32_t>(grid.columns.size());
  out.head_rows = grid.head_rows;
  out.caption = words(std::move(b.caption), at);
  for (const std::vector<model::GridCell>& row : grid.rows) {
    std::vector<Cell>& cells = out.rows.emplace_back();
    for (const model::GridCell& from : row) {
      auto& cell = const_cast<model::TableCell&>(*from.cell);
      cells.push_back({.words = {},
                       .align = grid.columns[from.column],
                       .row = from.row,
                       .column = from.column,
                       .columns = from.columns,
                       .rows = from.rows,
                       .heads = heads_of(from, from.row < grid.head_rows)});
      cells.back().words = words(std::move(cell.content), cell.at);
    }
  }
  return out;
}

}  // namespace keben::edition
