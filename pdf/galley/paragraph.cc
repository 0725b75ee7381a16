#include "pdf/galley/paragraph.h"

#include <algorithm>

#include "base/utf8.h"

#include "pdf/lines/breaks.h"
#include "pdf/lines/set_line.h"
#include "unicode/cjk.h"

namespace keben::pdf::galley {
namespace {

using lines::SetLine;
using lines::SetRun;
using shape::RunKind;
using shape::RunStyle;

// typesetting.md 7.3
constexpr BreakCost kWidow = 5000, kShortWidow = 5000, kOrphan = 800, kWesternOrphan = 3000;

constexpr Mil kUnderlineDepth{-150}, kStrikeHeight{320}, kDotDepth{-230}, kDotHeight{1010},
    kReadingHeight{930};

Mil measure_in(Pt width, Pt size) {
  return {static_cast<std::int32_t>(width / size * 1000.0 + 1e-6)};
}

/// The elements of a paragraph: its own, and those of the links and pictures in it.
struct Tags {
  draw::StructId own;
  std::vector<draw::StructId> links, pictures;
  draw::StructId of_link(std::uint32_t link) const { return link ? links[link - 1] : own; }
};

/// Draws one set line into a piece.
class LineDrawer {
 public:
  LineDrawer(const FlatText& flat, const shape::ShapedParagraph& paragraph,
             const style::ParagraphStyle& style, const fonts::Catalog& faces, const Tags& tags)
      : flat_(flat), paragraph_(paragraph), style_(style), faces_(faces), tags_(tags) {}

  Piece draw(const SetLine& line, Pt left) {
    piece_ = {};
    piece_.height = style_.leading;
    left_ = left;
    for (std::size_t i = 0; i < line.runs.size(); ++i)
      tint(line, i);
    for (const SetRun& run : line.runs)
      if (run.missing) frame(run);
    for (const SetRun& run : line.runs)
      glyphs(run);
    for (const lines::SetReading& reading : line.readings)
      this->reading(reading);
    for (std::size_t i = 0; i < line.runs.size(); ++i)
      rules(line, i);
    links(line);
    return std::move(piece_);
  }

 private:
  const RunStyle& style_of(const SetRun& run) const { return paragraph_.source.styles[run.style]; }
  Pt x(Mil m) const { return left_ + m.at(style_.size); }
  Pt baseline() const { return style_.size * kAscent; }
  Pt above_baseline(Mil m) const { return baseline() - m.at(style_.size); }
  draw::StructId tag_of(const RunStyle& style) const { return tags_.of_link(style.link); }

  /// The stretch of neighbouring runs from `i` on that share a property, if it begins here.
  template <class Has>
  std::size_t stretch(const SetLine& line, std::size_t i, Has has) const {
    if (!has(style_of(line.runs[i])) || (i > 0 && has(style_of(line.runs[i - 1])))) return i;
    std::size_t end = i + 1;
    while (end < line.runs.size() && has(style_of(line.runs[end])))
      ++end;
    return end;
  }

  void tint(const SetLine& line, std::size_t i) {
    const std::size_t end = stretch(line, i, [](const RunStyle& s) { return s.marked; });
    if (end == i) return;
    const Pt from = x(line.runs[i].left), to = x(line.runs[end - 1].right);
    piece_.items.push_back(
        {{},
         draw::Fill{{from, style_.size * -0.06, to - from, style_.size * 1.14}, ink_of(kMark)}});
  }

  void rules(const SetLine& line, std::size_t i) {
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

  void glyphs(const SetRun& run) {
    const RunStyle& style = style_of(run);
    if (style.kind == RunKind::object) return picture(run, style);
    draw::Glyphs out{.face = {run.face.v},
                     .size = style_.size * (style.scale / 1000.0),
                     .ink = ink_of(style.ink),
                     .at = {x(run.left), baseline()},
                     .text = run.text};
    const fonts::GlyphId space = faces_[run.face].cell(U' ').glyph;
    for (const lines::SetGlyph& g : run.glyphs) {
      const auto in_run = [&](Mil m) {
        return Mil{static_cast<std::int32_t>(std::int64_t{m.v} * 1000 / std::max(1, style.scale))};
      };
      const std::uint16_t glyph = g.glyph.v ? g.glyph.v : space.v;
      if (glyph == 0) {  // a face without a space: what stands before it says it
        if (!out.glyphs.empty())
          out.glyphs.back().text_end = static_cast<std::uint16_t>(g.text_end);
        continue;
      }
      out.glyphs.push_back(
          {glyph, static_cast<std::uint16_t>(g.text_end), in_run(g.x - run.left), in_run(g.rise)});
    }
    if (style.kind == RunKind::raised && style.object) {
      piece_.marks.push_back({flat_.notes[style.object - 1].v,
                              static_cast<std::uint32_t>(piece_.items.size()), 0, run.face});
    }
    piece_.items.push_back({tag_of(style), std::move(out)});
    if (style.dotted) dots(run);
  }

  /// The frame about the code point of a character that no face has.
  void frame(const SetRun& run) {
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
  void dots(const SetRun& run) {
    const bool korean = style_.language.convention == model::Convention::ko;
    const bool above = korean || style_.language.convention == model::Convention::ja;
    const Pt y = above_baseline(above ? kDotHeight : kDotDepth);
    std::uint32_t byte = 0;
    for (const lines::SetGlyph& g : run.glyphs) {
      const bool begins = g.text_end > byte;
      const char32_t c = begins ? utf8::decode(run.text, byte).code_point : U' ';
      byte = g.text_end;
      if (!unicode::is_hanzi(c) && !(korean && unicode::is_hangul(c))) continue;
      const Pt middle = x(g.x + Mil{faces_[run.face].advance(g.glyph).v / 2});
      piece_.items.push_back(
          {{}, draw::Rule{{middle, y}, {middle, y}, style_.size * 0.14, {}, Pt{1}}});
    }
  }

  void picture(const SetRun& run, const RunStyle& style) {
    const InlinePicture& picture = flat_.pictures[style.object - 1];
    const Pt top = baseline() + style_.size * 0.12 - picture.height;
    piece_.items.push_back(
        {tags_.pictures[style.object - 1],
         draw::Picture{{picture.asset.v}, {x(run.left), top, picture.width, picture.height}}});
  }

  void reading(const lines::SetReading& set) {
    const shape::ShapedReading& reading = *set.reading;
    draw::Glyphs out{.face = {reading.face.v},
                     .size = style_.size * (reading.scale / 1000.0),
                     .at = {x(set.left), above_baseline(kReadingHeight)},
                     .text = reading.text};
    for (const shape::ShapedGlyph& g : reading.glyphs) {
      out.glyphs.push_back({g.glyph.v, static_cast<std::uint16_t>(g.text_end),
                            Mil{g.x.v * 1000 / reading.scale},
                            Mil{g.rise.v * 1000 / reading.scale}});
    }
    piece_.items.push_back({tags_.own, std::move(out)});
  }

  void links(const SetLine& line) {
    for (std::size_t i = 0; i < line.runs.size();) {
      const std::uint32_t link = style_of(line.runs[i]).link;
      std::size_t end = i + 1;
      while (end < line.runs.size() && style_of(line.runs[end]).link == link)
        ++end;
      if (link) {
        const Pt from = x(line.runs[i].left), to = x(line.runs[end - 1].right);
        const Destination& d = flat_.links[link - 1];
        piece_.links.push_back({{from, style_.size * -0.05, to - from, style_.size * 1.15},
                                d.address,
                                d.anchor,
                                tags_.of_link(link)});
      }
      i = end;
    }
  }

  static constexpr config::Colour kMark{0xE4, 0xE4, 0xE4};
  const FlatText& flat_;
  const shape::ShapedParagraph& paragraph_;
  const style::ParagraphStyle& style_;
  const fonts::Catalog& faces_;
  const Tags& tags_;
  Piece piece_;
  Pt left_;
};

lines::Breaks break_lines(const shape::ShapedParagraph& paragraph,
                          const style::ParagraphStyle& style, lines::Measure measure) {
  switch (style.alignment) {
    case style::Alignment::justified:
      return *lines::break_justified(paragraph, measure);
    case style::Alignment::balanced:
    case style::Alignment::centred:
      return lines::break_balanced(paragraph, measure);
    case style::Alignment::ragged:
    case style::Alignment::right:
      return lines::break_greedy(paragraph, measure);
  }
  return {};
}

/// Widows and orphans (孤行): a page should end neither behind a paragraph's first line nor before
/// its last.
void set_break_costs(std::vector<Piece>& pieces, std::int32_t halves_on_last, bool western) {
  const std::size_t n = pieces.size();
  if (n < 2) return;
  pieces[0].after += western ? kWesternOrphan : kOrphan;
  pieces[n - 2].after += kWidow + (halves_on_last <= 8 ? kShortWidow : 0);
  if (halves_on_last <= 4) pieces[n - 2].after = kForbidden;
}

/// What the author can mend by other words: lines that no search sets well.
void tell(const lines::Breaks& breaks, SourceSpan at, Diagnostics& log) {
  if (breaks.overfull) {
    log.warn("line-overfull", at, {"有一行排不下，略微超出版心", "a line does not fit the measure"},
             {"改写这一行，或换用更宽的页面", "reword it, or choose a wider page"});
  }
  if (breaks.torn && !breaks.overfull) {
    log.note("line-loose", at,
             {"有一行无处可断，字距逾八分之一字",
              "a line can be broken nowhere better; its gaps are wider than an eighth of an em"},
             {"改写这一行，或换用更宽的页面", "reword it, or choose a wider page"});
  }
}

}  // namespace

draw::Ink ink_of(config::Colour colour) {
  return {colour.r, colour.g, colour.b};
}

draw::StructId Typesetter::element(draw::Role role, draw::StructId parent) {
  galley_.structure.push_back({.role = role, .parent = parent});
  return {static_cast<std::uint32_t>(galley_.structure.size() - 1)};
}

/// Words are divided only where lines are poor without it: so most paragraphs have no hyphens at
/// all, and most books of hanzi never read a dictionary.
Typesetter::Broken Typesetter::shaped_and_broken(shape::StyledText text,
                                                 const style::ParagraphStyle& style,
                                                 lines::Measure measure) {
  style::ParagraphStyle undivided = style;
  undivided.hyphenate = false;
  Broken out;
  out.paragraph = shaper_.shape(std::move(text), undivided, measure.rest, log_);
  if (out.paragraph.boxes.empty()) return out;
  out.breaks = break_lines(out.paragraph, style, measure);
  if (!style.hyphenate || !out.breaks.strained) return out;
  Diagnostics heard;  // all of it, the first time
  out.paragraph = shaper_.shape(std::move(out.paragraph.source), style, measure.rest, heard);
  out.breaks = break_lines(out.paragraph, style, measure);
  return out;
}

std::vector<Piece> Typesetter::set(FlatText flat, const style::ParagraphStyle& style, Column column,
                                   draw::StructId tag) {
  if (flat.text.empty()) return {};
  Tags tags{tag, {}, {}};
  for (std::size_t i = 0; i < flat.links.size(); ++i)
    tags.links.push_back(element(draw::Role::link, tag));
  for (const InlinePicture& picture : flat.pictures) {
    tags.pictures.push_back(element(draw::Role::figure, tags.of_link(picture.link)));
    galley_.structure.back().alternative = picture.alternative;
  }
  const Mil measure = measure_in(column.width, style.size);
  const Mil indent = in_mil(style.first_indent);
  const auto [paragraph, breaks] =
      shaped_and_broken(std::move(flat.text), style, {measure - indent, measure});
  if (paragraph.boxes.empty()) return {};
  tell(breaks, paragraph.source.at(0), log_);
  const bool leftward = style::runs_leftward(style.language);  // its lines begin at the right
  const bool justified = style.alignment == style::Alignment::justified;
  LineDrawer drawer(flat, paragraph, style, faces_, tags);
  std::vector<Piece> pieces;
  std::uint32_t first = 0;
  for (const std::uint32_t end : breaks.ends) {
    const Mil own_indent = first == 0 ? indent : Mil{0};
    const Mil target = measure - own_indent;
    const SetLine line =
        lines::set_line(paragraph, first, end, target,
                        justified ? lines::Filling::justified : lines::Filling::natural);
    Mil offset = own_indent;
    if (style.alignment == style::Alignment::centred) offset += Mil{(target - line.width).v / 2};
    if (style.alignment == style::Alignment::right) offset += target - line.width;
    if (leftward && style.alignment != style::Alignment::centred) offset = target - line.width;
    pieces.push_back(drawer.draw(line, column.left + offset.at(style.size)));
    first = end;
  }
  const lines::Sums sums(paragraph);
  const std::uint32_t last_first = breaks.ends.size() > 1 ? breaks.ends[breaks.ends.size() - 2] : 0;
  set_break_costs(pieces, sums.halves(last_first, breaks.ends.back()),
                  !model::is_cjk(style.language.convention));
  return pieces;
}

Typesetter::Widths Typesetter::widths(FlatText flat, const style::ParagraphStyle& style) {
  if (flat.text.empty()) return {};
  Diagnostics unheard;  // the same text is set again, and then heard
  const shape::ShapedParagraph paragraph =
      measurer_.shape(std::move(flat.text), style, Mil{1'000'000}, unheard);
  if (paragraph.boxes.empty()) return {};
  const lines::Sums sums(paragraph);
  std::int32_t least = 0, most = 0;
  std::uint32_t line = 0, piece = 0;
  for (std::uint32_t gap = 1; gap <= paragraph.boxes.size(); ++gap) {
    const shape::Gap::Break at = paragraph.gaps[gap].at;
    if (at == shape::Gap::Break::never) continue;
    least = std::max(least, sums.width(piece, gap));
    piece = gap;
    if (at != shape::Gap::Break::mandatory) continue;
    most = std::max(most, sums.width(line, gap));
    line = gap;
  }
  return {Mil{most}.at(style.size), Mil{least}.at(style.size)};
}

}  // namespace keben::pdf::galley
