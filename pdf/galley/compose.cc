#include "pdf/galley/compose.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/overload.h"
#include "pdf/galley/composer.h"

namespace keben::pdf::galley {
namespace {

constexpr double kHair = 0.01;  // of a point, against rounding
// Of the measure, and in ems: what stands within many others must still hold a few words.
constexpr double kLeastShare = 0.3, kLeastColumn = 6;

}  // namespace

Place whole_measure(const style::Geometry& page) {
  const Pt measure = page.measure();
  return {.column = {{}, measure},
          .least = std::min(measure, std::max(measure * kLeastShare, page.body * kLeastColumn))};
}

void Composer::block(const edition::Block& block, const Place& place) {
  const std::size_t first = galley_.pieces.size();
  const SourceSpan own = around_.edition.places[block.id.v];
  const SourceSpan around = std::exchange(at_, own.known() ? own : at_);
  std::visit(
      Overload{
          [&](const edition::Paragraph& b) { paragraph(b, place); },
          [&](const edition::Heading& b) { heading(b, place); },
          [&](const edition::Anchor& b) { anchor(b, place); },
          [&](const edition::Quote& b) { quote(b, place); },
          [&](const edition::List& b) { list(b, place); },
          [&](const edition::Code& b) { code(b, block.id, place); },
          [&](const edition::Table& b) { table(b, place); },
          [&](const edition::Rule&) { ornament(place); },
          [&](const edition::Figure& b) { figure(b, place); },
          [&](const edition::Box& b) { box(b, place); },
          [&](const edition::Formula& b) { code(edition::lines_of(b.tex, at_), block.id, place); },
          [&](const edition::Definitions& b) { definitions(b, place); },
          [&](const edition::Card& b) { card(b, place); },
      },
      block.is);
  at_ = around;
  for (std::size_t p = first; p < galley_.pieces.size(); ++p)
    if (!galley_.pieces[p].begins.known()) galley_.pieces[p].begins = {block.id, 0};
  if (std::holds_alternative<edition::Heading>(block.is)) {
    after_heading_ = true;
    to_keep_ = line() * kKeptUnderHeading;
  }
}

FlatText Composer::plain(std::string text, const style::ParagraphStyle& style,
                         config::Colour ink) const {
  FlatText out;
  out.text.styles.push_back({.face = style.face, .ink = ink});
  out.text.append(text, 0, at_);
  return out;
}

void Composer::text(FlatText flat, const style::ParagraphStyle& style, const Place& place,
                    draw::StructId tag) {
  add(typesetter_.set(std::move(flat), style, place.column, tag), place);
}

void Composer::running_text(const edition::Passage& passage, const style::ParagraphStyle& style,
                            const Place& place, draw::StructId tag) {
  Typesetter::Text set = typesetter_.set_text(flat(passage, style), style, place.column, tag);
  const auto first = static_cast<std::uint32_t>(galley_.pieces.size());
  const auto own_items = set.lines.empty() ? 0 : set.lines.front().items.size();
  add(std::move(set.lines), place);
  if (place.in_note || (!set.shorter && !set.longer)) return;
  galley_.resettable.push_back({.first = first,
                                .end = static_cast<std::uint32_t>(galley_.pieces.size()),
                                .shorter = set.shorter,
                                .longer = set.longer,
                                .demerits = set.demerits,
                                .paragraph = passage.id,
                                .style = &text_style(place),
                                .first_indent = style.first_indent,
                                .column = place.column,
                                .tag = tag,
                                .first_inner = set.first_inner,
                                .own_items = static_cast<std::uint32_t>(own_items)});
}

void Composer::add(Piece piece, const Place& place) {
  piece.frame = place.frame;
  if (snap_) piece.snap = true;
  snap_ = false;
  after_heading_ = false;
  to_keep_ -= piece.height;
  if (to_keep_ > Pt{kHair}) piece.after = std::max(piece.after, kForbidden);
  galley_.pieces.push_back(std::move(piece));
}

void Composer::add(std::vector<Piece> pieces, const Place& place) {
  for (Piece& piece : pieces)
    add(std::move(piece), place);
}

/// Notes are set once each, in the order of their first marks, for the foot of whatever page has
/// the mark. A note may refer to further notes, so the list grows while it is worked off.
void Composer::notes() {
  std::map<std::uint32_t, std::uint32_t> index;  // note of the document → note of the galley
  std::vector<std::uint32_t> order;
  const auto renumber = [&](std::vector<Piece>& pieces) {
    for (Piece& piece : pieces) {
      for (NoteMark& mark : piece.marks) {
        const auto [at, fresh] =
            index.try_emplace(mark.note, static_cast<std::uint32_t>(order.size()));
        if (fresh) order.push_back(mark.note);
        mark.note = at->second;
      }
    }
  };
  renumber(galley_.pieces);
  for (std::size_t i = 0; i < order.size(); ++i) {
    NoteBody body = note_body(around_.essay().notes[order[i]]);
    renumber(body.pieces);
    galley_.notes.push_back(std::move(body));
  }
}

/// A note hangs by the width of its mark.
NoteBody Composer::note_body(const edition::Note& note) {
  std::vector<Piece> text = std::exchange(galley_.pieces, {});
  Place place = whole_measure(sheet_.page);
  place.parent = typesetter_.element(draw::Role::note, {});
  place.in_note = true;
  const draw::StructId label = typesetter_.element(draw::Role::label, place.parent);
  const Pt hang = sheet_.note.size * 1.5;
  snap_ = false;
  on_grid_ = 0;
  blocks(note.children, place.indented(hang));
  NoteBody body;
  body.pieces = std::exchange(galley_.pieces, std::move(text));
  std::erase_if(body.pieces, [](const Piece& piece) { return piece.space; });
  if (body.pieces.empty()) body.pieces.push_back({.height = sheet_.note.leading});
  for (Piece& piece : body.pieces)
    piece.snap = false;
  const std::vector<Piece> mark =
      typesetter_.set(plain(std::string(kNoteMark), sheet_.note, sheet_.theme.text), sheet_.note,
                      {{}, hang}, label);
  body.pieces.front().items.insert(body.pieces.front().items.begin(), mark.front().items.begin(),
                                   mark.front().items.end());
  for (NoteMark& inner : body.pieces.front().marks)
    inner.item += static_cast<std::uint32_t>(mark.front().items.size());
  return body;
}

Galley compose(const Surroundings& around, std::size_t first, std::size_t end,
               const fonts::Catalog& faces, Diagnostics& log, bool opens,
               shape::WordShaper* words) {
  Composer composer(around, faces, log, words);
  const Place place = whole_measure(around.sheet.page);
  if (opens) composer.opening(place);
  for (std::size_t i = first; i < end; ++i)
    composer.block(around.essay().blocks[i], place);
  composer.notes();
  return composer.take();
}

namespace {

/// The points that place an item.
template <class F>
void for_each_point(draw::Item& item, F f) {
  std::visit(Overload{
                 [&](draw::Glyphs& g) { f(g.at.x, g.at.y); },
                 [&](draw::Fill& g) { f(g.area.x, g.area.y); },
                 [&](draw::Rule& r) {
                   f(r.from.x, r.from.y);
                   f(r.to.x, r.to.y);
                 },
                 [&](draw::Picture& p) { f(p.area.x, p.area.y); },
             },
             item.is);
}

}  // namespace

void move_down(draw::Item& item, Pt by) {
  for_each_point(item, [&](Pt&, Pt& y) { y += by; });
}

void move_right(draw::Item& item, Pt by) {
  for_each_point(item, [&](Pt& x, Pt&) { x += by; });
}

void put_into(Piece& piece, Piece line, Pt y) {
  if (!piece.begins.known()) piece.begins = line.begins;
  for (NoteMark mark : line.marks) {
    mark.item += static_cast<std::uint32_t>(piece.items.size());
    piece.marks.push_back(mark);
  }
  for (draw::Item& item : line.items) {
    move_down(item, y);
    piece.items.push_back(std::move(item));
  }
  for (draw::LinkArea& link : line.links) {
    link.area.y += y;
    piece.links.push_back(std::move(link));
  }
}

void append(Galley& to, Galley more) {
  const auto pieces = static_cast<std::uint32_t>(to.pieces.size());
  const auto frames = static_cast<std::uint32_t>(to.frames.size()) - 1;
  const auto heads = static_cast<std::uint32_t>(to.heads.size()) - 1;
  const auto notes = static_cast<std::uint32_t>(to.notes.size());
  const auto elements = static_cast<std::uint32_t>(to.structure.size()) - 1;
  for (Resettable text : more.resettable) {
    text.first += pieces, text.end += pieces;
    text.tag.v += elements, text.first_inner.v += elements;
    to.resettable.push_back(text);
  }
  for (const Floating& figure : more.floating)
    to.floating.push_back({figure.first + pieces, figure.end + pieces});
  const auto shift = [&](Piece& piece) {
    if (piece.frame) piece.frame += frames;
    if (piece.head) piece.head += heads;
    for (NoteMark& mark : piece.marks)
      mark.note += notes;
    for (draw::Item& item : piece.items) {
      if (item.tag.v) item.tag.v += elements;
    }
    for (draw::LinkArea& link : piece.links) {
      if (link.tag.v) link.tag.v += elements;
    }
  };
  for (Piece& piece : more.pieces) {
    shift(piece);
    to.pieces.push_back(std::move(piece));
  }
  for (std::size_t i = 1; i < more.frames.size(); ++i) {
    if (more.frames[i].parent) more.frames[i].parent += frames;
    to.frames.push_back(more.frames[i]);
  }
  for (std::size_t i = 1; i < more.heads.size(); ++i) {
    for (Piece& piece : more.heads[i].pieces)
      shift(piece);
    to.heads.push_back(std::move(more.heads[i]));
  }
  for (NoteBody& note : more.notes) {
    for (Piece& piece : note.pieces)
      shift(piece);
    to.notes.push_back(std::move(note));
  }
  for (Landmark landmark : more.landmarks) {
    landmark.piece += pieces;
    to.landmarks.push_back(landmark);
  }
  for (std::size_t i = 1; i < more.structure.size(); ++i) {
    draw::Struct element = more.structure[i];
    if (element.parent.v) element.parent.v += elements;
    to.structure.push_back(std::move(element));
  }
}

}  // namespace keben::pdf::galley
