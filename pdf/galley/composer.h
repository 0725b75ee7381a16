// The composer: where the next piece goes, and what all kinds of blocks share. One for each galley.
//
// Each kind of block has its own file (text_blocks, boxes, figure, table); they are the composer's
// members, since they call one another: a list holds quotes that hold tables.
#pragma once

#include <algorithm>
#include <string>

#include "pdf/galley/compose.h"
#include "pdf/galley/paragraph.h"

namespace keben::pdf::galley {

/// Where blocks stand: their column, the frame around them, and the element that they belong to.
struct Place {
  Column column;
  Pt least;  // that is left of a column, however deep it stands in others
  std::uint32_t frame = 0;
  draw::StructId parent;
  int list_depth = 0;
  bool in_quote = false;
  bool in_box = false;
  bool in_note = false;

  Place indented(Pt left, Pt right = {}) const {
    const Pt room = std::max(Pt{}, column.width - least);
    left = std::min(left, room), right = std::min(right, room - left);
    Place p = *this;
    p.column = {column.left + left, column.width - left - right};
    return p;
  }
};

/// The place of a page's own text.
Place whole_measure(const style::Geometry& page);

/// Lines that a page's end leaves with their heading (typesetting.md 7.2).
inline constexpr double kKeptUnderHeading = 2;

Pt height_of(const std::vector<Piece>& pieces);

class Composer {
 public:
  Composer(const Surroundings& around, const fonts::Catalog& faces, Diagnostics& log,
           shape::WordShaper* words)
      : around_(around), sheet_(around.sheet), typesetter_(faces, galley_, log, words), log_(log) {}

  void blocks(const edition::Blocks& blocks, const Place& place) {
    for (const edition::Block& block : blocks)
      this->block(block, place);
  }
  void block(const edition::Block& block, const Place& place);
  /// Before the blocks of an essay that is one of several (opening.cc).
  void opening(const Place& place);
  std::vector<Piece> below_title(const Place& place);
  /// After the blocks: the notes that they refer to.
  void notes();
  Galley take() { return std::move(galley_); }

 private:
  NoteBody note_body(const edition::Note& note);

  // text_blocks.cc
  void paragraph(const edition::Paragraph& b, const Place& place);
  void heading(const edition::Heading& b, const Place& place);
  void quote(const edition::Quote& b, const Place& place);
  void list(const edition::List& b, const Place& place);
  void list_item(const edition::ListItem& item, const std::string& mark, Pt hang,
                 const Place& place);
  void anchor(const edition::Anchor& b, const Place& place);
  void definitions(const edition::Definitions& b, const Place& place);
  void ornament(const Place& place);
  void card(const edition::Card& b, const Place& place);
  // boxes.cc
  void code(const edition::Code& b, edition::NodeId id, const Place& place);
  void code_line(const std::string& source, BreakCost after, const Place& place,
                 draw::StructId tag);
  void mark_line(std::size_t first, model::MarkedLines::Mark mark, const Frame& frame);
  void wrap_sign(Piece& line, const Place& place);
  void box(const edition::Box& b, const Place& place);
  void framed_box(const edition::Box& b, const Place& place);
  void fold(const edition::Box& b, const Place& place);
  // figure.cc
  void figure(const edition::Figure& b, const Place& place);
  Pt figure_room(const Place& place) const;
  std::vector<Piece> figure_caption(const edition::Passage& caption, const Place& place);
  void picture(const edition::Figure& b, std::size_t index, Pt most, draw::StructId tag,
               const Place& place, std::vector<Piece>& pieces);
  std::vector<Piece> placeholder(const edition::Picture& picture, Pt most, draw::StructId tag,
                                 const Place& place);
  // table.cc
  void table(const edition::Table& b, const Place& place);
  friend class TableComposer;
  friend class TableSetter;

  // --- what they share ---
  FlatText flat(const edition::Passage& passage, const style::ParagraphStyle& style) const {
    return flatten(passage, style, around_);
  }
  /// The text style of a place: Kai in quotations, small in notes.
  const style::ParagraphStyle& text_style(const Place& place) const {
    return place.in_note ? sheet_.note : place.in_quote ? sheet_.quote : sheet_.body;
  }
  /// A text in one style that is no paragraph's: our own, a title, a line of code.
  FlatText plain(std::string text, const style::ParagraphStyle& style, config::Colour ink) const;
  /// A paragraph of a style, its lines added to the galley.
  void text(FlatText flat, const style::ParagraphStyle& style, const Place& place,
            draw::StructId tag);
  /// The same for the author's running text, which pages may ask for in a line less or more.
  void running_text(const edition::Passage& passage, const style::ParagraphStyle& style,
                    const Place& place, draw::StructId tag);
  void add(Piece piece, const Place& place);
  void add(std::vector<Piece> pieces, const Place& place);
  /// White before or after a block, which vanishes at a page's edge; never two in a row, the larger
  /// stays.
  void space(Pt height, const Place& place);
  /// The same before a heading: from the grid on, so that the heading's whole lines end on it.
  std::size_t space_over_heading(Pt height, const Place& place);
  void end_heading(std::size_t white, Pt depth);
  void push_white(Pt height, const Place& place);
  bool is_behind_figure() const;
  Pt depth_since_grid() const;
  Pt lacking_to_whole_lines(Pt depth) const;

  /// Whether what stands at a place may wait for the next page while the text goes on: not what
  /// belongs to a list, a quotation or a box.
  static bool may_wait(const Place& place) {
    return place.frame == 0 && place.list_depth == 0 && !place.in_note && !place.in_quote &&
           !place.in_box;
  }
  /// All pieces from `first` on are one such thing.
  void may_float_from(std::uint32_t first) {
    galley_.floating.push_back({first, static_cast<std::uint32_t>(galley_.pieces.size())});
  }

  /// A block that takes whole lines of the grid, with the white round it.
  struct WholeLines {
    Place place;
    bool own_white = false;  // goes where the block goes: only a page joins it to another
    bool has_white = false;  // above
    bool joined = false;     // with that of the block before
    std::size_t white = 0;   // its piece
  };
  WholeLines begin_whole_lines(const Place& place, bool own_white = false);
  /// @param hangs what looks like white at the block's foot, and is not
  void end_whole_lines(const WholeLines& block, Pt hangs = {});
  /// The next piece begins on the base grid.
  void snap() { snap_ = true; }
  /// No page may end behind the last piece.
  void keep() {
    if (is_kept() || galley_.pieces.empty()) return;
    galley_.pieces.back().after = kForbidden;
  }
  bool is_kept() const {
    return !galley_.pieces.empty() && galley_.pieces.back().after >= kForbidden;
  }
  draw::StructId element(draw::Role role, const Place& place) {
    return typesetter_.element(role, place.parent);
  }
  /// `frame` goes round what `inside` adds.
  template <class F>
  void framed(Frame frame, const Place& place, F inside);

  Pt line() const { return sheet_.page.leading; }
  Pt em() const { return sheet_.page.body; }

  const Surroundings& around_;
  const style::Stylesheet& sheet_;
  Galley galley_;
  Typesetter typesetter_;
  Diagnostics& log_;
  SourceSpan at_;  // of the block at hand
  bool snap_ = true;
  std::size_t on_grid_ = 0;  // pieces before it end on the grid for certain, the last being white
  Pt white_to_grid_;         // of this height
  bool after_heading_ = false;  // and nothing has been added since
  Pt to_keep_;                  // depth of what must still stay with a heading
};

}  // namespace keben::pdf::galley
