// Tables in three rules (三线表): columns as wide as they need, rows whole, the head repeated under
// 续表 on every page. One that is too wide is set in parts, which pages see as tables of their own.
#include <algorithm>

#include "pdf/galley/table_setter.h"

namespace keben::pdf::galley {
namespace {

// A page ends gladly between rows, but not with the first of them or before the last alone, nor
// between those that a cell spans where a page can hold them. A table that takes little of a page
// stays whole, and waits for the next as figures do; in a quotation, a list or a box, where it
// cannot, it had still better not be parted, nor had a part that is one of several.
constexpr BreakCost kBetweenRows = 100, kSplitSmall = 3000, kSplitPart = 8000, kLoneRow = 8000,
                    kSplitSpanned = 10'000;
constexpr double kSmallTable = 1.0 / 3, kSmallPart = 1.0 / 2;  // of a page's depth
constexpr std::size_t kLinesOfTallRow = 2;                     // that a page's end leaves together

/// Behind all that a table says.
edition::TextPlace end_of(const edition::Table& table) {
  for (auto row = table.rows.rbegin(); row != table.rows.rend(); ++row) {
    for (auto cell = row->rbegin(); cell != row->rend(); ++cell) {
      if (!cell->words.empty()) return {cell->words.id, edition::TextPlace::kBehind};
    }
  }
  return {};
}

}  // namespace

class TableComposer {
 public:
  TableComposer(Composer& composer, const edition::Table& table, const Place& place)
      : composer_(composer),
        depth_(composer.sheet_.page.depth()),
        place_(place),
        setter_(composer, table, place) {}

  void run() {
    const std::size_t parts = setter_.plan().parts.size();
    if (parts == 0) return composer_.add(setter_.caption(), place_);
    tell();
    SetPart first = set(0);
    const bool waits = parts == 1 && is_small(first) && Composer::may_wait(place_);
    const auto first_piece = static_cast<std::uint32_t>(composer_.galley_.pieces.size());
    const Composer::WholeLines whole = composer_.begin_whole_lines(place_, waits);
    add(std::move(first), waits);
    for (std::size_t p = 1; p < parts; ++p) {
      SetPart part = set(p);
      composer_.space(composer_.line(), place_);
      add(std::move(part), false);
    }
    composer_.end_whole_lines(whole);
    if (waits) composer_.may_float_from(first_piece);
  }

 private:
  void tell() const {
    const Words hint{"减少列数，或换用更宽的页面", "use fewer columns, or a wider page"};
    const TablePlan& plan = setter_.plan();
    if (plan.divides_words) {
      composer_.log_.warn(
          "table-too-wide", composer_.at_,
          {"表格太宽，窄列里的词会被拆开", "a table is too wide; words in its columns are divided"},
          hint);
    }
    if (plan.parts.size() == 1) return;
    const std::string count = std::to_string(plan.parts.size());
    Words text{"表格太宽，分成 " + count + " 段，上下相接",
               "a table is too wide; it is set in " + count + " parts, one below another"};
    if (plan.parts[1].repeats_first)
      text.zh += "，每段重复首列", text.en += ", each with the first column again";
    composer_.log_.warn("table-too-wide", composer_.at_, text, hint);
  }

  SetPart set(std::size_t index) {
    SetPart part = setter_.set(index);
    set_break_costs(part);
    say_beginnings(part, index > 0);
    return part;
  }

  Pt depth_of(const SetPart& part) const {
    Pt depth = std::max(height_of(part.top), composer_.galley_.heads[part.head].height);
    for (const StackedRow& row : part.rows)
      depth += height_of(row.pieces);
    return depth;
  }
  bool is_small(const SetPart& part) const { return depth_of(part) < depth_ * kSmallTable; }

  BreakCost between_rows(const SetPart& part) const {
    const bool one_of_several = setter_.plan().parts.size() > 1;
    if (one_of_several && depth_of(part) < depth_ * kSmallPart) return kSplitPart;
    return is_small(part) ? kSplitSmall : kBetweenRows;
  }

  /// The head keeps two rows, or two lines of a tall one; the last row is not left alone.
  void set_break_costs(SetPart& part) const {
    std::vector<StackedRow>& rows = part.rows;
    const BreakCost between = between_rows(part);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::vector<Piece>& row = rows[r].pieces;
      for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        const bool near_edge = i + 1 < kLinesOfTallRow || row.size() - i - 1 < kLinesOfTallRow;
        row[i].after = near_edge ? kForbidden : kBetweenRows;
      }
      if (r + 1 == rows.size()) continue;
      row.back().after = between + (rows[r].rather_whole ? kSplitSpanned : 0);
      if (r + 2 == rows.size() && rows[r + 1].is_one_row()) row.back().after += kLoneRow;
    }
    if (rows.size() > 1 && rows[0].is_one_row()) rows[0].pieces[0].after = kForbidden;
  }

  /// Where in the text each piece begins. What has no text begins behind the text before it; a part
  /// that is not the first, behind all of the table, since its rows go on from parts before.
  void say_beginnings(SetPart& part, bool behind) const {
    edition::TextPlace before = behind ? end_of(setter_.table()) : edition::TextPlace{};
    const auto say = [&](Piece& piece) {
      if (!behind && piece.begins.known()) {
        before = {piece.begins.node, edition::TextPlace::kBehind};
      } else {
        piece.begins = before;
      }
    };
    for (Piece& piece : part.top)
      say(piece);
    for (StackedRow& row : part.rows) {
      for (Piece& piece : row.pieces)
        say(piece);
    }
  }

  void add(SetPart part, bool whole) {
    composer_.add(std::move(part.top), place_);
    for (StackedRow& row : part.rows) {
      const bool last = &row == &part.rows.back();
      for (Piece& piece : row.pieces) {
        piece.head = part.head;
        if (whole && !last) piece.after = kForbidden;
        composer_.add(std::move(piece), place_);
      }
    }
  }

  Composer& composer_;
  Pt depth_;  // of a page
  const Place& place_;
  TableSetter setter_;
};

void Composer::table(const edition::Table& b, const Place& place) {
  TableComposer(*this, b, place).run();
}

}  // namespace keben::pdf::galley
