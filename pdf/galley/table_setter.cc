#include "pdf/galley/table_setter.h"

#include <algorithm>
#include <numeric>

#include "base/utf8.h"

namespace keben::pdf::galley {
namespace {

using edition::Cell;

constexpr Pt kOuterRule{1}, kInnerRule{0.5}, kSpanRule{0.3};
constexpr double kMostOfHead = 1.0 / 3;  // of a page's depth, that pages repeat
constexpr BreakCost kPartedHead = 100;   // one deeper than half a page
constexpr std::size_t kMostAgain = 40;   // characters of a cell that parts repeat

style::Alignment alignment_of(edition::Align align) {
  switch (align) {
    case edition::Align::none:
    case edition::Align::left:
      return style::Alignment::ragged;
    case edition::Align::center:
      return style::Alignment::centred;
    case edition::Align::right:
      return style::Alignment::right;
  }
  return style::Alignment::ragged;
}

draw::Role role_of(Cell::Heads heads) {
  return heads == Cell::Heads::nothing ? draw::Role::data_cell : draw::Role::header_cell;
}

/// Makes of a piece what shows its text once more: an artifact (ISO 32000-1 §14.8.2.2), without the
/// marks of notes, which stand at the foot of the page that has the text.
void show_again(Piece& piece) {
  std::vector<bool> mark(piece.items.size(), false);
  for (const NoteMark& note : piece.marks)
    mark[note.item] = true;
  std::size_t item = 0;
  std::erase_if(piece.items, [&](const draw::Item&) { return mark[item++]; });
  for (draw::Item& each : piece.items)
    each.tag = {};
  piece.links.clear();
  piece.marks.clear();
  piece.anchors.clear();
  piece.begins = {};
  piece.snap = false;
}

}  // namespace

TableSetter::TableSetter(Composer& composer, const edition::Table& table, const Place& place)
    : composer_(composer),
      sheet_(composer.sheet_),
      table_(table),
      place_(place),
      element_(composer.element(draw::Role::table, place)),
      plan_(planned()),
      parts_(cells_of_parts(table_, plan_.parts)),
      rows_(table_.rows.size()) {}

style::ParagraphStyle TableSetter::cell_style(const Cell& cell) const {
  style::ParagraphStyle style = base_style(cell.row);
  style.size = style.size * plan_.scale;
  style.leading = style.leading * plan_.scale;
  style.alignment = alignment_of(cell.align);
  return style;
}

/// The part's columns, in the middle of the measure.
TableSetter::Edges TableSetter::edges_of(const TablePart& part) const {
  Edges out;
  out.width = std::accumulate(part.widths.begin(), part.widths.end(), Pt{});
  out.left = place_.column.left + (place_.column.width - out.width) / 2;
  out.columns.push_back(out.left);
  for (const Pt width : part.widths)
    out.columns.push_back(out.columns.back() + width);
  return out;
}

draw::StructId TableSetter::element_of(const Cell& cell) {
  draw::StructId& row = rows_[cell.row];
  if (!row.v) row = composer_.typesetter_.element(draw::Role::table_row, element_);
  const draw::StructId own = composer_.typesetter_.element(role_of(cell.heads), row);
  draw::Struct& element = composer_.galley_.structure[own.v];
  element.rows = cell.rows;
  element.columns = cell.columns;
  element.heads_row = cell.heads == Cell::Heads::row;
  return own;
}

std::vector<Piece> TableSetter::set_cell(const PartCell& cell) {
  const style::ParagraphStyle style = cell_style(*cell.at);
  const Pt left = edges_.columns[cell.column] + padding();
  const Column column{left, edges_.columns[cell.end_column] - padding() - left};
  if (!cell.again) {
    const draw::StructId own = element_of(*cell.at);
    return composer_.typesetter_.set(composer_.flat(cell.at->words, style), style, column, own);
  }
  if (column.width < style.size) return {};  // there is no text of its own in these columns
  std::vector<Piece> lines =
      composer_.typesetter_.set(text_again(*cell.at, style), style, column, {});
  for (Piece& line : lines)
    show_again(line);
  return lines;
}

/// What a part says again: a short text, or the beginning of a long one.
FlatText TableSetter::text_again(const edition::Cell& cell,
                                 const style::ParagraphStyle& style) const {
  std::string words = edition::plain_text(cell.words.inlines);
  if (utf8::count(words) <= kMostAgain) return composer_.flat(cell.words, style);
  std::size_t end = 0;
  for (std::size_t i = 0; i < kMostAgain / 2; ++i)
    end = utf8::decode(words, end).next;
  return composer_.plain(words.substr(0, end) + "……", style, sheet_.theme.text);
}

/// The part's rows from `first` on, up to `end`, stacked.
std::vector<StackedRow> TableSetter::set_rows(const PartCells& part, std::uint32_t first,
                                              std::uint32_t end) {
  std::vector<SetCell> cells;
  for (const PartCell& cell : part.cells) {
    if (cell.row >= first && cell.row < end)
      cells.push_back({cell.row - first, cell.end_row - cell.row, set_cell(cell)});
  }
  const style::ParagraphStyle& base = first < part.head_rows ? sheet_.head_cell : sheet_.cell;
  const Pt leading = base.leading * plan_.scale;
  const Pt below = row_padding() - (leading - base.size * plan_.scale) * 0.6;
  return stack_rows(std::move(cells), end - first,
                    {leading, row_padding(), below, sheet_.page.depth()});
}

SetPart TableSetter::set(std::size_t index) {
  const PartCells& part = parts_[index];
  edges_ = edges_of(plan_.parts[index]);
  SetPart out;
  out.top = index == 0 ? caption() : continued();
  if (index == 0 && parts_.size() > 1) {  // a row may begin in a later part than the one below it
    for (draw::StructId& row : rows_)
      row = composer_.typesetter_.element(draw::Role::table_row, element_);
  }
  for (Piece& piece : out.top)
    piece.after = &piece == &out.top.back() ? kInseparable : kForbidden;
  std::vector<Piece> head = this->head(part);
  out.head = keep_for_later(head);
  for (Piece& piece : head)
    out.top.push_back(std::move(piece));
  out.rows = set_rows(part, part.head_rows, static_cast<std::uint32_t>(part.rows.size()));
  Piece& last = out.rows.empty() ? out.top.back() : out.rows.back().pieces.back();
  rule(last, last.height, kOuterRule);
  last.after = 0;
  return out;
}

std::vector<Piece> TableSetter::caption() {
  if (table_.caption.empty()) return {};
  return composer_.typesetter_.set(composer_.flat(table_.caption, sheet_.caption), sheet_.caption,
                                   place_.column,
                                   composer_.typesetter_.element(draw::Role::caption, element_));
}

/// The word over a part, or a page, that goes on with the table, up to the table's right edge.
std::vector<Piece> TableSetter::continued() {
  style::ParagraphStyle style = sheet_.caption;
  style.alignment = style::Alignment::right;
  const std::string_view word = composer_.around_.words().continued;
  const Pt right = edges_.left + edges_.width;
  return composer_.typesetter_.set(composer_.plain(std::string(word), style, sheet_.theme.muted),
                                   style, {place_.column.left, right - place_.column.left}, {});
}

/// The head with its rules. A tall one may be parted, but not from the rows below.
std::vector<Piece> TableSetter::head(const PartCells& part) {
  std::vector<StackedRow> rows = set_rows(part, 0, part.head_rows);
  span_rules(part, rows);
  std::vector<Piece> pieces;
  for (StackedRow& row : rows) {
    for (Piece& piece : row.pieces)
      pieces.push_back(std::move(piece));
  }
  const bool tall = height_of(pieces) > sheet_.page.depth() / 2;
  if (pieces.empty()) pieces.push_back({});
  for (Piece& piece : pieces)
    piece.after = tall ? kPartedHead : kForbidden;
  pieces.back().after = kForbidden;
  rule(pieces.front(), {}, kOuterRule);
  if (part.head_rows > 0) rule(pieces.back(), pieces.back().height, kInnerRule);
  return pieces;
}

/// Under a cell of the head that stands over several columns, a rule as wide as they are.
void TableSetter::span_rules(const PartCells& part, std::vector<StackedRow>& rows) const {
  std::uint32_t first = 0;
  auto cell = part.cells.begin();
  for (StackedRow& row : rows) {
    const auto end = first + static_cast<std::uint32_t>(row.ends.size());
    for (; cell != part.cells.end() && cell->row < end; ++cell) {
      const bool over_several =
          cell->end_column > cell->column + 1 && cell->end_row < part.head_rows;
      if (!over_several || cell->end_row > end) continue;
      const Pt y = row.ends[cell->end_row - first - 1], inset = padding() / 2;
      row.pieces.back().items.push_back({{},
                                         draw::Rule{{edges_.columns[cell->column] + inset, y},
                                                    {edges_.columns[cell->end_column] - inset, y},
                                                    kSpanRule}});
    }
    first = end;
  }
}

/// What a page that goes on with the part begins with: the word, and the same head again, unless
/// it would take too much of the page. Returns its number.
std::uint32_t TableSetter::keep_for_later(const std::vector<Piece>& pieces) {
  TableHead head;
  head.pieces = continued();
  if (height_of(pieces) <= sheet_.page.depth() * kMostOfHead)
    head.pieces.insert(head.pieces.end(), pieces.begin(), pieces.end());
  for (Piece& piece : head.pieces)
    show_again(piece);
  head.height = height_of(head.pieces);
  composer_.galley_.heads.push_back(std::move(head));
  return static_cast<std::uint32_t>(composer_.galley_.heads.size() - 1);
}

void TableSetter::rule(Piece& piece, Pt y, Pt thickness) const {
  piece.items.push_back(
      {{}, draw::Rule{{edges_.left, y}, {edges_.left + edges_.width, y}, thickness}});
}

}  // namespace keben::pdf::galley
