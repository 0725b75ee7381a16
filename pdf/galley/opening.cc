// How an essay of a collection opens: its title, and below it what of its makers and its day the
// whole does not say already. An only text has a title page for that.
#include <cmath>

#include "model/generated_words.h"
#include "pdf/galley/composer.h"

namespace keben::pdf::galley {

void Composer::opening(const model::Meta& whole, const Place& place) {
  const model::Meta& meta = around_.document.meta;
  constexpr int kWhiteLines = 3;
  std::vector<Piece> lines =
      typesetter_.set(plain(meta.title, sheet_.essay_title, sheet_.theme.text), sheet_.essay_title,
                      place.column, element(draw::Role::heading1, place));
  if (lines.empty()) return;
  const std::string byline = model::byline_of(meta, whole);
  if (!byline.empty()) {
    Piece between;
    between.height = line() / 2;
    lines.push_back(std::move(between));
    for (Piece& piece :
         typesetter_.set(plain(byline, sheet_.essay_byline, sheet_.theme.muted),
                         sheet_.essay_byline, place.column, element(draw::Role::paragraph, place)))
      lines.push_back(std::move(piece));
  }
  const double taken = std::ceil(height_of(lines) / line() - 0.01);
  const Pt white = line() * (taken + kWhiteLines) - height_of(lines);
  const auto add_white = [&](Pt height) {
    Piece piece;
    piece.height = height;
    piece.after = kForbidden;
    add(std::move(piece), place);
  };
  add_white(white * 0.45);
  for (Piece& piece : lines) {
    piece.after = kForbidden;
    add(std::move(piece), place);
  }
  add_white(white * 0.55);
  for (Piece& piece : galley_.pieces)  // the first of their galley
    piece.begins = {&around_.document, 0};
  snap();
  after_heading_ = true;
  to_keep_ = line() * kKeptUnderHeading;
}

}  // namespace keben::pdf::galley
