// How deep a page is filled: the one rule of vertical spacing, for the search and for the setting
// alike.
#pragma once

#include <algorithm>
#include <cmath>

#include "pdf/galley/galley.h"
#include "pdf/style/geometry.h"

namespace keben::pdf::pages {

/// White and rule between the text and its notes.
inline constexpr Em kNoteSpace{1.2};

/// The head that a page shows before its text where it begins within a table, or none.
inline const galley::TableHead* repeated_head(const galley::Galley& galley, std::uint32_t piece) {
  if (piece == 0 || piece >= galley.pieces.size()) return nullptr;
  const std::uint32_t head = galley.pieces[piece].head;
  const bool within = head != 0 && galley.pieces[piece - 1].head == head;
  return within ? &galley.heads[head] : nullptr;
}

class PageDepth {
 public:
  explicit PageDepth(const style::Geometry& page) : leading_(page.leading) {}

  /// Where the piece's top comes to stand; a piece that snaps begins on the next line of the grid.
  Pt top_of(const galley::Piece& piece) const {
    if (!piece.snap) return used_;
    return leading_ * std::ceil(used_ / leading_ - 0.001);
  }
  /// Of two whites that meet the larger one stays. At the page's head there is none, but for what
  /// sets a heading on its lines of the grid.
  void add(const galley::Piece& piece) {
    if (piece.space && used_ == Pt{} && piece.frame == 0) {
      used_ = piece.kept_at_head;
      return;
    }
    const bool meet = piece.space && white_ > Pt{} && frame_ == piece.frame;
    if (meet) used_ -= white_;
    white_ = meet ? std::max(white_, piece.height) : piece.space ? piece.height : Pt{};
    frame_ = piece.frame;
    used_ = top_of(piece) + (piece.space ? white_ : piece.height);
  }
  void add_head(Pt height) { used_ += height; }
  Pt used() const { return used_; }

 private:
  Pt leading_, used_, white_;
  std::uint32_t frame_ = 0;
};

}  // namespace keben::pdf::pages
