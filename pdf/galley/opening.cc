// How an essay of a collection opens: its title, and below it what of its makers and its day the
// whole does not say already. An only text has a title page for that.
#include <cmath>

#include "pdf/galley/composer.h"

namespace keben::pdf::galley {

/// Below the title: subtitle, makers and day, tags, the address on the web.
std::vector<Piece> Composer::below_title(const Place& place) {
  const edition::Opening& opening = around_.essay().opening;
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
  const auto say = [&](const std::string& words, const style::ParagraphStyle& style,
                       config::Colour ink) {
    if (!words.empty()) put(plain(words, style, ink), style);
  };
  say(opening.subtitle, sheet_.essay_subtitle, sheet_.theme.text);
  say(opening.byline, sheet_.essay_byline, sheet_.theme.muted);
  say(opening.tags, small, sheet_.theme.muted);
  if (opening.address.empty()) return out;
  FlatText address = plain(opening.shown_address, small, sheet_.theme.muted);
  shape::RunStyle& style = address.text.styles.front();
  style.kind = shape::RunKind::address;
  style.link = add_link(address, {.address = opening.address});
  style.element = static_cast<std::uint32_t>(address.inner.size());
  put(std::move(address), small);
  return out;
}

void Composer::opening(const Place& place) {
  const edition::Opening& opening = around_.essay().opening;
  constexpr int kWhiteLines = 3;
  const SourceSpan own = around_.edition.places[opening.id.v];
  at_ = own.known() ? own : SourceSpan{1, 1, 1, 1, around_.essay().file};
  std::vector<Piece> lines =
      typesetter_.set(plain(opening.title, sheet_.essay_title, sheet_.theme.text),
                      sheet_.essay_title, place.column, element(draw::Role::heading1, place));
  if (lines.empty()) return;
  for (Piece& piece : below_title(place))
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
    piece.begins = {opening.id, 0};
  snap();
  at_ = {};
  after_heading_ = true;
  to_keep_ = line() * kKeptUnderHeading;
}

}  // namespace keben::pdf::galley
