// A table's parts, each set for itself: its cells' texts in lines, stacked in rows, under its head.
#pragma once

#include <string>
#include <vector>

#include "pdf/galley/composer.h"
#include "pdf/galley/table_cells.h"
#include "pdf/galley/table_rows.h"

namespace keben::pdf::galley {

/// A part: what holds together at its top, and the rows below.
struct SetPart {
  std::vector<Piece> top;  // caption or 续表, and the head
  std::vector<StackedRow> rows;
  std::uint32_t head = 0;  // what its pages repeat: index into Galley::heads
};

class TableSetter {
 public:
  TableSetter(Composer& composer, const edition::Table& table, const Place& place);

  const TablePlan& plan() const { return plan_; }  // without parts for a table without cells
  const edition::Table& table() const { return table_; }
  std::vector<Piece> caption();
  /// The parts are to be set in their order, each once: the first brings the elements of all rows.
  SetPart set(std::size_t part);

 private:
  /// Where the part that is being set stands.
  struct Edges {
    Pt left, width;
    std::vector<Pt> columns;  // where each begins, and where the last one ends
  };

  Pt padding() const { return composer_.em() * 0.4; }
  Pt row_padding() const { return composer_.em() * 0.28; }
  const style::ParagraphStyle& base_style(std::uint32_t row) const {
    return row < table_.head_rows ? sheet_.head_cell : sheet_.cell;
  }
  style::ParagraphStyle cell_style(const edition::Cell& cell) const;

  // table_wishes.cc
  TablePlan planned() const;
  std::vector<ColumnWish> wishes() const;
  ColumnWish wish_of(const edition::Cell& cell) const;
  Pt two_hanzi(const edition::Cell& cell, Pt most) const;

  Edges edges_of(const TablePart& part) const;
  draw::StructId element_of(const edition::Cell& cell);
  std::vector<Piece> set_cell(const PartCell& cell);
  FlatText text_again(const edition::Cell& cell, const style::ParagraphStyle& style) const;
  std::vector<StackedRow> set_rows(const PartCells& part, std::uint32_t first, std::uint32_t end);
  std::vector<Piece> continued();
  std::vector<Piece> head(const PartCells& part);
  void span_rules(const PartCells& part, std::vector<StackedRow>& rows) const;
  std::uint32_t keep_for_later(const std::vector<Piece>& head);
  void rule(Piece& piece, Pt y, Pt thickness) const;

  Composer& composer_;
  const style::Stylesheet& sheet_;
  const edition::Table& table_;
  const Place& place_;
  const draw::StructId element_;
  const TablePlan plan_;
  const std::vector<PartCells> parts_;
  std::vector<draw::StructId> rows_;  // the element of each, once it has been made
  Edges edges_;
};

}  // namespace keben::pdf::galley
