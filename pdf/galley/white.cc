// White between blocks, and how blocks that are no text keep the text on its grid.
//
// A figure, a table or a box is as high as it is; with the white round it it takes whole lines, so
// that what follows stands on the grid (typesetting.md 6.3). What is over goes in even parts above
// and below, as the eye sees them: the leading of the line above looks like white, and so does what
// hangs below a caption.
#include <algorithm>
#include <cmath>

#include "pdf/galley/composer.h"

namespace keben::pdf::galley {

Pt height_of(const std::vector<Piece>& pieces) {
  Pt sum;
  for (const Piece& piece : pieces)
    sum += piece.height;
  return sum;
}

bool Composer::is_behind_figure() const {
  return !galley_.floating.empty() && galley_.floating.back().end == galley_.pieces.size();
}

void Composer::space(Pt height, const Place& place) {
  if (after_heading_) return;  // it has its own
  const bool follows_space = !galley_.pieces.empty() && galley_.pieces.back().space &&
                             !is_behind_figure() && galley_.pieces.back().frame == place.frame;
  if (follows_space) {
    Piece& last = galley_.pieces.back();
    last.height = std::max(last.height, height);
    return;
  }
  push_white(height, place);
}

void Composer::push_white(Pt height, const Place& place) {
  galley_.pieces.push_back(
      {.height = height, .after = is_kept() ? kForbidden : 0, .space = true, .frame = place.frame});
}

std::size_t Composer::space_over_heading(Pt height, const Place& place) {
  const bool joined = !after_heading_ && !galley_.pieces.empty() && galley_.pieces.back().space;
  after_heading_ = false;
  space(height, place);
  if (snap_ && !joined) galley_.pieces.back().snap = true;
  snap_ = false;
  return galley_.pieces.size() - 1;
}

/// What a heading lacks to whole lines goes above it; so does, at a page's head, what its own depth
/// lacks.
void Composer::end_heading(std::size_t white, Pt depth) {
  Piece& above = galley_.pieces[white];
  if (above.frame == 0) {
    above.height += lacking_to_whole_lines(depth_since_grid());
    above.kept_at_head = lacking_to_whole_lines(depth);
  }
  snap();
}

/// How far the galley has come since it last stood on the grid for certain, as a page will set it.
Pt Composer::depth_since_grid() const {
  std::size_t first = galley_.pieces.size();
  while (first > on_grid_ && !galley_.pieces[first - 1].snap)
    --first;
  Pt depth, white;
  if (first > on_grid_) {
    --first;
  } else if (first > 0 && galley_.pieces[first - 1].space) {  // may have grown since
    white = galley_.pieces[first - 1].height;
    depth = white - white_to_grid_;
  }
  for (std::size_t p = first; p < galley_.pieces.size(); ++p) {
    const Piece& piece = galley_.pieces[p];
    depth += piece.space ? std::max(Pt{}, piece.height - white) : piece.height;
    white = piece.space ? std::max(white, piece.height) : Pt{};
  }
  return depth;
}

Pt Composer::lacking_to_whole_lines(Pt depth) const {
  const double lines = depth / line();
  return line() * std::max(0.0, std::ceil(lines - 0.001) - lines);
}

Composer::WholeLines Composer::begin_whole_lines(const Place& place, bool own_white) {
  WholeLines block{.place = place, .own_white = own_white};
  block.has_white = !after_heading_;
  if (!block.has_white) return block;
  block.joined = !galley_.pieces.empty() && galley_.pieces.back().space;
  if (own_white) {
    push_white(line() / 2, place);
  } else {
    space(line() / 2, place);
  }
  if (place.frame != 0) return block;
  if (snap_ && !block.joined) galley_.pieces.back().snap = true;
  snap_ = false;
  block.white = galley_.pieces.size() - 1;
  return block;
}

void Composer::end_whole_lines(const WholeLines& block, Pt hangs) {
  const Pt least = line() / 2;
  Pt below = least;
  if (block.place.frame == 0) {
    const Pt over = lacking_to_whole_lines(depth_since_grid() + least);
    below += over;
    if (block.has_white) {
      Pt& above = galley_.pieces[block.white].height;
      const Pt both = above + below;
      const Pt even = block.joined ? above + over / 2 : (both - (line() - em()) + hangs) / 2;
      above = std::max(even, Pt{});
      below = both - above;
    }
  }
  if (block.own_white) {
    push_white(below, block.place);
  } else {
    space(below, block.place);
  }
  if (block.place.frame == 0) {
    on_grid_ = galley_.pieces.size();
    white_to_grid_ = galley_.pieces.back().height;
  }
  snap();
}

}  // namespace keben::pdf::galley
