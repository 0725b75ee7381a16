// The foot of a page: which notes stand there, and how far they get.
//
// A note begins on the page of its mark and takes at most half of it; what does not fit goes on at
// the foot of the next page, before that page's own (typesetting.md 7.5).
#pragma once

#include <vector>

#include "pdf/pages/make_up.h"

namespace keben::pdf::pages {

/// The notes of one page: which lines, how high, and what is left for the next.
struct Foot {
  std::vector<std::pair<NotePlace, std::uint32_t>> set;
  Pt height;
  std::vector<NotePlace> carried = {};

  /// Whether a line of a note stands alone, here or on the next page.
  bool splits_badly(const galley::Galley& galley) const;
  /// Whether a note does not even begin on the page of its mark; behind another that is split there
  /// it is easily found.
  bool moves_a_note_on() const { return !carried.empty() && carried.back().line == 0; }
  bool splits_a_note() const { return !carried.empty() && carried.front().line > 0; }
};

class Feet {
 public:
  Feet(const galley::Galley& galley, const style::Geometry& page);

  /// The notes that a piece's marks bring to its page; one that is marked twice stands there once.
  void add_marked(const galley::Piece& piece, std::vector<std::uint32_t>& marked) const;

  /// What is carried over, then the page's own, as far as there is room.
  Foot set(const std::vector<NotePlace>& carried, const std::vector<std::uint32_t>& marked,
           Pt room) const;

 private:
  void add(NotePlace place, Pt room, Foot& foot) const;

  const galley::Galley& galley_;
  const style::Geometry& page_;
  std::vector<std::vector<std::uint32_t>> brought_;  // by note of the text: it, and what it brings
};

}  // namespace keben::pdf::pages
