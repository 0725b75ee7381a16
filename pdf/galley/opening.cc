// How an essay of a collection opens: its title, and below it what of its makers and its day the
// whole does not say already. An only text has a title page for that.
#include <cmath>

#include "model/generated_words.h"
#include "pdf/galley/composer.h"

namespace keben::pdf::galley {

/// Below the title: makers and day, tags, the address on the web.
std::vector<Piece> Composer::below_title(const model::Meta& whole, const Place& place) {
  const model::Meta& meta = around_.document.meta;
  style::ParagraphStyle small = sheet_.essay_byline;
  small.size = sheet_.note.size;
  small.leading = sheet_.note.leading;
  std::vector<Piece> out;
  const auto put = [&](FlatText flat, const style::ParagraphStyle& style) {
    Piece between;
    between.height = out.empty() ? line() / 2 : line() / 8;
    out.push_back(std::move(between));
    for (Piece& piece : typesetter_.set(std::move(flat), style, place.column,
                                        element(draw::Role::paragraph, place)))
      out.push_back(std::move(piece));
  };
  const std::string byline = model::byline_of(meta, whole), tags = model::tag_line(meta);
  if (!byline.empty())
    put(plain(byline, sheet_.essay_byline, sheet_.theme.muted), sheet_.essay_byline);
  if (!tags.empty()) put(plain(tags, small, sheet_.theme.muted), small);
  if (const std::string address = outline::page_address(meta); !address.empty()) {
    FlatText flat = plain(outline::shown_address(address), small, sheet_.theme.muted);
    flat.text.styles.front().kind = shape::RunKind::address;
    flat.text.styles.front().link = 1;
    flat.links.push_back({address, {}, outline::shown_address(address)});
    put(std::move(flat), small);
  }
  return out;
}

void Composer::opening(const model::Meta& whole, const Place& place) {
  const model::Meta& meta = around_.document.meta;
  constexpr int kWhiteLines = 3;
  at_ = meta.title_at.known() ? meta.title_at : SourceSpan{1, 1, 1, 1, around_.document.file};
  std::vector<Piece> lines =
      typesetter_.set(plain(meta.title, sheet_.essay_title, sheet_.theme.text), sheet_.essay_title,
                      place.column, element(draw::Role::heading1, place));
  if (lines.empty()) return;
  for (Piece& piece : below_title(whole, place))
    lines.push_back(std::move(piece));
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
  at_ = {};
  after_heading_ = true;
  to_keep_ = line() * kKeptUnderHeading;
}

}  // namespace keben::pdf::galley
