// Running text: paragraphs, headings, quotations, lists, definitions, and the ornament that parts
// them.
#include <algorithm>
#include <cmath>
#include <utility>

#include "model/generated_words.h"
#include "pdf/galley/composer.h"

namespace keben::pdf::galley {
namespace {

constexpr Em kMarkGap{0.5};
// A bullet as the Hei face draws it is a fifth of an em; it is set larger, about the same middle.
constexpr std::int32_t kBulletScale = 1600;
constexpr Mil kBulletRise{-228};
constexpr Em kBulletMiddle{0.8};  // from the text
constexpr int kDeepestList = 4;
constexpr std::int32_t kAddressScale = 850;  // of a card's type

draw::Role heading_role(int rank) {
  constexpr draw::Role roles[] = {draw::Role::heading1, draw::Role::heading2, draw::Role::heading3,
                                  draw::Role::heading4, draw::Role::heading5, draw::Role::heading6};
  return roles[std::clamp(rank, 1, 6) - 1];
}

/// A bullet by its depth, and the figures of an ordered item.
std::string mark_of(const edition::List& list, const edition::ListItem& item, int depth) {
  if (item.checked) return *item.checked ? "☑" : "☐";
  constexpr std::string_view bullets[] = {"•", "–", "◦"};
  if (!item.number) return std::string(bullets[std::min(depth, 2)]);
  return std::to_string(*item.number) + (list.mark == model::List::Mark::parenthesis ? ")" : ".");
}

/// What a paragraph is tagged with where it does not begin at its lines' head.
draw::TextAlign tag_of(edition::Align align) {
  switch (align) {
    case edition::Align::none:
    case edition::Align::left:
      return draw::TextAlign::start;
    case edition::Align::center:
      return draw::TextAlign::center;
    case edition::Align::right:
      return draw::TextAlign::end;
  }
  return draw::TextAlign::start;
}

void align(style::ParagraphStyle& style, edition::Align align) {
  if (align == edition::Align::center) style.alignment = style::Alignment::centred;
  if (align == edition::Align::right) style.alignment = style::Alignment::right;
  if (align != edition::Align::none) style.first_indent = {0};
}

}  // namespace

void Composer::paragraph(const edition::Paragraph& b, const Place& place) {
  style::ParagraphStyle style = text_style(place);
  const bool western = !model::is_cjk(style.language.convention);
  if (place.in_note || place.list_depth > 0 || (western && after_heading_))
    style.first_indent = {0};
  align(style, b.align);
  style.leftward = b.direction == edition::Direction::leftward;
  const draw::StructId tag = element(draw::Role::paragraph, place);
  galley_.structure[tag.v].align = tag_of(b.align);
  running_text(b.words, style, place, tag);
}

/// A heading without words: a line of what stands in it, if that can be seen at all.
void Composer::anchor(const edition::Anchor& b, const Place& place) {
  const std::size_t first = galley_.pieces.size();
  text(flat(b.words, text_style(place)), text_style(place), place,
       element(draw::Role::paragraph, place));
  if (first < galley_.pieces.size()) galley_.pieces[first].anchors.push_back({b.anchor, {}});
}

/// A heading takes whole lines of the grid, two thirds of what is left above it, and stays with
/// what follows.
void Composer::heading(const edition::Heading& b, const Place& place) {
  const style::HeadingStyle& heading = sheet_.heading(b.level);
  style::ParagraphStyle style = heading.text;
  align(style, b.align);
  const draw::StructId tag = element(heading_role(b.rank), place);
  galley_.structure[tag.v].align = tag_of(b.align);
  Surroundings silent = around_;  // its words stand in the contents, too
  silent.expected_pages = {};
  std::vector<Piece> lines =
      typesetter_.set(flatten(b.words, style, silent), style, place.column, tag);
  if (lines.empty()) return;
  const double taken = std::ceil(height_of(lines) / line() - 0.01);
  // Right below another heading, which has its own white, a tall one makes do with a line less.
  const int tall = after_heading_ && heading.grid_lines > 2 ? 1 : 0;
  const double grid =
      std::max<double>(taken, heading.grid_lines - tall + static_cast<double>(lines.size()) - 1);
  const Pt white = line() * grid - height_of(lines);
  const std::size_t above = space_over_heading(white * (2.0 / 3), place);
  lines.front().part = around_.edition.outline.at(around_.id, b.id).rank == 1;
  if (!place.in_note) {
    galley_.landmarks.push_back(
        {static_cast<std::uint32_t>(galley_.pieces.size()), around_.id, b.id});
  }
  lines.front().anchors.push_back({b.anchor, {}});
  for (Piece& piece : lines) {
    piece.after = kForbidden;
    add(std::move(piece), place);
  }
  Piece below;
  below.height = white / 3.0;
  below.after = kForbidden;
  add(std::move(below), place);
  end_heading(above, line() * grid - white * (2.0 / 3));
}

void Composer::quote(const edition::Quote& b, const Place& place) {
  const bool nested = place.in_quote;
  const Pt left = em() * (nested ? 1 : sheet_.quote_left.v),
           right = em() * (nested ? 0 : sheet_.quote_right.v);
  Place inner = place.indented(left, place.in_box ? Pt{0} : right);
  inner.in_quote = !place.in_note;
  inner.list_depth = 0;
  inner.parent = element(draw::Role::block_quote, place);
  const Pt white = place.in_note ? Pt{0} : line() / 2;
  space(white, place);
  blocks(b.children, inner);
  if (!b.attribution.empty()) {
    keep();
    text(flat(b.attribution, sheet_.quote_source), sheet_.quote_source, inner,
         element(draw::Role::paragraph, inner));
  }
  space(white, place);
  snap();
}

void Composer::list(const edition::List& b, const Place& place) {
  Place inner = place;
  inner.parent = element(draw::Role::list, place);
  const bool outermost = place.list_depth == 0 && !place.in_note;
  const Pt white = outermost && !b.tight ? line() / 2 : Pt{0};
  space(white, place);
  // Items hang by their mark: two ems for a bullet, the widest figures and half an em for numbers.
  Pt hang = em() * sheet_.list_indent.v;
  style::ParagraphStyle style = sheet_.flush;
  style.tabular = true;
  std::vector<std::string> marks;
  for (std::size_t i = 0; i < b.items.size(); ++i) {
    marks.push_back(mark_of(b, b.items[i], place.list_depth));
    const Pt width =
        typesetter_.widths(plain(marks.back(), style, {}), style).most + em() * kMarkGap.v;
    hang = std::max(hang, em() * (std::ceil(width / em() * 2) / 2));
  }
  if (place.list_depth >= kDeepestList) hang = em();
  for (std::size_t i = 0; i < b.items.size(); ++i) {
    if (i > 0) space(white, inner);
    list_item(b.items[i], marks[i], hang, inner);
  }
  space(white, place);
  if (outermost) snap();
}

void Composer::list_item(const edition::ListItem& item, const std::string& mark, Pt hang,
                         const Place& place) {
  const style::ParagraphStyle& style = place.in_note ? sheet_.note : sheet_.flush;
  const bool bullet = mark == "•";
  Place inner = place.indented(hang);
  const draw::StructId own = element(draw::Role::list_item, place);
  inner.parent = typesetter_.element(draw::Role::list_body, own);
  inner.list_depth = place.list_depth + 1;
  const draw::StructId label = typesetter_.element(draw::Role::label, own);
  style::ParagraphStyle mark_style = style;
  mark_style.tabular = true;
  mark_style.alignment = style::Alignment::right;
  FlatText shown = plain(mark, mark_style, sheet_.theme.text);
  if (bullet) {
    shape::RunStyle& dot = shown.text.styles.front();
    dot.face.family = fonts::Family::hei;
    dot.scale = kBulletScale;
    dot.rise = kBulletRise;
  }
  // The regions' faces draw a bullet in cells of unlike width: its middle is what stands still.
  const Pt gap = em() * (bullet ? kBulletMiddle.v : kMarkGap.v) -
                 (bullet ? typesetter_.widths(shown, mark_style).most / 2 : Pt{0});
  // Where so many lists stand in one another that an item cannot hang, its mark has a line of its
  // own.
  const bool hangs = inner.column.left - place.column.left >= hang - gap;
  if (!hangs) mark_style.alignment = style::Alignment::ragged;
  std::vector<Piece> set =
      typesetter_.set(std::move(shown), mark_style,
                      {place.column.left, hangs ? hang - gap : place.column.width}, label);
  if (!hangs) {
    add(std::exchange(set, {}), place);
    keep();
  }
  const std::size_t first = galley_.pieces.size();
  blocks(item.children, inner);
  // The mark stands on the line of the item's first piece; an item without text still shows it.
  std::size_t at = first;
  while (at < galley_.pieces.size() && galley_.pieces[at].space)
    ++at;
  if (at == galley_.pieces.size()) {
    add(std::move(set), place);
    return;
  }
  Piece& piece = galley_.pieces[at];
  const auto marks = set.empty() ? 0 : set.front().items.size();
  if (marks)
    piece.items.insert(piece.items.begin(), set.front().items.begin(), set.front().items.end());
  for (NoteMark& note : piece.marks)
    note.item += static_cast<std::uint32_t>(marks);
}

void Composer::definitions(const edition::Definitions& b, const Place& place) {
  Place inner = place;
  inner.parent = element(draw::Role::list, place);
  style::ParagraphStyle term = sheet_.flush;
  term.face = {.family = fonts::Family::hei};
  for (const edition::Definitions::Entry& entry : b.entries) {
    Place own = inner;
    own.parent = typesetter_.element(draw::Role::list_item, inner.parent);
    for (const edition::Passage& words : entry.terms) {
      text(flat(words, term), term, own, typesetter_.element(draw::Role::label, own.parent));
      keep();
    }
    Place body = own.indented(em() * sheet_.list_indent.v);
    body.in_box = true;  // a figure in it waits for no page
    body.parent = typesetter_.element(draw::Role::list_body, own.parent);
    body.list_depth = place.list_depth + 1;
    for (const edition::Blocks& definition : entry.definitions)
      blocks(definition, body);
  }
  snap();
}

/// Three asterisks on a line of white: the text pauses, the page does not end here.
void Composer::ornament(const Place& place) {
  space(line() / 2, place);
  text(plain("＊　＊　＊", sheet_.ornament, sheet_.theme.muted), sheet_.ornament, place, {});
  space(line() / 2, place);
  snap();
}

/// The address below the title: on paper it is all that leads there.
void Composer::card(const edition::Card& b, const Place& place) {
  style::ParagraphStyle style = sheet_.flush;
  style.alignment = style::Alignment::ragged;
  FlatText flat = plain("▸ ", style, sheet_.theme.muted);
  flat.text.styles[0].element = shape::RunStyle::kArtifact;
  const bool bare = b.to && b.address.empty() && std::holds_alternative<outline::External>(*b.to);
  shape::RunStyle words{.face = style.face,
                        .kind = bare ? shape::RunKind::address : shape::RunKind::text};
  if (b.to) {
    words.link = add_link(flat, destination_of(*b.to, around_.edition.outline));
    words.element = static_cast<std::uint32_t>(flat.inner.size());
  }
  flat.text.styles.push_back(words);
  flat.text.append(b.title, 1, at_);
  if (b.to) say_page(flat, words, *b.to, around_);
  if (!b.address.empty()) {
    flat.text.styles.push_back({.face = style.face,
                                .scale = kAddressScale,
                                .kind = shape::RunKind::address,
                                .ink = sheet_.theme.muted});
    const auto address = static_cast<std::uint32_t>(flat.text.styles.size() - 1);
    flat.text.append("\n" + b.address, address, at_);
  }
  space(line() / 2, place);
  text(std::move(flat), style, place, element(draw::Role::paragraph, place));
  space(line() / 2, place);
  snap();
}

}  // namespace keben::pdf::galley
