#include "pdf/galley/table_rows.h"

#include <algorithm>
#include <span>
#include <utility>

namespace keben::pdf::galley {
namespace {

/// Rows that cells hold together, or a single one.
class Group {
 public:
  Group(std::span<SetCell> cells, std::uint32_t first, std::uint32_t end,
        const RowMeasures& measures)
      : cells_(cells), first_(first), rows_(end - first), measures_(measures) {
    count_lines();
    for (std::uint32_t c = 0; c < cells.size(); ++c) {
      for (std::uint32_t i = 0; i < cells[c].lines.size(); ++i)
        lines_[first_line_[row_of(cells[c])] + i].push_back({c, i});
    }
  }

  void stack(std::vector<StackedRow>& out) {
    const Pt depth = measures_.leading * static_cast<double>(lines_.size());
    if (depth > measures_.page / 2) return stack_line_by_line(depth, out);
    out.push_back(one_piece());
  }

 private:
  struct Line {
    std::uint32_t cell, line;
  };

  std::uint32_t row_of(const SetCell& cell) const { return cell.row - first_; }

  /// What a cell needs beyond the rows that it spans is added to the last of them.
  void count_lines() {
    std::vector<std::vector<const SetCell*>> ending(rows_);
    for (const SetCell& cell : cells_)
      ending[row_of(cell) + cell.rows - 1].push_back(&cell);
    first_line_.push_back(0);
    for (std::uint32_t r = 0; r < rows_; ++r) {
      std::size_t end = first_line_.back() + 1;
      for (const SetCell* cell : ending[r])
        end = std::max(end, first_line_[row_of(*cell)] + cell->lines.size());
      first_line_.push_back(end);
    }
    lines_.resize(first_line_.back());
  }

  StackedRow one_piece() {
    StackedRow out{.pieces = {Piece{}}};
    std::vector<Pt> tops;
    Pt y;
    for (std::uint32_t r = 0; r < rows_; ++r) {
      tops.push_back(y + measures_.above);
      y = tops.back() +
          measures_.leading * static_cast<double>(first_line_[r + 1] - first_line_[r]) +
          measures_.below;
      out.ends.push_back(y);
    }
    for (const std::vector<Line>& side_by_side : lines_) {
      for (const Line& at : side_by_side)
        put_into(out.pieces[0], std::move(cells_[at.cell].lines[at.line]),
                 tops[row_of(cells_[at.cell])] + measures_.leading * static_cast<double>(at.line));
    }
    out.pieces[0].height = y;
    return out;
  }

  void stack_line_by_line(Pt depth, std::vector<StackedRow>& out) {
    for (std::uint32_t r = 0; r < rows_; ++r) {
      StackedRow row;
      for (std::size_t l = first_line_[r]; l < first_line_[r + 1]; ++l) {
        // Each begins with the white over a row, at a page's head too.
        Piece piece{.height = measures_.leading};
        for (const Line& at : lines_[l])
          put_into(piece, std::move(cells_[at.cell].lines[at.line]), measures_.above);
        row.pieces.push_back(std::move(piece));
      }
      row.pieces.back().height += measures_.above + measures_.below;
      row.ends.push_back(row.pieces.back().height);
      row.spanned = r + 1 < rows_;
      row.rather_whole = row.spanned && depth < measures_.page * kMostOfPage;
      out.push_back(std::move(row));
    }
  }

  static constexpr double kMostOfPage = 0.8;

  std::span<SetCell> cells_;
  std::uint32_t first_, rows_;
  const RowMeasures& measures_;
  std::vector<std::size_t> first_line_;   // of each row; and the end of all
  std::vector<std::vector<Line>> lines_;  // by line: those of the cells, side by side
};

}  // namespace

std::vector<StackedRow> stack_rows(std::vector<SetCell> cells, std::uint32_t rows,
                                   const RowMeasures& measures) {
  std::vector<StackedRow> out;
  const std::span<SetCell> all(cells);
  std::size_t cell = 0;
  for (std::uint32_t row = 0; row < rows;) {
    const std::size_t first_cell = cell;
    const std::uint32_t first = row;
    std::uint32_t end = first + 1;
    for (; row < end; ++row) {
      for (; cell < cells.size() && cells[cell].row == row; ++cell)
        end = std::max(end, row + cells[cell].rows);
    }
    Group(all.subspan(first_cell, cell - first_cell), first, end, measures).stack(out);
  }
  return out;
}

}  // namespace keben::pdf::galley
