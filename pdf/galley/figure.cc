// Pictures that stand alone, with their captions; and what stands for a picture that could not be
// had.
#include <algorithm>

#include "pdf/galley/composer.h"

namespace keben::pdf::galley {
namespace {

constexpr double kPointsPerSample = 0.75;  // 96 samples to the inch, as on the web
constexpr Em kBelowPicture{0.4};
// Of the type area's depth (typesetting.md 7.6). A long caption leaves the picture less, down to a
// least; where that is not enough, all of it but its first lines may go on the next page.
constexpr double kMostOfPage = 0.8, kLeastOfPage = 0.25;
constexpr std::size_t kKeptOfCaption = 2;
constexpr double kFoot = 0.45;  // of the depth, for a note
constexpr double kLinesOfBox = 3, kLinesOfHeading = 5;
constexpr BreakCost kBetweenPictures = 300;

/// A caption's lines, and whether a page can hold them with their picture.
void keep_together(std::vector<Piece>& caption, bool fits) {
  for (std::size_t i = 0; i + 1 < caption.size(); ++i)
    caption[i].after = fits || i + 1 < kKeptOfCaption ? kInseparable : kForbidden;
}

/// As wide as the author asked or the picture is, no wider than the column, no higher than `most`.
std::pair<Pt, Pt> size_on_page(const model::SizeHint& wish, PixelSize pixels, Pt column, Pt most) {
  const double ratio = static_cast<double>(pixels.height.v) / std::max<double>(1, pixels.width.v);
  Pt width{pixels.width.v * kPointsPerSample};
  switch (wish.unit) {
    case model::SizeHint::Unit::none:
      break;
    case model::SizeHint::Unit::pt:
      width = {wish.value};
      break;
    case model::SizeHint::Unit::percent:
      width = column * (wish.value / 100.0);
      break;
  }
  width = std::min({width, column, most / ratio});
  return {width, width * ratio};
}

}  // namespace

/// The caption is set first, so that the picture can leave it its room on the page.
void Composer::figure(const edition::Figure& b, const Place& place) {
  Place inner = place;
  inner.parent = element(draw::Role::division, place);
  std::vector<draw::StructId> tags;
  for (const edition::Picture& picture : b.pictures) {
    tags.push_back(element(draw::Role::figure, inner));
    galley_.structure[tags.back().v].alternative = picture.alt;
  }
  std::vector<Piece> caption = figure_caption(b.caption, inner);
  const Pt room = figure_room(place), own = height_of(caption) + kBelowPicture.at(em());
  const Pt most = std::clamp(room - own, room * kLeastOfPage, room * kMostOfPage);
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < b.pictures.size(); ++i)
    picture(b, i, most, tags[i], place, pieces);
  const bool whole = height_of(pieces) + height_of(caption) <= room;
  for (Piece& piece : pieces)
    piece.after = whole ? kForbidden : kBetweenPictures;
  if (!pieces.empty()) pieces.back().after = caption.empty() ? 0 : kInseparable;
  keep_together(caption, height_of(caption) + most <= room);
  std::move(caption.begin(), caption.end(), std::back_inserter(pieces));
  const bool waits = whole && may_wait(place);
  const auto first = static_cast<std::uint32_t>(galley_.pieces.size());
  const WholeLines lines = begin_whole_lines(place, waits);
  add(std::move(pieces), place);
  end_whole_lines(lines, b.caption.empty() ? kBelowPicture.at(em())
                                           : sheet_.caption.leading - sheet_.caption.size);
  if (waits) may_float_from(first);
}

/// What a figure may take of a page: at a note's foot less than half of it; in a box, and below a
/// heading that it cannot leave, less what holds to it.
Pt Composer::figure_room(const Place& place) const {
  const Pt depth = sheet_.page.depth();
  if (place.in_note) return depth * kFoot;
  const bool held = after_heading_ && !may_wait(place);
  return depth - line() * ((place.frame ? kLinesOfBox : 0) + (held ? kLinesOfHeading : 0));
}

/// A caption of one line is centred; a longer one is set like text (7.6).
std::vector<Piece> Composer::figure_caption(const edition::Passage& caption, const Place& place) {
  if (caption.empty()) return {};
  style::ParagraphStyle style = sheet_.caption;
  FlatText words = flat(caption, style);
  if (typesetter_.widths(words, style).most > place.column.width)
    style.alignment = style::Alignment::justified;
  return typesetter_.set(std::move(words), style, place.column,
                         element(draw::Role::caption, place));
}

/// The picture of number `index`, or what stands for it, below the pieces that there are.
void Composer::picture(const edition::Figure& b, std::size_t index, Pt most, draw::StructId tag,
                       const Place& place, std::vector<Piece>& pieces) {
  const edition::Picture& picture = b.pictures[index];
  if (!picture.asset) {
    for (Piece& piece : placeholder(picture, most, tag, place))
      pieces.push_back(std::move(piece));
    return;
  }
  const auto [width, height] =
      size_on_page(picture.width, around_.assets[*picture.asset].size, place.column.width, most);
  const Pt left = place.column.left + (place.column.width - width) / 2;
  Piece piece{.height = height + kBelowPicture.at(em())};
  piece.items.push_back({tag, draw::Picture{{picture.asset->v}, {left, {}, width, height}}});
  if (b.link) {
    const Destination to = destination_of(*b.link, around_.edition.outline);
    const draw::StructId link = typesetter_.element(draw::Role::link, tag);
    piece.links.push_back({{left, {}, width, height}, to.address, to.anchor, link});
  }
  pieces.push_back(std::move(piece));
}

/// A quiet box that says what is missing and where it was to be had: nothing of the author's is
/// lost. What would fill more than `most` stands without the box, so that pages may part it.
std::vector<Piece> Composer::placeholder(const edition::Picture& picture, Pt most,
                                         draw::StructId tag, const Place& place) {
  const Pt padding = em() * 0.8;
  const Place inner = place.indented(padding * 2.0, padding * 2.0);
  std::vector<Piece> lines;
  const auto put = [&](FlatText flat, const style::ParagraphStyle& style) {
    for (Piece& line : typesetter_.set(std::move(flat), style, inner.column, tag))
      lines.push_back(std::move(line));
  };
  const std::string word(around_.words().picture_missing);
  put(plain("〔" + word + "〕" + picture.missing, sheet_.caption, sheet_.theme.muted),
      sheet_.caption);
  if (!picture.source.empty()) {
    FlatText address = plain(picture.source, sheet_.caption, sheet_.theme.muted);
    shape::RunStyle& style = address.text.styles[0];
    style.kind = shape::RunKind::address;
    if (!picture.address.empty()) {
      style.link = add_link(address, {.address = picture.address});
      style.element = static_cast<std::uint32_t>(address.inner.size());
    }
    put(std::move(address), sheet_.caption);
  }
  if (height_of(lines) + padding * 2.0 > most) return lines;
  Piece box{.height = padding};
  for (Piece& line : lines) {
    const Pt height = line.height;
    put_into(box, std::move(line), box.height);
    box.height += height;
  }
  const Pt bottom = box.height + padding - (sheet_.caption.leading - sheet_.caption.size);
  const Pt left = place.column.left + padding,
           right = place.column.left + place.column.width - padding;
  const auto rule = [&](Pt x0, Pt y0, Pt x1, Pt y1) {
    box.items.push_back(
        {{}, draw::Rule{{x0, y0}, {x1, y1}, Pt{0.4}, ink_of(sheet_.theme.hairline)}});
  };
  rule(left, {}, right, {}), rule(left, bottom, right, bottom);
  rule(left, {}, left, bottom), rule(right, {}, right, bottom);
  box.height = bottom + em() * 0.4;
  std::vector<Piece> out;
  out.push_back(std::move(box));
  return out;
}

}  // namespace keben::pdf::galley
