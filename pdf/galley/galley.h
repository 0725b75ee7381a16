// A galley: text set in lines and put one below the other, before it is cut into pages (in the
// trade's old sense of the word: type in a long tray, not yet made up).
//
// A piece is what no page end divides: a line of text, a table's row, a picture with its caption.
// Each says how gladly a page may end behind it. Positions in a piece are from its own top and from
// the type area's left edge; the page adds its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/length.h"
#include "config/theme.h"
#include "edition/page_starts.h"
#include "model/ids.h"
#include "pdf/draw/display_list.h"
#include "pdf/style/paragraph_style.h"

namespace keben::pdf::galley {

/// A page's end behind a piece: free, at a cost (typesetting.md 7.3), or never.
using BreakCost = std::int32_t;
inline constexpr BreakCost kForbidden = 1'000'000'000;
/// Nor where so much is to hold together that no page can hold it: a picture and its caption, which
/// are made to fit one.
inline constexpr BreakCost kInseparable = 2'000'000'000;

/// A footnote's mark within a piece, for the page numbers the notes on it.
struct NoteMark {
  std::uint32_t note = 0;  // index into Galley::notes
  std::uint32_t item = 0;  // of the piece, a draw::Glyphs
};

struct Piece {
  Pt height;
  std::vector<draw::Item> items;
  std::vector<draw::LinkArea> links;
  std::vector<draw::Anchor> anchors;
  std::vector<NoteMark> marks;
  edition::TextPlace begins;  // where in the text; unknown for what is no text
  BreakCost after = 0;
  bool space = false;  // nothing but white: vanishes at a page's top and foot
  bool snap = false;   // begins on a line of the base grid
  bool part = false;   // begins a part of the text that no figure before it may pass
  Pt kept_at_head;     // of white over a heading: what sets it on its lines at a page's head too
  std::uint32_t frame = 0;  // index into Galley::frames
  std::uint32_t head =
      0;  // index into Galley::heads: what is repeated where a page begins with this piece
};

/// A panel or a bar that goes along with its pieces, open where a page cuts it.
struct Frame {
  std::uint32_t parent = 0;
  Pt left, width;
  std::optional<config::Colour> panel;
  std::optional<config::Colour> bar;  // at its left edge
  Pt bar_width{2};
};

/// The rows that a table repeats at the top of each further page, under 续表.
struct TableHead {
  std::vector<Piece> pieces;
  Pt height;
};

/// A footnote's text in lines, set for the foot of a page.
struct NoteBody {
  std::vector<Piece> pieces;  // item 0 of the first shows its number
};

/// A heading that running heads and the table of contents can find again: it begins with piece
/// `piece`.
struct Landmark {
  std::uint32_t piece = 0;
  model::DocumentId document;
  model::HeadingId heading;
};

/// Where text stands: from the type area's left edge.
struct Column {
  Pt left, width;
};

/// A paragraph that pages may want set again, in a line less or more (typesetting.md 7.4): its
/// pieces, and what it was set from.
struct Resettable {
  std::uint32_t first = 0, end = 0;      // pieces
  bool shorter = false, longer = false;  // than it is: worth a try
  std::int64_t demerits = 0;             // of its lines as they are
  edition::NodeId paragraph;
  const style::ParagraphStyle* style = nullptr;
  Em first_indent;
  Column column;
  draw::StructId tag, first_inner;  // its element; the first of those inside it, one after another
  std::uint32_t own_items = 0;      // of its first line: a list's mark may stand before them
  BreakCost inside = 0;             // of a break between its lines beside their own: it is in a box
};

/// Such a paragraph in another number of lines.
struct Variant {
  std::vector<Piece> pieces;  // as they would stand in the galley
  BreakCost cost = 0;         // of taking it, beside the costs of a page's end
};

/// A figure with its caption, or a small table, and the white round it, which may stand at the head
/// of the next page where it does not fit: the text goes on without it (typesetting.md 7.6).
struct Floating {
  std::uint32_t first = 0, end = 0;  // pieces
};

struct Galley {
  std::vector<Piece> pieces;
  std::vector<Resettable> resettable;  // in the order of their pieces
  std::vector<Floating> floating;      // likewise
  std::vector<Frame> frames{Frame{}};
  std::vector<TableHead> heads{TableHead{}};
  std::vector<NoteBody> notes;
  std::vector<Landmark> landmarks;
  // Structure elements of these pieces; parent 0 is the element that the whole galley hangs from.
  // [0] is no element.
  std::vector<draw::Struct> structure{draw::Struct{}};
};

/// Moves what is drawn down a piece or a page.
void move_down(draw::Item& item, Pt by);
/// … and to the right.
void move_right(draw::Item& item, Pt by);

/// Puts what a piece shows into another, at a height of it.
void put_into(Piece& piece, Piece line, Pt y);

/// Appends a galley to another, renumbering what it refers to.
void append(Galley& to, Galley more);

}  // namespace keben::pdf::galley
