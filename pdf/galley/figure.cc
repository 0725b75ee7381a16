// Pictures that stand alone, with their captions; and what stands for a picture that could not be
// had.
#include <algorithm>

#include "model/generated_words.h"
#include "pdf/galley/composer.h"

namespace keben::pdf::galley {
namespace {

constexpr double kPointsPerSample = 0.75;  // 96 samples to the inch, as on the web
constexpr Em kBelowPicture{0.4};
constexpr double kMostOfPage = 0.8;  // of the type area's depth (typesetting.md 7.6)

/// As wide as the author asked or the picture is, no wider than the column, no higher than most of
/// a page.
std::pair<Pt, Pt> size_on_page(const model::Image& image, PixelSize pixels, Pt column, Pt depth) {
  const double ratio = static_cast<double>(pixels.height.v) / std::max<double>(1, pixels.width.v);
  Pt width{pixels.width.v * kPointsPerSample};
  switch (image.width.unit) {
    case model::SizeHint::Unit::none:
      break;
    case model::SizeHint::Unit::pt:
      width = {image.width.value};
      break;
    case model::SizeHint::Unit::percent:
      width = column * (image.width.value / 100.0);
      break;
  }
  width = std::min({width, column, depth * (kMostOfPage / ratio)});
  return {width, width * ratio};
}

}  // namespace

void Composer::figure(const model::Figure& b, const Place& place) {
  const bool waits = may_wait(place);
  const auto first = static_cast<std::uint32_t>(galley_.pieces.size());
  const WholeLines whole = begin_whole_lines(place, waits);
  Place inner = place;
  inner.parent = element(draw::Role::division, place);
  Piece piece;
  for (const model::Image& image : b.images) {
    const draw::StructId tag = element(draw::Role::figure, inner);
    galley_.structure[tag.v].alternative = model::plain_text(image.alt);
    const auto asset = around_.assets.of(around_.id, image.id);
    if (!asset) {
      const bool captioned = model::plain_text(image.alt) == model::plain_text(b.caption);
      placeholder(image, captioned, tag, place, piece);
      continue;
    }
    const auto [width, height] =
        size_on_page(image, around_.assets[*asset].size, place.column.width, sheet_.page.depth());
    const Pt left = place.column.left + (place.column.width - width) / 2;
    piece.items.push_back({tag, draw::Picture{{asset->v}, {left, piece.height, width, height}}});
    const Destination to =
        b.link ? destination_of(around_.outline.at(around_.id, b.link->id), around_.outline)
               : Destination{};
    if (to.leads()) {
      const draw::StructId link = typesetter_.element(draw::Role::link, tag);
      piece.links.push_back({{left, piece.height, width, height}, to.address, to.anchor, link});
    }
    piece.height += height + kBelowPicture.at(em());
  }
  piece.after = b.caption.empty() ? 0 : kForbidden;
  add(std::move(piece), place);
  if (!b.caption.empty()) {
    // A caption of one line is centred; a longer one is set like text (7.6).
    style::ParagraphStyle style = sheet_.caption;
    FlatText words = flat(b.caption, style);
    if (typesetter_.widths(words, style).most > place.column.width)
      style.alignment = style::Alignment::justified;
    std::vector<Piece> lines =
        typesetter_.set(std::move(words), style, place.column, element(draw::Role::caption, inner));
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
      lines[i].after = kForbidden;
    add(std::move(lines), place);
  }
  end_whole_lines(whole, b.caption.empty() ? kBelowPicture.at(em())
                                           : sheet_.caption.leading - sheet_.caption.size);
  if (waits) may_float_from(first);
}

/// A quiet box that says what is missing and where it was to be had: nothing of the author's is
/// lost.
void Composer::placeholder(const model::Image& image, bool captioned, draw::StructId tag,
                           const Place& place, Piece& piece) {
  const std::string alt = model::plain_text(image.alt);
  const std::string_view word = model::words_for(sheet_.language.convention).picture_missing;
  const Pt padding = em() * 0.8;
  const Place inner = place.indented(padding * 2.0, padding * 2.0);
  const Pt top = piece.height;
  Pt y = top + padding;
  const auto put = [&](FlatText flat, const style::ParagraphStyle& style) {
    for (Piece& line : typesetter_.set(std::move(flat), style, inner.column, tag)) {
      for (draw::Item& item : line.items) {
        if (auto* glyphs = std::get_if<draw::Glyphs>(&item.is)) glyphs->at.y += y;
        piece.items.push_back(std::move(item));
      }
      for (draw::LinkArea& link : line.links) {
        link.area.y += y;
        piece.links.push_back(std::move(link));
      }
      y += line.height;
    }
  };
  // The alternative text once only, where it is the caption as well.
  const std::string shown_alt = captioned ? std::string() : alt;
  put(plain("〔" + std::string(word) + "〕" + shown_alt, sheet_.caption, sheet_.theme.muted),
      sheet_.caption);
  const bool remote = image.source.rfind("http", 0) == 0;
  const bool shown = remote || image.source.size() < 200;  // a data: URI says nothing to a reader
  if (shown) {
    FlatText address = plain(image.source, sheet_.caption, sheet_.theme.muted);
    address.text.styles[0].kind = shape::RunKind::address;
    if (remote) {
      address.links.push_back({.address = image.source, .spoken = alt});
      address.text.styles[0].link = 1;
    }
    put(std::move(address), sheet_.caption);
  }
  const Pt bottom = y + padding - (sheet_.caption.leading - sheet_.caption.size);
  const Pt left = place.column.left + padding,
           right = place.column.left + place.column.width - padding;
  const auto rule = [&](Pt x0, Pt y0, Pt x1, Pt y1) {
    piece.items.push_back(
        {{}, draw::Rule{{x0, y0}, {x1, y1}, Pt{0.4}, ink_of(sheet_.theme.hairline)}});
  };
  rule(left, top, right, top), rule(left, bottom, right, bottom);
  rule(left, top, left, bottom), rule(right, top, right, bottom);
  piece.height = bottom + em() * 0.4;
}

}  // namespace keben::pdf::galley
