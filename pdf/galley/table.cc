// Tables in three rules (三线表): columns as wide as they need, rows whole, the head repeated under
// 续表 on every page.
#include <algorithm>
#include <numeric>

#include "model/generated_words.h"
#include "pdf/galley/columns.h"
#include "pdf/galley/composer.h"

namespace keben::pdf::galley {
namespace {

constexpr Pt kOuterRule{1}, kInnerRule{0.5};
constexpr double kReducedSize = 8.0 / 9.0;  // 9 pt to 8 pt, before a table is called too wide
// A page ends gladly between rows, but not with the first of them or before the last alone. A table
// that takes little of a page stays whole, and waits for the next as figures do; in a quotation, a
// list or a box, where it cannot, it had still better not be parted.
constexpr BreakCost kBetweenRows = 100, kSplitSmall = 3000, kLoneRow = 8000;
constexpr double kSmallTable = 1.0 / 3;     // of a page's depth
constexpr std::size_t kLinesOfTallRow = 2;  // that a page's end leaves together

style::Alignment alignment_of(model::Align align) {
  switch (align) {
    case model::Align::none:
    case model::Align::left:
      return style::Alignment::ragged;
    case model::Align::center:
      return style::Alignment::centred;
    case model::Align::right:
      return style::Alignment::right;
  }
  return style::Alignment::ragged;
}

}  // namespace

class TableComposer {
 public:
  TableComposer(Composer& composer, const model::Table& table, const Place& place)
      : composer_(composer),
        sheet_(composer.sheet_),
        table_(table),
        place_(place),
        element_(composer.element(draw::Role::table, place)) {}

  void run() {
    find_columns();
    if (widths_.empty()) return;
    std::vector<Piece> top = caption();
    for (Piece& piece : head())
      top.push_back(std::move(piece));
    for (Piece& piece : top)
      piece.after = kForbidden;
    std::vector<std::vector<Piece>> rows;
    for (const model::TableRow& row : table_.body)
      rows.push_back(set_row(row, sheet_.cell, draw::Role::data_cell));
    if (!rows.empty()) rule(rows.back().back(), rows.back().back().height, kOuterRule);
    set_break_costs(rows);
    const bool waits = is_small(rows) && Composer::may_wait(place_);
    const auto first = static_cast<std::uint32_t>(composer_.galley_.pieces.size());
    const Composer::WholeLines whole = composer_.begin_whole_lines(place_, waits);
    composer_.add(std::move(top), place_);
    const auto index = static_cast<std::uint32_t>(composer_.galley_.heads.size() - 1);
    for (std::vector<Piece>& row : rows) {
      const bool last = &row == &rows.back();
      for (Piece& piece : row) {
        piece.head = index;
        if (waits && !last) piece.after = kForbidden;
        composer_.add(std::move(piece), place_);
      }
    }
    composer_.end_whole_lines(whole);
    if (waits) composer_.may_float_from(first);
  }

 private:
  Pt padding() const { return composer_.em() * 0.4; }
  Pt row_padding() const { return composer_.em() * 0.28; }

  style::ParagraphStyle cell_style(const style::ParagraphStyle& base, std::size_t column) const {
    style::ParagraphStyle style = base;
    style.size = style.size * scale_;
    style.leading = style.leading * scale_;
    if (column < table_.columns.size()) style.alignment = alignment_of(table_.columns[column]);
    return style;
  }

  std::vector<ColumnWish> wishes() const {
    std::vector<ColumnWish> out(table_.columns.size());
    const auto look = [&](const std::vector<model::TableRow>& rows,
                          const style::ParagraphStyle& base) {
      for (const model::TableRow& row : rows) {
        std::size_t column = 0;
        for (const model::TableCell& cell : row) {
          if (cell.columns == 1 && column < out.size()) {
            const style::ParagraphStyle style = cell_style(base, column);
            const Typesetter::Widths w =
                composer_.typesetter_.widths(composer_.flat(cell.content, style), style);
            // Two hanzi side by side at least: no short cell is stood on end.
            const Pt two = std::min(w.most, style.size * 2.0);
            out[column].least = std::max({out[column].least, w.least, two});
            out[column].most = std::max(out[column].most, w.most);
          }
          column += cell.columns;
        }
      }
    };
    look(table_.head, sheet_.head_cell);
    look(table_.body, sheet_.cell);
    // A hair more than the words need, so that rounding breaks none of them.
    for (ColumnWish& w : out)
      w.least += padding() * 2.0 + Pt{0.1}, w.most += padding() * 2.0 + Pt{0.1};
    return out;
  }

  void find_columns() {
    const Pt available = place_.column.width;
    std::vector<ColumnWish> columns = wishes();
    const auto least = [&] {
      return std::accumulate(columns.begin(), columns.end(), Pt{},
                             [](Pt sum, const ColumnWish& w) { return sum + w.least; });
    };
    if (least() > available) {
      scale_ = kReducedSize;
      columns = wishes();
    }
    if (least() > available) {
      composer_.log_.warn(
          "table-too-wide", {},
          {"表格太宽，窄列里的词会被拆开", "a table is too wide; words in its columns are divided"},
          {"减少列数，或换用更宽的页面", "use fewer columns, or a wider page"});
    }
    widths_ = share_out(columns, available);
    width_ = std::accumulate(widths_.begin(), widths_.end(), Pt{});
    left_ = place_.column.left + (available - width_) / 2;
  }

  bool is_small(const std::vector<std::vector<Piece>>& rows) const {
    Pt depth = composer_.galley_.heads.back().height;
    for (const std::vector<Piece>& row : rows) {
      for (const Piece& piece : row)
        depth += piece.height;
    }
    return depth < sheet_.page.depth() * kSmallTable;
  }

  /// The head keeps two rows, or two lines of a tall one; the last row is not left alone.
  void set_break_costs(std::vector<std::vector<Piece>>& rows) const {
    const bool small = is_small(rows);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::vector<Piece>& row = rows[r];
      for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        const bool near_edge = i + 1 < kLinesOfTallRow || row.size() - i - 1 < kLinesOfTallRow;
        row[i].after = near_edge ? kForbidden : kBetweenRows;
      }
      if (r + 1 == rows.size()) continue;
      row.back().after = small ? kSplitSmall : kBetweenRows;
      if (r + 2 == rows.size() && rows[r + 1].size() == 1) row.back().after += kLoneRow;
    }
    if (rows.size() > 1 && rows[0].size() == 1) rows[0][0].after = kForbidden;
    if (!rows.empty()) rows.back().back().after = 0;
  }

  void rule(Piece& piece, Pt y, Pt thickness) const {
    piece.items.push_back({{}, draw::Rule{{left_, y}, {left_ + width_, y}, thickness}});
  }

  std::vector<Piece> caption() {
    if (table_.caption.empty()) return {};
    return composer_.typesetter_.set(composer_.flat(table_.caption, sheet_.caption), sheet_.caption,
                                     place_.column,
                                     composer_.typesetter_.element(draw::Role::caption, element_));
  }

  /// A row as one piece; one that is higher than half a page as a piece for each of its lines.
  std::vector<Piece> set_row(const model::TableRow& row, const style::ParagraphStyle& base,
                             draw::Role role) {
    const draw::StructId own = composer_.typesetter_.element(draw::Role::table_row, element_);
    std::vector<std::vector<Piece>> cells;
    std::size_t column = 0, depth = 0;
    Pt left = left_;
    for (const model::TableCell& cell : row) {
      Pt width;
      for (std::size_t k = 0; k < cell.columns && column + k < widths_.size(); ++k)
        width += widths_[column + k];
      const style::ParagraphStyle style = cell_style(base, column);
      const draw::StructId tag = composer_.typesetter_.element(role, own);
      if (width > padding() * 2.0) {
        cells.push_back(composer_.typesetter_.set(composer_.flat(cell.content, style), style,
                                                  {left + padding(), width - padding() * 2.0},
                                                  tag));
        depth = std::max(depth, cells.back().size());
      }
      left += width;
      column += cell.columns;
    }
    const Pt leading = cell_style(base, 0).leading;
    const bool splits = leading * static_cast<double>(depth) > sheet_.page.depth() / 2;
    std::vector<Piece> out;
    Piece piece{.height = row_padding()};
    for (std::size_t i = 0; i < depth; ++i) {
      for (std::vector<Piece>& lines : cells) {
        if (i < lines.size()) merge(piece, std::move(lines[i]));
      }
      piece.height += leading;
      if (!splits || i + 1 == depth) continue;
      piece.height = leading;  // so that each begins with the padding, at a page's head too
      out.push_back(std::exchange(piece, Piece{.height = row_padding()}));
    }
    piece.height += row_padding() - (leading - base.size * scale_) * 0.6;
    out.push_back(std::move(piece));
    return out;
  }

  /// Puts a cell's line at the foot of what a piece holds so far.
  static void merge(Piece& into, Piece line) {
    const Pt y = into.height;
    if (!into.begins.known()) into.begins = line.begins;
    for (NoteMark mark : line.marks) {
      mark.item += static_cast<std::uint32_t>(into.items.size());
      into.marks.push_back(mark);
    }
    for (draw::Item& item : line.items) {
      move_down(item, y);
      into.items.push_back(std::move(item));
    }
    for (draw::LinkArea& link : line.links) {
      link.area.y += y;
      into.links.push_back(std::move(link));
    }
  }

  /// The head with its rules; the same pieces, under 续表, are kept to be repeated.
  std::vector<Piece> head() {
    std::vector<Piece> pieces;
    for (const model::TableRow& row : table_.head) {
      for (Piece& piece : set_row(row, sheet_.head_cell, draw::Role::header_cell))
        pieces.push_back(std::move(piece));
    }
    if (pieces.empty()) pieces.push_back({});
    rule(pieces.front(), {}, kOuterRule);
    if (!table_.head.empty()) rule(pieces.back(), pieces.back().height, kInnerRule);
    keep_for_later(pieces);
    return pieces;
  }

  void keep_for_later(const std::vector<Piece>& pieces) {
    TableHead head;
    style::ParagraphStyle style = sheet_.caption;
    style.alignment = style::Alignment::right;
    const std::string_view word = model::words_for(sheet_.language.convention).continued;
    head.pieces = composer_.typesetter_.set(
        composer_.plain(std::string(word), style, sheet_.theme.muted), style, {left_, width_}, {});
    head.pieces.insert(head.pieces.end(), pieces.begin(), pieces.end());
    for (Piece& piece : head.pieces) {
      // The text is read once: what is repeated is an artifact (ISO 32000-1 §14.8.2.2).
      for (draw::Item& item : piece.items)
        item.tag = {};
      piece.links.clear();
      piece.marks.clear();
      piece.anchors.clear();
      piece.snap = false;
      head.height += piece.height;
    }
    composer_.galley_.heads.push_back(std::move(head));
  }

  Composer& composer_;
  const style::Stylesheet& sheet_;
  const model::Table& table_;
  const Place& place_;
  draw::StructId element_;
  double scale_ = 1;
  std::vector<Pt> widths_;
  Pt width_, left_;
};

void Composer::table(const model::Table& b, const Place& place) {
  if (b.columns.empty()) return;
  TableComposer(*this, b, place).run();
}

}  // namespace keben::pdf::galley
