#include "model/table_grid.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <span>

namespace keben::model {
namespace {

/// A cell in the slots that HTML gives it, before rows and columns without cells are left out.
struct Placed {
  const TableCell* cell;
  std::size_t row, end_row, column, end_column;
};

/// The slots of one row that no cell from above covers, as runs of columns; the last has no end.
class FreeSlots {
 public:
  /// The run that holds a column, or the next one.
  std::pair<std::size_t, std::size_t> at_or_after(std::size_t column) const {
    auto run = runs_.upper_bound(column);
    if (run != runs_.begin() && std::prev(run)->second > column) --run;
    return {std::max(run->first, column), run->second};
  }

  /// Columns [first, end), which lie in one run.
  void take(std::size_t first, std::size_t end) {
    const auto run = std::prev(runs_.upper_bound(first));
    const auto [run_first, run_end] = *run;
    runs_.erase(run);
    if (run_first < first) runs_.emplace(run_first, first);
    if (end < run_end) runs_.emplace(end, run_end);
  }

  /// What was taken.
  void give_back(std::size_t first, std::size_t end) {
    const auto next = runs_.find(end);
    if (next != runs_.end()) {
      end = next->second;
      runs_.erase(next);
    }
    const auto behind = runs_.lower_bound(first);
    if (behind != runs_.begin() && std::prev(behind)->second == first) {
      std::prev(behind)->second = end;
    } else {
      runs_.emplace(first, end);
    }
  }

 private:
  std::map<std::size_t, std::size_t> runs_{{0, std::numeric_limits<std::size_t>::max()}};
};

/// Places the cells of the head or of the body, whose first row is number `first`.
void place_cells(std::span<const TableRow> rows, std::size_t first, std::vector<Placed>& out) {
  FreeSlots free;
  struct Taken {
    std::size_t first, end;
  };
  std::vector<std::vector<Taken>> until(rows.size());  // by row: what is free again from it on
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (const Taken& slots : until[r])
      free.give_back(slots.first, slots.end);
    std::size_t column = 0;
    for (const TableCell& cell : rows[r]) {
      const auto [begin, run_end] = free.at_or_after(column);
      const std::size_t end =
          begin + std::min<std::size_t>(std::max<std::size_t>(cell.columns, 1), run_end - begin);
      const std::size_t end_row =
          std::min<std::size_t>(r + std::max<std::size_t>(cell.rows, 1), rows.size());
      out.push_back({&cell, first + r, first + end_row, begin, end});
      if (end_row > r + 1) {
        free.take(begin, end);
        if (end_row < rows.size()) until[end_row].push_back({begin, end});
      }
      column = end;
    }
  }
}

/// The rows or columns in which some cell begins, in order.
template <class F>
std::vector<std::size_t> beginnings(const std::vector<Placed>& cells, F beginning) {
  std::vector<std::size_t> out;
  out.reserve(cells.size());
  for (const Placed& cell : cells)
    out.push_back(beginning(cell));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// How many of them lie before a place.
std::uint32_t count_before(const std::vector<std::size_t>& beginnings, std::size_t place) {
  return static_cast<std::uint32_t>(std::lower_bound(beginnings.begin(), beginnings.end(), place) -
                                    beginnings.begin());
}

bool is_empty(const TableRow& row) {
  return std::all_of(row.begin(), row.end(),
                     [](const TableCell& cell) { return cell.content.empty(); });
}

}  // namespace

TableGrid grid_of(const Table& table) {
  const bool headless = std::all_of(table.head.begin(), table.head.end(), is_empty);
  std::vector<Placed> cells;
  if (!headless) place_cells(table.head, 0, cells);
  place_cells(table.body, table.head.size(), cells);
  const std::vector<std::size_t> rows =
      beginnings(cells, [](const Placed& cell) { return cell.row; });
  const std::vector<std::size_t> columns =
      beginnings(cells, [](const Placed& cell) { return cell.column; });
  TableGrid grid;
  for (const std::size_t column : columns)
    grid.columns.push_back(column < table.columns.size() ? table.columns[column] : Align::none);
  grid.head_rows = count_before(rows, table.head.size());
  grid.rows.resize(rows.size());
  for (const Placed& cell : cells) {
    GridCell out{.cell = cell.cell,
                 .row = count_before(rows, cell.row),
                 .column = count_before(columns, cell.column)};
    out.rows = count_before(rows, cell.end_row) - out.row;
    out.columns = count_before(columns, cell.end_column) - out.column;
    grid.rows[out.row].push_back(out);
  }
  return grid;
}

}  // namespace keben::model
