#include "pdf/galley/table_cells.h"

#include <algorithm>
#include <tuple>

namespace keben::pdf::galley {
namespace {

using edition::Cell;
using edition::Table;

std::uint32_t count_before(const std::vector<std::uint32_t>& rows, std::uint32_t row) {
  return static_cast<std::uint32_t>(std::lower_bound(rows.begin(), rows.end(), row) - rows.begin());
}

/// A cell in the columns of a part into which it reaches.
PartCell in_columns(const Cell& cell, const TablePart& part) {
  const std::uint32_t beside = part.repeats_first ? 1 : 0;
  PartCell out{.at = &cell};
  const bool heads = cell.column == 0 && part.repeats_first;
  out.column = heads ? 0 : std::max(cell.column, part.first) - part.first + beside;
  out.end_column = cell.end_column() > part.first
                       ? std::min(cell.end_column(), part.end) - part.first + beside
                       : 1;
  return out;
}

/// The cell of the first column that covers each row, or none.
std::vector<const Cell*> headings_of(const Table& grid) {
  std::vector<const Cell*> out(grid.rows.size(), nullptr);
  for (const std::vector<Cell>& row : grid.rows) {
    if (row.empty() || row.front().column != 0) continue;
    std::fill(out.begin() + row.front().row, out.begin() + row.front().end_row(), &row.front());
  }
  return out;
}

void spread(const Table& grid, const std::vector<TablePart>& parts, std::vector<PartCells>& out) {
  std::size_t cells = 0, again = 0;
  for (const std::vector<Cell>& row : grid.rows)
    cells += row.size();
  for (const std::vector<Cell>& row : grid.rows) {
    auto part = parts.begin();
    for (const Cell& cell : row) {
      while (part->end <= cell.column)
        ++part;
      for (auto reached = part; reached != parts.end() && reached->first < cell.end_column();
           ++reached) {
        if (reached != part && ++again > cells) break;
        PartCells& to = out[static_cast<std::size_t>(reached - parts.begin())];
        if (to.rows.empty() || to.rows.back() != cell.row) to.rows.push_back(cell.row);
        to.cells.push_back(in_columns(cell, *reached));
        to.cells.back().again = reached != part;
      }
    }
  }
}

/// The headings of a part's rows, but for those that reach into its columns and stand there
/// already.
void add_headings(const std::vector<const Cell*>& headings, const TablePart& part, PartCells& to) {
  const Cell* last = nullptr;
  for (const std::uint32_t row : to.rows) {
    const Cell* heading = headings[row];
    if (!heading || heading == last) continue;
    last = heading;
    if (heading->end_column() > part.first) continue;
    to.cells.push_back(in_columns(*heading, part));
    to.cells.back().again = true;
  }
}

}  // namespace

std::vector<PartCells> cells_of_parts(const Table& grid, const std::vector<TablePart>& parts) {
  std::vector<PartCells> out(parts.size());
  spread(grid, parts, out);
  const std::vector<const Cell*> headings = headings_of(grid);
  for (std::size_t p = 0; p < parts.size(); ++p) {
    PartCells& part = out[p];
    if (parts[p].repeats_first) add_headings(headings, parts[p], part);
    for (PartCell& cell : part.cells) {
      cell.row = count_before(part.rows, cell.at->row);
      cell.end_row = count_before(part.rows, cell.at->end_row());
    }
    std::sort(part.cells.begin(), part.cells.end(), [](const PartCell& a, const PartCell& b) {
      return std::tie(a.row, a.column) < std::tie(b.row, b.column);
    });
    part.head_rows = count_before(part.rows, grid.head_rows);
  }
  return out;
}

}  // namespace keben::pdf::galley
