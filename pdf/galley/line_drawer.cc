#include "pdf/galley/line_drawer.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "pdf/galley/paragraph.h"
#include "unicode/cjk.h"

namespace keben::pdf::galley {
namespace {

using lines::SetLine;
using lines::SetRun;
using shape::RunKind;
using shape::RunStyle;

constexpr Mil kUnderlineDepth{-150}, kStrikeHeight{320}, kDotDepth{-230}, kDotHeight{1010},
    kReadingHeight{930};
constexpr config::Colour kMark{0xE4, 0xE4, 0xE4};

}  // namespace

Pt LineDrawer::baseline() const {
  return style_.size * kAscent;
}

Piece LineDrawer::draw(const SetLine& line, Pt left) {
  piece_ = {};
  piece_.height = style_.leading;
  left_ = left;
  for (std::size_t i = 0; i < line.runs.size(); ++i)
    tint(line, i);
  for (const SetRun& run : line.runs)
    if (run.missing) frame(run);
  for (const SetRun& run : line.runs)
    glyphs(line, run);
  for (const lines::SetReading& reading : line.readings)
    this->reading(reading);
  for (std::size_t i = 0; i < line.runs.size(); ++i)
    rules(line, i);
  links(line);
  return std::move(piece_);
}

void LineDrawer::tint(const SetLine& line, std::size_t i) {
  const std::size_t end = stretch(line, i, [](const RunStyle& s) { return s.marked; });
  if (end == i) return;
  const Pt from = x(line.runs[i].left), to = x(line.runs[end - 1].right);
  piece_.items.push_back(
      {{}, draw::Fill{{from, style_.size * -0.06, to - from, style_.size * 1.14}, ink_of(kMark)}});
}

void LineDrawer::rules(const SetLine& line, std::size_t i) {
  const auto rule = [&](std::size_t end, Mil height) {
    if (end == i) return;
    const Pt y = above_baseline(height);
    piece_.items.push_back(
        {{},
         draw::Rule{
             {x(line.runs[i].left), y}, {x(line.runs[end - 1].right), y}, style_.size * 0.05}});
  };
  rule(stretch(line, i, [](const RunStyle& s) { return s.underline; }), kUnderlineDepth);
  rule(stretch(line, i, [](const RunStyle& s) { return s.strike; }), kStrikeHeight);
}

void LineDrawer::glyphs(const SetLine& line, const SetRun& run) {
  const RunStyle& style = style_of(run);
  if (style.kind == RunKind::object) return picture(run, style);
  draw::Glyphs out{.face = {run.face.v},
                   .size = style_.size * (style.scale / 1000.0),
                   .ink = ink_of(style.ink),
                   .at = {x(run.left), baseline()},
                   .text = std::string(line.text_of(run)),
                   .page_of = style.page ? flat_.links[style.link - 1].anchor : std::string()};
  out.glyphs.reserve(run.end_glyph - run.first_glyph);
  const auto in_run = [scale = style.scale](Mil m) {
    if (scale == 1000) return m;
    return Mil{static_cast<std::int32_t>(std::int64_t{m.v} * 1000 / std::max(1, scale))};
  };
  for (const lines::SetGlyph& g : line.glyphs_of(run)) {
    const std::uint16_t glyph =
        g.glyph.v ? g.glyph.v : space(run.face, line.text_of(run).substr(0, g.text_end)).v;
    if (glyph == 0) {  // a face without a space: what stands before it says it
      if (!out.glyphs.empty()) out.glyphs.back().text_end = static_cast<std::uint16_t>(g.text_end);
      continue;
    }
    out.glyphs.push_back(
        {glyph, static_cast<std::uint16_t>(g.text_end), in_run(g.x - run.left), in_run(g.rise)});
  }
  if (style.kind == RunKind::raised && style.object) {
    piece_.marks.push_back(
        {flat_.notes[style.object - 1], static_cast<std::uint32_t>(piece_.items.size())});
  }
  piece_.items.push_back({tags_.of(style.element), std::move(out)});
  if (style.dotted) dots(line, run);
}

/// What is drawn for the typed space that ends a text: nothing, in the face's own way.
fonts::GlyphId LineDrawer::space(fonts::FaceId face, std::string_view text) const {
  const fonts::GlyphId wide = faces_[face].cell(U'\u3000').glyph;
  return text.ends_with(shape::kWideSpace) && wide.v ? wide : faces_[face].cell(U' ').glyph;
}

/// The frame about the code point of a character that no face has.
void LineDrawer::frame(const SetRun& run) {
  const Pt cell = x(run.right) - x(run.left);
  const Pt left = x(run.left) + cell * 0.05, right = x(run.right) - cell * 0.05;
  const Pt top = baseline() - cell * 0.83, bottom = baseline() + cell * 0.07;
  const auto side = [&](Pt x0, Pt y0, Pt x1, Pt y1) {
    piece_.items.push_back({{}, draw::Rule{{x0, y0}, {x1, y1}, style_.size * 0.035}});
  };
  side(left, top, right, top);
  side(left, bottom, right, bottom);
  side(left, top, left, bottom);
  side(right, top, right, bottom);
}

/// Emphasis dots stand under each hanzi of a Chinese line and over it in a Japanese or Korean
/// one, there over Hangul, too; never by marks or Latin.
void LineDrawer::dots(const SetLine& line, const SetRun& run) {
  const bool korean = style_.language.convention == model::Convention::ko;
  const bool above = korean || style_.language.convention == model::Convention::ja;
  const Pt y = above_baseline(above ? kDotHeight : kDotDepth);
  std::uint32_t byte = 0;
  for (const lines::SetGlyph& g : line.glyphs_of(run)) {
    const bool begins = g.text_end > byte;
    const char32_t c = begins ? utf8::decode(line.text_of(run), byte).code_point : U' ';
    byte = g.text_end;
    if (!unicode::is_hanzi(c) && !(korean && unicode::is_hangul(c))) continue;
    const Pt middle = x(g.x + Mil{faces_[run.face].advance(g.glyph).v / 2});
    piece_.items.push_back(
        {{}, draw::Rule{{middle, y}, {middle, y}, style_.size * 0.14, {}, Pt{1}}});
  }
}

void LineDrawer::picture(const SetRun& run, const RunStyle& style) {
  const InlinePicture& picture = flat_.pictures[style.object - 1];
  const Pt top = baseline() + style_.size * 0.12 - picture.height;
  piece_.items.push_back(
      {tags_.of(style.element),
       draw::Picture{{picture.asset.v}, {x(run.left), top, picture.width, picture.height}}});
}

void LineDrawer::reading(const lines::SetReading& set) {
  const shape::ShapedReading& reading = *set.reading;
  draw::Glyphs out{.face = {reading.face.v},
                   .size = style_.size * (reading.scale / 1000.0),
                   .at = {x(set.left), above_baseline(kReadingHeight)},
                   .text = reading.text};
  for (const shape::ShapedGlyph& g : reading.glyphs) {
    out.glyphs.push_back({g.glyph.v, static_cast<std::uint16_t>(g.text_end),
                          Mil{g.x.v * 1000 / reading.scale}, Mil{g.rise.v * 1000 / reading.scale}});
  }
  piece_.items.push_back({tags_.of(reading.element), std::move(out)});
}

/// The element of the link that a run is part of: its own, or one around that.
draw::StructId LineDrawer::link_tag(const RunStyle& style) const {
  std::uint32_t element = style.element;
  while (element && flat_.inner[element - 1].role != draw::Role::link)
    element = flat_.inner[element - 1].parent;
  return tags_.of(element);
}

void LineDrawer::links(const SetLine& line) {
  for (std::size_t i = 0; i < line.runs.size();) {
    const RunStyle& style = style_of(line.runs[i]);
    const std::uint32_t link = style.link;
    std::size_t end = i + 1;
    while (end < line.runs.size() && style_of(line.runs[end]).link == link)
      ++end;
    if (link) {
      const Pt from = x(line.runs[i].left), to = x(line.runs[end - 1].right);
      const Destination& d = flat_.links[link - 1];
      piece_.links.push_back({{from, style_.size * -0.05, to - from, style_.size * 1.15},
                              d.address,
                              d.anchor,
                              link_tag(style)});
    }
    i = end;
  }
}

}  // namespace keben::pdf::galley
