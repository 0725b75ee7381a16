// The galley as a page walks through it: piece after piece, with paragraphs that have been set
// again in the place of those they were, and past figures that have to wait.
//
// A paragraph set again stands behind the galley's own pieces and one that parts them; so a place
// in it is an index like any other, and a page may begin there.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "pdf/pages/make_up.h"

namespace keben::pdf::pages {

/// A paragraph set again: its pieces, and the ones it may stand for.
struct Replacement {
  Cut::Span pieces, instead_of;
  galley::BreakCost cost = 0;
};

class Tray {
 public:
  Tray(galley::Galley& galley, const Reset& reset)
      : galley_(galley), reset_(reset), own_(static_cast<std::uint32_t>(galley.pieces.size())) {}

  std::uint32_t end() const { return own_; }
  const galley::Piece& operator[](std::uint32_t piece) const { return galley_.pieces[piece]; }

  /// A piece's place in the order of the text: that of a piece as first set, or for a paragraph set
  /// again one of those it stands for.
  std::uint32_t place_of(std::uint32_t piece) const {
    if (piece <= own_) return piece;
    const Replacement& r = replacement(piece);
    return r.instead_of.first + (piece - r.pieces.first);
  }
  /// The piece that follows, where `with` may stand for the paragraph that it was made of.
  std::uint32_t after(std::uint32_t piece, const Replacement* with) const {
    const std::uint32_t next = piece > own_ && piece + 1 == replacement(piece).pieces.end
                                   ? replacement(piece).instead_of.end
                                   : piece + 1;
    return instead(next, with);
  }
  static std::uint32_t instead(std::uint32_t piece, const Replacement* with) {
    return with && piece == with->instead_of.first ? with->pieces.first : piece;
  }
  /// The paragraph set again that a piece belongs to.
  const Replacement& replacement(std::uint32_t piece) const {
    return made_[made_of_piece_[piece - own_ - 1]];
  }
  /// Past white that no page begins with; a figure's and a heading's own are left to them.
  std::uint32_t skip_space(std::uint32_t piece) const {
    while (piece < own_ && galley_.pieces[piece].space &&
           galley_.pieces[piece].kept_at_head == Pt{} && !floating_at(piece))
      ++piece;
    return piece;
  }

  /// How many figures that may float stand before a place, and how many begin before it.
  std::uint32_t floating_before(std::uint32_t place) const;
  std::uint32_t floating_begun(std::uint32_t place) const;
  /// The one that begins with a piece, or none.
  std::optional<std::uint32_t> floating_at(std::uint32_t piece) const;

  /// The paragraphs that begin and end within [first, end), as indices into the galley's list.
  std::pair<std::uint32_t, std::uint32_t> resettable_within(std::uint32_t first,
                                                            std::uint32_t end) const;
  /// A paragraph in a line less or more: set when first asked for, then known. None where it cannot
  /// be done well. The answer holds until the next call.
  const Replacement* set_again(std::uint32_t paragraph, int lines);
  bool can_set_again() const { return static_cast<bool>(reset_); }

 private:
  galley::Galley& galley_;
  const Reset& reset_;
  std::uint32_t own_;
  std::vector<Replacement> made_;
  std::vector<std::uint32_t> made_of_piece_;  // by piece, from the first made one on
  std::map<std::pair<std::uint32_t, int>, std::optional<std::uint32_t>> known_;
};

}  // namespace keben::pdf::pages
