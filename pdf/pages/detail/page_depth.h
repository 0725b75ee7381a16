// How deep a page is filled: the one rule of vertical spacing, for the search and for the setting
// alike.
#pragma once

#include <cmath>

#include "pdf/galley/galley.h"
#include "pdf/style/geometry.h"

namespace keben::pdf::pages {

/// White and rule between the text and its notes.
inline constexpr Em kNoteSpace{1.2};

/// What a page shows before its first piece: a table's head, where it begins within a table.
struct PageStart {
  const galley::TableHead* repeated = nullptr;
};

inline PageStart page_start_of(const galley::Galley& galley, std::uint32_t piece) {
  if (piece == 0 || piece >= galley.pieces.size()) return {};
  const std::uint32_t head = galley.pieces[piece].head;
  const bool within = head != 0 && galley.pieces[piece - 1].head == head;
  return {within ? &galley.heads[head] : nullptr};
}

class PageDepth {
 public:
  PageDepth(const style::Geometry& page, const galley::TableHead* repeated)
      : leading_(page.leading) {
    if (repeated) used_ = repeated->height;
  }

  /// Where the piece's top comes to stand; a piece that snaps begins on the next line of the grid.
  Pt top_of(const galley::Piece& piece) const {
    if (!piece.snap) return used_;
    return leading_ * std::ceil(used_ / leading_ - 0.001);
  }
  void add(const galley::Piece& piece) { used_ = top_of(piece) + piece.height; }
  Pt used() const { return used_; }

 private:
  Pt leading_, used_;
};

}  // namespace keben::pdf::pages
