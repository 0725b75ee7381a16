#include "pdf/shape/shape.h"

#include <algorithm>
#include <cassert>

#include "base/utf8.h"
#include "pdf/shape/opportunities.h"
#include "pdf/shape/spacing.h"
#include "unicode/cjk.h"

namespace keben::pdf::shape {
namespace {

constexpr char32_t kGeta = U'〓';  // what a compositor sets for a type that he lacks
constexpr Mil kInkTolerance{60};
constexpr Mil kReadingMargin{60};  // so that two readings never touch

bool is_space(char32_t c) {
  return c == U' ' || c == U'\u00A0' || c == U'\t' || (c >= U'\u2000' && c <= U'\u200A') ||
         c == U'\u202F';
}
bool vanishes(char32_t c) {  // kept in the text, drawn as nothing
  return c == U'\u200B' || c == U'\u2060' || c == U'\uFEFF' || c == U'\u00AD' || c == U'\n' ||
         c == U'\u200C' || (c >= U'\u200E' && c <= U'\u200F') ||
         (c >= U'\u202A' && c <= U'\u202E') || (c >= U'\u2066' && c <= U'\u2069');
}

/// Signs that stand alone in a box: hanzi and all that is drawn in a full-width cell.
bool stands_alone(Cell cell) {
  switch (cell) {
    case Cell::hanzi:
    case Cell::opening:
    case Cell::closing:
    case Cell::pause:
    case Cell::stop:
    case Cell::query:
    case Cell::middle_dot:
    case Cell::connector:
    case Cell::long_mark:
    case Cell::double_mark:
    case Cell::wide:
      return true;
    case Cell::letter:
    case Cell::digit:
    case Cell::code:
    case Cell::solidus:
    case Cell::wide_space:
    case Cell::hangul:
    case Cell::other:
      return false;
  }
  return false;
}

bool has_blanks(Cell cell) {
  return cell == Cell::opening || cell == Cell::closing || cell == Cell::pause ||
         cell == Cell::stop || cell == Cell::query || cell == Cell::middle_dot;
}

Mil scaled(Mil length, std::int32_t thousandths) {
  if (thousandths == 1000) return length;
  return {static_cast<std::int32_t>(
      (std::int64_t{length.v} * thousandths + (length.v < 0 ? -500 : 500)) / 1000)};
}

}  // namespace

Shaper::Shaper(const fonts::Catalog& faces) : faces_(faces), words_(faces) {}

/// A face may draw a mark for another region, or narrower than an em: then its ink is centred on
/// its body (3.2).
Shaper::MarkGlyph Shaper::mark_glyph(fonts::FaceId face, const Character& c, const Blanks& blanks,
                                     const std::string& language) {
  const char32_t kind =
      static_cast<char32_t>(blanks.left.v / 250) << 1 | (blanks.body == Mil{1000} ? 1 : 0);
  const auto [at, fresh] = marks_.try_emplace({face.v, c.shown << 8 | kind});
  if (!fresh) return at->second;
  const fonts::Face& font = faces_[face];
  fonts::GlyphId glyph = font.cell(c.shown).glyph;
  if (c.cell == Cell::middle_dot) {
    const ShapedWord& word =
        words_.shape(face, std::u32string(1, c.shown), Features::full_width, true, language);
    if (word.glyphs.size() == 1 && word.glyphs[0].glyph.v) glyph = word.glyphs[0].glyph;
  }
  const fonts::InkBox ink = font.ink(glyph);
  Mil shift = -blanks.left;
  const bool inside =
      (ink.left + shift).v >= -kInkTolerance.v && ink.right + shift <= blanks.body + kInkTolerance;
  if (!inside || font.advance(glyph) != Mil{1000}) {
    shift = Mil{(blanks.body - (ink.left + ink.right)).v / 2};
  }
  return at->second = {glyph, shift};
}

/// One paragraph on its way into boxes.
class Shaper::Builder {
 public:
  Builder(Shaper& shaper, StyledText text, const style::ParagraphStyle& style, Mil measure,
          Diagnostics& log)
      : shaper_(shaper),
        style_(style),
        measure_(measure),
        log_(log),
        region_(style::region_of(style.language.convention)) {
    out_.source = std::move(text);
  }

  ShapedParagraph run() {
    bool unpaired = false;
    all_ = characters_of(out_.source, style_, unpaired);
    if (unpaired) warn_unpaired();
    opportunities_ = opportunities_of(all_, out_.source, style_, measure_);
    choose_faces();
    out_.boxes.reserve(all_.size());
    out_.gaps.reserve(all_.size() + 1);
    out_.glyphs.reserve(all_.size());
    for (std::size_t i = 0; i < all_.size();)
      i = next(i);
    close_gap({.none = true});
    settle_end();
    for (const Reading& reading : out_.source.readings)
      set_reading(reading);
    return std::move(out_);
  }

 private:
  /// The two faces of each style: one for hanzi and marks, one for words.
  struct Faces {
    fonts::FaceId cjk, latin;
    const fonts::Face* cjk_face = nullptr;
  };

  const RunStyle& style_of(std::size_t i) const { return out_.source.styles[all_[i].style]; }
  const std::string& language_of(const RunStyle& run) const {
    return run.language.empty() ? style_.language.tag : run.language;
  }
  std::uint32_t byte_after(std::size_t i) const {
    return i + 1 < all_.size() ? all_[i + 1].byte
                               : static_cast<std::uint32_t>(out_.source.text.size());
  }

  void choose_faces() {
    for (const RunStyle& run : out_.source.styles) {
      Faces faces;
      faces.cjk = shaper_.faces_.cjk(run.face, region_);
      faces.latin = shaper_.faces_.latin(run.face, region_);
      faces.cjk_face = &shaper_.faces_[faces.cjk];
      faces_.push_back(faces);
    }
  }

  void warn_unpaired() {
    log_.warn("quote-unpaired", out_.source.at(0),
              {"直引号 \" 不成对，最后一个按原样排",
               "a straight \" has no partner; the last one is set as typed"},
              {"补上缺少的引号，或直接写 “ ”", "add the missing mark, or type “ ”"});
  }

  /// Sets the box, or notes the space, that begins at `i`; returns where the next one begins.
  std::size_t next(std::size_t i) {
    const Character& c = all_[i];
    if (is_space(c.code_point) || c.cell == Cell::wide_space || vanishes(c.code_point))
      return space(i);
    if (style_of(i).kind == RunKind::object) return object(i);
    std::size_t end = i + 1;
    while (end < all_.size() && !all_[end].cluster_start)
      ++end;
    if (c.cell == Cell::long_mark) return long_mark(i, end);
    if (stands_alone(c.cell) && c.cell != Cell::digit) return alone(i, end);
    return word(i);
  }

  // --- gaps
  // -------------------------------------------------------------------------------------------------------

  std::size_t space(std::size_t i) {
    const Character& c = all_[i];
    if (typed_first_ == typed_end_) typed_first_ = c.byte;
    typed_end_ = byte_after(i);
    space_style_ = c.style;
    if (c.cell == Cell::wide_space) {
      typed_ = Typed::wide_space;
    } else if (is_space(c.code_point) && typed_ == Typed::nothing) {
      typed_ = Typed::space;
    }
    spaces_ += c.code_point == U' ';
    note_break(i);
    return i + 1;
  }

  /// The break behind character `i` is the break of the gap that is open; spaces in one gap leave
  /// the last one's say, but for a mandatory break, which stays.
  void note_break(std::size_t i) {
    if (pending_.at == Gap::Break::mandatory) return;
    pending_ = opportunities_[i];
  }

  Mil word_space() const {
    const RunStyle& run = out_.source.styles[space_style_];
    const fonts::Face& face = shaper_.faces_[faces_[space_style_].latin];
    const Mil one = scaled(face.cell(U' ').advance, run.scale);
    // Code keeps its columns; in text several spaces are one, as HTML has it.
    const bool columns = run.kind == RunKind::code || run.kind == RunKind::formula;
    return columns ? one * std::max(1, spaces_) : one;
  }

  /// Closes the open gap against the edge of the box to come.
  void close_gap(const Edge& right) {
    Gap gap = gap_between(edge_, right, typed_, typed_ == Typed::space ? word_space() : Mil{0},
                          style_.language.convention);
    gap.at = pending_.at;
    gap.penalty = pending_.penalty;
    gap.rescue = pending_.rescue;
    gap.text_first = typed_first_;
    gap.text_end = typed_end_;
    if (out_.boxes.empty()) gap.at = Gap::Break::never;
    out_.gaps.push_back(gap);
    typed_ = Typed::nothing;
    spaces_ = 0;
    typed_first_ = typed_end_ = 0;
    pending_ = {};
  }

  void settle_end() {
    Gap& last = out_.gaps.back();
    last.at = Gap::Break::mandatory;
    last.natural = last.kept_at_end;
    last.shrink = {};
    out_.gaps.front().natural = {0};
    out_.gaps.front().shrink = {};
  }

  // --- boxes
  // ------------------------------------------------------------------------------------------------------

  /// Opens a box of characters [first, end): closes the gap before it and leaves the one behind it
  /// open.
  Box& add_box(std::size_t first, std::size_t end, fonts::FaceId face, Cell left, Cell right,
               const Blanks& blanks) {
    const RunKind kind = style_of(first).kind;
    const bool centred = blanks.left.v > 0 && blanks.right.v > 0;
    close_gap({left, scaled(blanks.left, style_of(first).scale), centred, kind, false});
    Box box;
    box.first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
    box.first_byte = all_[first].byte;
    box.end_byte = byte_after(end - 1);
    box.style = all_[first].style;
    box.face = face;
    box.first = left;
    box.last = right;
    edge_ = {right, scaled(blanks.right, style_of(first).scale), centred, kind, false};
    note_break(end - 1);
    out_.boxes.push_back(box);
    return out_.boxes.back();
  }

  void add_glyph(Box& box, fonts::GlyphId glyph, Mil x, Mil rise, std::uint32_t text_end) {
    out_.glyphs.push_back({glyph, x, rise, text_end});
    box.end_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
  }

  std::size_t object(std::size_t i) {
    Box& box = add_box(i, i + 1, faces_[all_[i].style].cjk, Cell::wide, Cell::wide, {});
    box.end_glyph = box.first_glyph;
    box.width = style_of(i).object_width;
    return i + 1;
  }

  /// A hanzi, a mark or another full-width sign.
  std::size_t alone(std::size_t i, std::size_t end) {
    const Character& c = all_[i];
    const RunStyle& run = style_of(i);
    const Faces& faces = faces_[c.style];
    const fonts::Face::Cell cell = faces.cjk_face->cell(c.shown);
    if (end - i > 1 || cell.glyph.v == 0) return cluster(i, end, faces.cjk);
    if (has_blanks(c.cell)) {
      const bool columns = run.kind == RunKind::code || run.kind == RunKind::formula;
      const Blanks blanks = blanks_of(c.cell, c.shown, style_.language.convention,
                                      columns ? style::MarkStyle::none : style_.marks);
      const MarkGlyph mark = shaper_.mark_glyph(faces.cjk, c, blanks, language_of(run));
      Box& box = add_box(i, end, faces.cjk, c.cell, c.cell, blanks);
      box.width = scaled(blanks.body, run.scale);
      add_glyph(box, mark.glyph, scaled(mark.shift, run.scale), run.rise, box.end_byte);
      return end;
    }
    Box& box = add_box(i, end, faces.cjk, c.cell, c.cell, {});
    box.width = scaled(cell.advance, run.scale);
    add_glyph(box, cell.glyph, {0}, run.rise, box.end_byte);
    return end;
  }

  /// A pair of long marks, shaped together: many faces draw the pair as one glyph.
  std::size_t long_mark(std::size_t i, std::size_t end) {
    return shaped(i, end, faces_[all_[i].style].cjk, Features::none, true, Cell::long_mark,
                  Cell::long_mark);
  }

  /// A cluster that the table cannot answer for: several code points, or one that its face lacks.
  std::size_t cluster(std::size_t i, std::size_t end, fonts::FaceId preferred) {
    const fonts::FaceId face = face_for(i, end, preferred);
    if (!shaper_.faces_[face].has(all_[i].shown)) return missing(i, end);
    return shaped(i, end, face, Features::none, all_[i].cell == Cell::hanzi, all_[i].cell,
                  all_[end - 1].cluster_start ? all_[end - 1].cell : all_[i].cell);
  }

  /// The first face that has a cluster's base: the preferred one, else the fallback order.
  fonts::FaceId face_for(std::size_t i, std::size_t end, fonts::FaceId preferred) const {
    (void)end;
    if (shaper_.faces_[preferred].has(all_[i].shown)) return preferred;
    return shaper_.faces_.covering(all_[i].shown, style_of(i).face, region_).value_or(preferred);
  }

  std::size_t missing(std::size_t i, std::size_t end) {
    const RunStyle& run = style_of(i);
    if (!shaper_.told_missing_[all_[i].code_point]) {
      shaper_.told_missing_[all_[i].code_point] = true;
      const std::string text =
          out_.source.text.substr(all_[i].byte, byte_after(end - 1) - all_[i].byte);
      log_.warn(
          "glyph-missing", out_.source.at(all_[i].byte),
          {"没有字体含有「" + text + "」，以 〓 代替", "no font has “" + text + "”; 〓 stands in"},
          {"安装含此字的字体，如 sudo apt install fonts-hanazono，或用 --font-dir 指定",
           "install a font that has it, such as fonts-hanazono, or name a folder with --font-dir"});
    }
    const Faces& faces = faces_[all_[i].style];
    Box& box = add_box(i, end, faces.cjk, Cell::wide, Cell::wide, {});
    box.missing = true;
    box.width = scaled(Mil{1000}, run.scale);
    add_glyph(box, faces.cjk_face->cell(kGeta).glyph, {0}, run.rise, box.end_byte);
    return end;
  }

  // --- words
  // ------------------------------------------------------------------------------------------------------

  /// Whether character `i` goes on the word before it: same style, no space, no break allowed
  /// between.
  bool goes_on(std::size_t i) const {
    const Character& c = all_[i];
    return c.style == all_[i - 1].style && opportunities_[i - 1].at == Gap::Break::never &&
           !is_space(c.code_point) && !vanishes(c.code_point) &&
           (!stands_alone(c.cell) || !c.cluster_start) && c.cell != Cell::wide_space &&
           c.cell != Cell::solidus;
  }

  std::size_t word(std::size_t first) {
    std::size_t end = first + 1;
    if (all_[first].cell != Cell::solidus) {
      while (end < all_.size() && goes_on(end))
        ++end;
    }
    // One face a word; where it lacks a letter, the word is cut into stretches of clusters with one
    // face each.
    for (std::size_t i = first; i < end;) {
      const fonts::FaceId face = face_for(i, i + 1, word_face(first, end));
      std::size_t stop = i + 1;
      while (stop < end &&
             (!all_[stop].cluster_start || face_for(stop, stop + 1, word_face(first, end)) == face))
        ++stop;
      if (!shaper_.faces_[face].has(all_[i].shown)) {
        stop = i + 1;
        while (stop < end && !all_[stop].cluster_start)
          ++stop;
        missing(i, stop);
      } else {
        shaped(i, stop, face, features_of(i, stop), false, all_[i].cell, all_[stop - 1].cell);
      }
      i = stop;
    }
    return end;
  }

  bool holds_western_quote(std::size_t first, std::size_t end) const {
    return std::any_of(all_.begin() + static_cast<std::ptrdiff_t>(first),
                       all_.begin() + static_cast<std::ptrdiff_t>(end), [](const Character& c) {
                         return c.western_quote || c.code_point == U'…' || c.code_point == U'—';
                       });
  }

  /// The Japanese and Korean cuts have no proportional quotes; the letters of the mainland one are
  /// the same.
  fonts::FaceId word_face(std::size_t first, std::size_t end) const {
    const Faces& faces = faces_[all_[first].style];
    const bool other_cut = region_ == fonts::Region::jp || region_ == fonts::Region::kr;
    if (other_cut && faces.latin == faces.cjk && holds_western_quote(first, end)) {
      return shaper_.faces_.cjk(style_of(first).face, fonts::Region::sc);
    }
    return faces.latin;
  }

  Features features_of(std::size_t first, std::size_t end) const {
    return holds_western_quote(first, end) ? Features::proportional : Features::none;
  }

  /// A box of glyphs from HarfBuzz; one that is wider than the line is cut by clusters, with places
  /// to break in need.
  std::size_t shaped(std::size_t first, std::size_t end, fonts::FaceId face, Features features,
                     bool han, Cell left, Cell right) {
    std::u32string text;
    for (std::size_t i = first; i < end; ++i)
      text += all_[i].shown;
    const RunStyle& run = style_of(first);
    const ShapedWord& word = shaper_.words_.shape(face, text, features, han, language_of(run));
    if (scaled(word.width, run.scale) > measure_ && end - first > 1)
      return cut(first, end, face, features);
    Box& box = add_box(first, end, face, left, right, {});
    box.width = scaled(word.width, run.scale);
    box.end_glyph = box.first_glyph;
    for (const ShapedGlyph& g : word.glyphs) {
      add_glyph(box, g.glyph, scaled(g.x, run.scale), scaled(g.rise, run.scale) + run.rise,
                byte_after(first + g.text_end - 1));
    }
    return end;
  }

  std::size_t cut(std::size_t first, std::size_t end, fonts::FaceId face, Features features) {
    for (std::size_t i = first; i < end;) {
      std::size_t stop = i + 1;
      while (stop < end && !all_[stop].cluster_start)
        ++stop;
      if (stop < end && opportunities_[stop - 1].at == Gap::Break::never)
        opportunities_[stop - 1].rescue = true;
      std::u32string text;
      for (std::size_t k = i; k < stop; ++k)
        text += all_[k].shown;
      const RunStyle& run = style_of(i);
      const ShapedWord word = shaper_.words_.shape(face, text, features, false, language_of(run));
      Box& box = add_box(i, stop, face, all_[i].cell, all_[i].cell, {});
      box.width = scaled(word.width, run.scale);
      for (const ShapedGlyph& g : word.glyphs) {
        add_glyph(box, g.glyph, scaled(g.x, run.scale), scaled(g.rise, run.scale) + run.rise,
                  byte_after(i + g.text_end - 1));
      }
      i = stop;
    }
    return end;
  }

  // --- readings
  // ---------------------------------------------------------------------------------------------------

  /// Sets a reading over its base. A reading wider than its base widens the base's cell on both
  /// sides alike; the base of one reading stays on one line.
  void set_reading(const Reading& reading) {
    const auto begins = [](const Box& box, std::uint32_t byte) { return box.first_byte < byte; };
    const auto first =
        std::lower_bound(out_.boxes.begin(), out_.boxes.end(), reading.first, begins);
    const auto end = std::lower_bound(first, out_.boxes.end(), reading.end, begins);
    if (first == end) return;
    ShapedReading set;
    set.first_box = static_cast<std::uint32_t>(first - out_.boxes.begin());
    set.end_box = static_cast<std::uint32_t>(end - out_.boxes.begin());
    set.text = reading.text;
    set.scale = out_.source.styles[first->style].scale / 2;
    set.face = first->face;
    const std::u32string text = utf8::to_utf32(reading.text);
    const ShapedWord& word =
        shaper_.words_.shape(set.face, text, Features::none, false, style_.language.tag);
    std::size_t byte = 0, counted = 0;
    for (const ShapedGlyph& g : word.glyphs) {
      for (; counted < g.text_end; ++counted)
        byte = utf8::decode(reading.text, byte).next;
      set.glyphs.push_back({g.glyph, scaled(g.x, set.scale), scaled(g.rise, set.scale),
                            static_cast<std::uint32_t>(byte)});
    }
    set.width = scaled(word.width, set.scale);
    Mil base;
    for (std::uint32_t k = set.first_box; k < set.end_box; ++k) {
      base += out_.boxes[k].width;
      if (k == set.first_box) continue;
      base += out_.gaps[k].natural;
      out_.gaps[k].at = Gap::Break::never;
      out_.gaps[k].letterspace = false;
    }
    const Mil wanting = set.width + kReadingMargin - base;
    if (wanting.v > 0) widen(*first, *(end - 1), wanting);
    out_.readings.push_back(std::move(set));
  }

  void widen(Box& first, Box& last, Mil by) {
    const Mil half{by.v / 2};
    for (std::uint32_t g = first.first_glyph; g < first.end_glyph; ++g)
      out_.glyphs[g].x += half;
    first.width += half;
    last.width += by - half;
  }

  Shaper& shaper_;
  const style::ParagraphStyle& style_;
  Mil measure_;
  Diagnostics& log_;
  fonts::Region region_;
  ShapedParagraph out_;
  std::vector<Character> all_;
  std::vector<Opportunity> opportunities_;
  std::vector<Faces> faces_;

  // The gap that is open: behind the last box, before the next.
  Edge edge_{.none = true};
  Typed typed_ = Typed::nothing;
  std::uint32_t typed_first_ = 0, typed_end_ = 0;
  std::int32_t spaces_ = 0;  // U+0020 among them
  std::uint32_t space_style_ = 0;
  Opportunity pending_;
};

ShapedParagraph Shaper::shape(StyledText text, const style::ParagraphStyle& style, Mil measure,
                              Diagnostics& log) {
  return Builder(*this, std::move(text), style, measure, log).run();
}

}  // namespace keben::pdf::shape
