#include "pdf/shape/shape.h"

#include <algorithm>

#include "base/utf8.h"
#include "pdf/shape/detail/builder.h"
#include "unicode/bidi.h"
#include "unicode/cjk.h"

namespace keben::pdf::shape {

constexpr Mil kInkTolerance{60};

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

bool is_space(char32_t c) {
  return c == U' ' || c == U'\u00A0' || c == U'\t' || (c >= U'\u2000' && c <= U'\u200A') ||
         c == U'\u202F';
}
bool vanishes(char32_t c) {
  return c == U'\u200B' || c == U'\u2060' || c == U'\uFEFF' || c == U'\u00AD' || c == U'\n' ||
         c == U'\u200C' || (c >= U'\u200E' && c <= U'\u200F') ||
         (c >= U'\u202A' && c <= U'\u202E') || (c >= U'\u2066' && c <= U'\u2069');
}

Mil scaled(Mil length, std::int32_t thousandths) {
  if (thousandths == 1000) return length;
  return {static_cast<std::int32_t>(
      (std::int64_t{length.v} * thousandths + (length.v < 0 ? -500 : 500)) / 1000)};
}

Shaper::Shaper(const fonts::Catalog& faces, WordShaper* words)
    : faces_(faces),
      own_words_(words ? nullptr : std::make_unique<WordShaper>(faces)),
      words_(words ? *words : *own_words_) {}

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
        words_.shape(face, std::u32string(1, c.shown), Features::full_width, Course::han, language);
    if (word.glyphs.size() == 1 && word.glyphs[0].glyph.v) glyph = word.glyphs[0].glyph;
  }
  const fonts::InkBox ink = font.ink(glyph);
  Mil shift = -blanks.left;
  const bool inside =
      (ink.left + shift).v >= -kInkTolerance.v && ink.right + shift <= blanks.body + kInkTolerance;
  if (!inside || font.advance(glyph) != Mil{1000}) {
    shift = Mil{(blanks.body - (ink.left + ink.right)).v / 2};
  }
  return at->second = {face, glyph, shift, !inside};
}

Shaper::Builder::Builder(Shaper& shaper, StyledText text, const style::ParagraphStyle& style,
                         Mil measure, Diagnostics& log)
    : shaper_(shaper),
      style_(style),
      measure_(measure),
      log_(log),
      region_(style::region_of(style.language.convention)),
      out_(std::move(shaper.spent_)),
      all_(shaper.characters_) {
  out_.source = std::move(text);
  out_.glyphs.clear();
  out_.boxes.clear();
  out_.gaps.clear();
  out_.readings.clear();
}

ShapedParagraph Shaper::Builder::run() {
  bool unpaired = false;
  characters_of(out_.source, style_, all_, unpaired);
  if (unpaired) warn_unpaired();
  say_what_is_shown();
  find_levels();
  opportunities_ = shaper_.opportunities_.find(all_, out_.source, style_, measure_);
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

/// Straight quotes that became curly are curly in the text, too: what is copied is what is seen,
/// and one glyph says one thing.
void Shaper::Builder::say_what_is_shown() {
  const auto differs = [](const Character& c) { return c.shown != c.code_point; };
  if (std::none_of(all_.begin(), all_.end(), differs)) return;
  StyledText& source = out_.source;
  std::string text;
  text.reserve(source.text.size() + 16);
  auto run = source.runs.begin();
  auto reading = source.readings.begin();
  for (std::size_t i = 0; i < all_.size(); ++i) {
    Character& c = all_[i];
    const auto at = static_cast<std::uint32_t>(text.size());
    for (; run != source.runs.end() && run->end <= c.byte; ++run)
      run->end = at;
    for (; reading != source.readings.end() && reading->end <= c.byte; ++reading)
      reading->end = at;
    if (reading != source.readings.end() && reading->first == c.byte) reading->first = at;
    c.byte = at;
    c.code_point = c.shown;
    utf8::append(text, c.shown);
  }
  const auto end = static_cast<std::uint32_t>(text.size());
  for (; run != source.runs.end(); ++run)
    run->end = end;
  for (; reading != source.readings.end(); ++reading)
    reading->end = end;
  source.text = std::move(text);
}

std::u32string_view Shaper::Builder::shown(std::size_t first, std::size_t end) const {
  shown_.clear();
  for (std::size_t i = first; i < end; ++i)
    shown_ += all_[i].shown;
  return shown_;
}

/// Levels of UAX#9; a paragraph runs as its language does.
void Shaper::Builder::find_levels() {
  const bool leftward = style_.leftward;
  const auto turns = [](const Character& c) { return unicode::may_turn(c.code_point); };
  out_.turned = false;
  if (!leftward && std::none_of(all_.begin(), all_.end(), turns)) return;
  const std::vector<std::uint8_t> levels = unicode::bidi_levels(
      shown(0, all_.size()), leftward ? unicode::Flow::leftward : unicode::Flow::rightward);
  out_.turned = !levels.empty();
  for (std::size_t i = 0; i < levels.size(); ++i)
    all_[i].level = levels[i];
}

void Shaper::Builder::choose_faces() {
  for (const RunStyle& run : out_.source.styles) {
    Faces faces;
    faces.cjk = shaper_.faces_.cjk(run.face, region_);
    faces.latin = shaper_.faces_.latin(run.face, region_);
    faces.cjk_face = &shaper_.faces_[faces.cjk];
    faces_.push_back(faces);
  }
}

void Shaper::Builder::warn_unpaired() {
  log_.warn("quote-unpaired", out_.source.at(0),
            {"直引号 \" 不成对，最后一个按原样排",
             "a straight \" has no partner; the last one is set as typed"},
            {"补上缺少的引号，或直接写 “ ”", "add the missing mark, or type “ ”"});
}

namespace {

bool is_plain_hanzi(const Edge& edge) {
  return edge.cell == Cell::hanzi && edge.kind == RunKind::text && !edge.none;
}

}  // namespace

std::size_t Shaper::Builder::next(std::size_t i) {
  const Character& c = all_[i];
  if (c.cell == Cell::hanzi) {
    const bool plain = is_plain_hanzi(edge_) && typed_ == Typed::nothing && !out_.turned &&
                       pending_hyphen_.glyph.v == 0 && style_of(i).kind == RunKind::text;
    const std::size_t end = plain ? hanzi(i) : i;
    return end > i ? end : alone(i, cluster_end(i));
  }
  if (is_space(c.code_point) || c.cell == Cell::wide_space || vanishes(c.code_point))
    return space(i);
  if (style_of(i).kind == RunKind::object) return object(i);
  const std::size_t end = cluster_end(i);
  if (is_picture(i)) {
    if (const auto face = emoji_face(i, end)) return emoji(i, end, *face);
  }
  if (c.cell == Cell::long_mark) return long_mark(i, end);
  if (stands_alone(c.cell) && c.cell != Cell::digit) return alone(i, end);
  return word(i);
}

std::size_t Shaper::Builder::space(std::size_t i) {
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
  typed_level_ = c.level;
  note_break(i);
  if (c.code_point == U'\u00AD' && !out_.boxes.empty()) offer_hyphen(out_.boxes.back().face, i);
  return i + 1;
}

/// The break behind character `i` is the break of the gap that is open; spaces in one gap leave
/// the last one's say, but for a mandatory break, which stays.
void Shaper::Builder::note_break(std::size_t i) {
  if (pending_.at == Gap::Break::mandatory) return;
  pending_ = opportunities_[i];
}

/// What was typed comes to: an em for each U+3000, else a word space.
Mil Shaper::Builder::word_space() const {
  if (typed_ == Typed::wide_space) {
    const std::string_view typed(out_.source.text);
    return Mil{1000} * count_wide_spaces(typed.substr(typed_first_, typed_end_ - typed_first_));
  }
  const RunStyle& run = out_.source.styles[space_style_];
  const fonts::Face& face = shaper_.faces_[faces_[space_style_].latin];
  const Mil one = scaled(face.cell(U' ').advance, run.scale);
  // Code keeps its columns; in text several spaces are one, as HTML has it.
  const bool columns = run.kind == RunKind::code || run.kind == RunKind::formula;
  return columns ? one * std::max(1, spaces_) : one;
}

/// Closes the open gap against the edge of the box to come.
void Shaper::Builder::close_gap(const Edge& right) {
  Gap& gap = out_.gaps.emplace_back();
  gap = gap_between(edge_, right, typed_, typed_ == Typed::nothing ? Mil{0} : word_space(),
                    SpacingRules::of(style_));
  gap.at = out_.boxes.empty() ? Gap::Break::never : pending_.at;
  gap.penalty = pending_.penalty;
  gap.rescue = pending_.rescue;
  gap.text_first = typed_first_;
  gap.text_end = typed_end_;
  gap.typed = typed_ != Typed::nothing;
  gap.hyphen = pending_hyphen_.advance;
  gap.hyphen_sign = pending_hyphen_.glyph;
  typed_ = Typed::nothing;
  spaces_ = 0;
  typed_first_ = typed_end_ = 0;
  pending_ = {};
  pending_hyphen_ = {};
}

void Shaper::Builder::settle_end() {
  Gap& last = out_.gaps.back();
  last.at = Gap::Break::mandatory;
  last.natural = last.kept_at_end;
  last.shrink = {};
  Gap& first = out_.gaps.front();
  if (style_.first_mark_keeps) first.kept_at_start = first.natural;
  first.natural = {0};
  first.shrink = {};
}

ShapedParagraph Shaper::shape(StyledText text, const style::ParagraphStyle& style, Mil measure,
                              Diagnostics& log) {
  return Builder(*this, std::move(text), style, measure, log).run();
}

}  // namespace keben::pdf::shape
