// Boxes of one cluster: hanzi, marks, signs, pictures.
#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "pdf/shape/detail/builder.h"
#include "unicode/emoji.h"

namespace keben::pdf::shape {
namespace {

constexpr Mil kJoint{16};       // by which the ink of two dashes overlaps
constexpr Mil kWhiteAtEnd{45};  // that the last dash of a line may stand short of its cell's edge
// The digits of a missing character's code point stand in two rows within the em box (9.3).
constexpr std::int32_t kDigitScale = 420;
constexpr Mil kUpperDigits{415}, kLowerDigits{37};

bool has_blanks(Cell cell) {
  return cell == Cell::opening || cell == Cell::closing || cell == Cell::pause ||
         cell == Cell::stop || cell == Cell::query || cell == Cell::middle_dot;
}

/// The marks that may stand outside the measure at a line's end (CLREQ #hanging_punctuation).
bool may_hang(char32_t c) {
  return c == U'、' || c == U'，' || c == U'。' || c == U'．';
}

/// Four hexadecimal digits at least.
std::string hex_of(char32_t c) {
  std::array<char, 8> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), std::uint32_t{c}, 16).ptr;
  std::string out(digits.begin(), end);
  for (char& d : out)
    if (d >= 'a') d = static_cast<char>(d - 'a' + 'A');
  return std::string(out.size() < 4 ? 4 - out.size() : 0, '0') + out;
}

}  // namespace

/// Opens a box of characters [first, end): closes the gap before it and leaves the one behind it
/// open.
Box& Shaper::Builder::add_box(std::size_t first, std::size_t end, fonts::FaceId face, Cell left,
                              Cell right, const Blanks& blanks) {
  const RunStyle& run = style_of(first);
  const bool centred = blanks.left.v > 0 && blanks.right.v > 0;
  const std::uint8_t level = all_[first].level;
  const std::uint8_t before = out_.boxes.empty() ? level : out_.boxes.back().level;
  const std::uint8_t between = typed_ == Typed::nothing ? std::min(before, level) : typed_level_;
  close_gap({left, scaled(blanks.left, run.scale), centred, run.kind, false});
  out_.gaps.back().level = between;
  edge_ = {right, scaled(blanks.right, run.scale), centred, run.kind, false};
  note_break(end - 1);
  Box& box = out_.boxes.emplace_back();
  box.level = level;
  box.first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
  box.first_byte = all_[first].byte;
  box.end_byte = byte_after(end - 1);
  box.style = all_[first].style;
  box.face = face;
  box.first = left;
  box.last = right;
  return box;
}

void Shaper::Builder::add_glyph(Box& box, fonts::GlyphId glyph, Mil x, Mil rise,
                                std::uint32_t text_end) {
  ShapedGlyph& set = out_.glyphs.emplace_back();
  set.glyph = glyph;
  set.x = x;
  set.rise = rise;
  set.text_end = text_end;
  box.end_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
}

/// All glyphs of a word whose text begins with character `first`.
void Shaper::Builder::add_glyphs(Box& box, const ShapedWord& word, std::size_t first) {
  const RunStyle& run = style_of(first);
  box.width = scaled(word.width, run.scale);
  box.end_glyph = box.first_glyph;
  std::uint32_t begin = 0;
  for (const ShapedGlyph& g : word.glyphs) {
    add_glyph(box, g.glyph, scaled(g.x, run.scale), scaled(g.rise, run.scale) + run.rise,
              byte_after(first + g.text_end - 1));
    out_.glyphs.back().opens = g.text_end > begin && letter_behind_letter(first + begin);
    begin = g.text_end;
  }
}

bool Shaper::Builder::letter_behind_letter(std::size_t i) const {
  const Character& c = all_[i];
  return i > 0 && c.cluster_start && c.cell == Cell::letter && all_[i - 1].style == c.style &&
         all_[i - 1].cell == Cell::letter && style_of(i).kind == RunKind::text;
}

std::size_t Shaper::Builder::object(std::size_t i) {
  Box& box = add_box(i, i + 1, faces_[all_[i].style].cjk, Cell::wide, Cell::wide, {});
  box.end_glyph = box.first_glyph;
  box.width = style_of(i).object_width;
  return i + 1;
}

/// Hanzi of one style, one behind another: most of a text. Each has a glyph and an advance from the
/// table, and the gaps between them hold nothing but what justification may add.
std::size_t Shaper::Builder::hanzi(std::size_t i) {
  const std::uint32_t style = all_[i].style;
  const Faces& faces = faces_[style];
  const Mil rise = style_of(i).rise;
  const std::int32_t scale = style_of(i).scale;
  Opportunity before = pending_;
  for (; i < all_.size() && all_[i].cell == Cell::hanzi && all_[i].style == style; ++i) {
    const fonts::Face::Cell cell = faces.cjk_face->cell(all_[i].shown);
    const bool single = i + 1 == all_.size() || all_[i + 1].cluster_start;
    if (!single || cell.glyph.v == 0) break;
    Gap& gap = out_.gaps.emplace_back();
    gap.letterspace = true;
    gap.at = before.at;
    gap.rescue = before.rescue;
    gap.penalty = before.penalty;
    Box& box = out_.boxes.emplace_back();
    box.first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
    box.end_glyph = box.first_glyph + 1;
    box.first_byte = all_[i].byte;
    box.end_byte = byte_after(i);
    box.style = style;
    box.face = faces.cjk;
    box.width = scaled(cell.advance, scale);
    box.first = box.last = Cell::hanzi;
    ShapedGlyph& glyph = out_.glyphs.emplace_back();
    glyph.glyph = cell.glyph;
    glyph.rise = rise;
    glyph.text_end = box.end_byte;
    before = opportunities_[i];
  }
  pending_ = before;
  return i;
}

/// A hanzi, a mark or another full-width sign.
std::size_t Shaper::Builder::alone(std::size_t i, std::size_t end) {
  const Character& c = all_[i];
  const RunStyle& run = style_of(i);
  const Faces& faces = faces_[c.style];
  const fonts::Face::Cell cell = faces.cjk_face->cell(c.shown);
  if (end - i > 1 || cell.glyph.v == 0) return cluster(i, end, faces.cjk);
  if (has_blanks(c.cell)) {
    const bool columns = run.kind == RunKind::code || run.kind == RunKind::formula;
    const Blanks blanks = blanks_of(c.cell, c.shown, style_.language.convention,
                                    columns ? style::MarkStyle::none : style_.marks);
    const MarkGlyph mark = this->mark(i, blanks);
    Box& box = add_box(i, end, mark.face, c.cell, c.cell, blanks);
    box.width = scaled(blanks.body, run.scale);
    if (style_.hang && may_hang(c.shown)) edge_.hangs = box.width;
    add_glyph(box, mark.glyph, scaled(mark.shift, run.scale), run.rise, box.end_byte);
    return end;
  }
  Box& box = add_box(i, end, faces.cjk, c.cell, c.cell, {});
  box.width = scaled(cell.advance, run.scale);
  add_glyph(box, cell.glyph, {0}, run.rise, box.end_byte);
  return end;
}

/// A mark in the face of its run. A Kai drawn for the mainland has its commas and stops low in the
/// corner; a region that wants them in the middle of their cells gets those of its own Song.
Shaper::MarkGlyph Shaper::Builder::mark(std::size_t i, const Blanks& blanks) const {
  const Character& c = all_[i];
  const RunStyle& run = style_of(i);
  const std::string& language = language_of(run);
  const MarkGlyph own = shaper_.mark_glyph(faces_[c.style].cjk, c, blanks, language);
  const bool centred = blanks.left.v > 0 && blanks.right.v > 0 && c.cell != Cell::middle_dot;
  if (!centred || !own.moved) return own;
  const fonts::FaceId song =
      shaper_.faces_.cjk({.family = fonts::Family::song, .bold = run.face.bold}, region_);
  return shaper_.faces_[song].has(c.shown) ? shaper_.mark_glyph(song, c, blanks, language) : own;
}

/// A pair of long marks. A face that knows the pair of dashes draws it as one stroke of nearly two
/// ems; of another they are moved together until their ink meets (typesetting.md L2). So they are
/// at a line's end in any face: there the last must look flush, and be copied from where it stands.
std::size_t Shaper::Builder::long_mark(std::size_t i, std::size_t end) {
  const fonts::FaceId face = faces_[all_[i].style].cjk;
  if (all_[i].shown != U'—' || !shaper_.faces_[face].has(U'—'))
    return shaped(i, end, face, Features::none, true, Cell::long_mark, Cell::long_mark);
  const RunStyle& run = style_of(i);
  const auto dashes = [&](std::size_t n) -> const ShapedWord& {
    return shaper_.words_.shape(face, std::u32string(n, U'—'), Features::none, Course::han,
                                language_of(run));
  };
  const Mil width = dashes(1).width * static_cast<std::int32_t>(end - i);
  const ShapedWord& stroke = dashes(end - i);
  const bool whole = stroke.glyphs.size() == 1 && stroke.width == width;
  Box& box = add_box(i, end, face, Cell::long_mark, Cell::long_mark, {});
  box.width = scaled(width, run.scale);
  if (whole) {
    add_glyph(box, stroke.glyphs[0].glyph, {0}, run.rise, box.end_byte);
  } else {
    add_dashes(i, end, dashes(1), DashesAt::middle);
    box.end_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
  }
  if (end - i > 1) {
    add_dashes(i, end, dashes(1), DashesAt::end);
    box.glyphs_at_end = static_cast<std::uint8_t>(end - i);
  }
  return end;
}

/// Dashes whose ink meets, in the middle of their cells or as far to the right as looks flush.
void Shaper::Builder::add_dashes(std::size_t i, std::size_t end, const ShapedWord& dash,
                                 DashesAt where) {
  const RunStyle& run = style_of(i);
  const fonts::InkBox ink = shaper_.faces_[faces_[all_[i].style].cjk].ink(dash.glyphs[0].glyph);
  const auto further = static_cast<std::int32_t>(end - i) - 1;
  const Mil step = further == 0 ? dash.width : std::min(dash.width, ink.right - ink.left - kJoint);
  const Mil white = (dash.width - step) * further;
  Mil x = where == DashesAt::middle ? Mil{white.v / 2}
                                    : white - std::min(Mil{white.v / 2}, kWhiteAtEnd);
  for (std::size_t k = i; k < end; ++k, x += step)
    out_.glyphs.push_back({dash.glyphs[0].glyph, scaled(x, run.scale), run.rise, byte_after(k)});
}

/// A cluster that the table cannot answer for: several code points, or one that its face lacks.
std::size_t Shaper::Builder::cluster(std::size_t i, std::size_t end, fonts::FaceId preferred) {
  const fonts::FaceId face = face_for(i, preferred);
  if (!shaper_.faces_[face].has(all_[i].shown)) return missing(i, end);
  return shaped(i, end, face, Features::none, all_[i].cell == Cell::hanzi, all_[i].cell,
                all_[end - 1].cluster_start ? all_[end - 1].cell : all_[i].cell);
}

/// Whether the cluster at `i` may be a picture; most text is told apart by one look.
bool Shaper::Builder::is_picture(std::size_t i) const {
  const unicode::Emoji kind = unicode::properties_of(all_[i].code_point).emoji;
  if (kind == unicode::Emoji::none) return false;
  return kind == unicode::Emoji::emoji_style || cluster_end(i) > i + 1;
}

/// The face of pictures, where the cluster is one and the face draws the whole of it as one glyph:
/// half a family is worse than none (typesetting.md 9.5).
std::optional<fonts::FaceId> Shaper::Builder::emoji_face(std::size_t i, std::size_t end) const {
  const std::string_view text(out_.source.text);
  if (!unicode::is_emoji_cluster(text.substr(all_[i].byte, byte_after(end - 1) - all_[i].byte)))
    return std::nullopt;
  const auto face = shaper_.faces_.emoji();
  if (!face) return std::nullopt;
  const ShapedWord& word =
      shaper_.words_.shape(*face, shown(i, end), Features::none, Course::by_letters, {});
  const bool whole = word.glyphs.size() == 1 && word.glyphs[0].glyph.v;
  return whole ? face : std::nullopt;
}

/// A picture in a cell of one em, whatever its face says of its width; the writer scales it.
std::size_t Shaper::Builder::emoji(std::size_t i, std::size_t end, fonts::FaceId face) {
  const RunStyle& run = style_of(i);
  const ShapedWord& word =
      shaper_.words_.shape(face, shown(i, end), Features::none, Course::by_letters, {});
  Box& box = add_box(i, end, face, Cell::wide, Cell::wide, {});
  box.width = scaled(Mil{1000}, run.scale);
  add_glyph(box, word.glyphs[0].glyph, {0}, run.rise, box.end_byte);
  return end;
}

/// The first face that has a character: the preferred one, else the fallback order.
fonts::FaceId Shaper::Builder::face_for(std::size_t i, fonts::FaceId preferred) const {
  if (shaper_.faces_[preferred].has(all_[i].shown)) return preferred;
  return shaper_.faces_.covering(all_[i].shown, style_of(i).face, region_).value_or(preferred);
}

std::size_t Shaper::Builder::missing(std::size_t i, std::size_t end) {
  tell_missing(i, end);
  const std::uint32_t style = hex_style(all_[i].style);
  const RunStyle& run = out_.source.styles[style];
  const fonts::FaceId face =
      shaper_.faces_.cjk({.family = fonts::Family::mono, .bold = run.face.bold}, region_);
  const fonts::Face& font = shaper_.faces_[face];
  Box& box = add_box(i, end, face, Cell::wide, Cell::wide, {});
  box.missing = true;
  box.style = style;
  box.width = scaled(Mil{1000}, style_of(i).scale);
  const std::string digits = hex_of(all_[i].shown);
  const std::size_t upper = digits.size() / 2;
  // Spaces at both edges of the cell, on the line's own baseline, so that who copies the text meets
  // a character of full width rather than small type apart from its neighbours.
  const fonts::Face::Cell space = font.cell(U' ');
  add_glyph(box, space.glyph, {0}, run.rise, box.end_byte);
  Mil x;
  for (std::size_t d = 0; d < digits.size(); ++d) {
    const bool above = d < upper;
    const auto row = static_cast<std::int32_t>(above ? upper : digits.size() - upper);
    const fonts::Face::Cell digit = font.cell(static_cast<unsigned char>(digits[d]));
    const Mil advance = scaled(digit.advance, run.scale);
    if (d == 0 || d == upper) x = Mil{(box.width - advance * row).v / 2};
    add_glyph(box, digit.glyph, x,
              run.rise + scaled(above ? kUpperDigits : kLowerDigits, style_of(i).scale),
              box.end_byte);
    x += advance;
  }
  add_glyph(box, space.glyph, box.width - scaled(space.advance, run.scale), run.rise, box.end_byte);
  return end;
}

/// The style of a missing character's digits: that of its run, small.
std::uint32_t Shaper::Builder::hex_style(std::uint32_t style) {
  std::vector<RunStyle>& styles = out_.source.styles;
  RunStyle small = styles[style];
  small.scale = small.scale * kDigitScale / 1000;
  const auto known = std::find(styles.begin(), styles.end(), small);
  if (known == styles.end()) {
    styles.push_back(small);
    return static_cast<std::uint32_t>(styles.size() - 1);
  }
  return static_cast<std::uint32_t>(known - styles.begin());
}

void Shaper::Builder::tell_missing(std::size_t i, std::size_t end) {
  if (std::exchange(shaper_.told_missing_[all_[i].code_point], true)) return;
  const std::string text =
      out_.source.text.substr(all_[i].byte, byte_after(end - 1) - all_[i].byte);
  const std::string point = "U+" + hex_of(all_[i].code_point);
  log_.warn(
      "glyph-missing", out_.source.at(all_[i].byte),
      {"没有字体含有「" + text + "」（" + point + "），以写着码位的方框代替",
       "no font has “" + text + "” (" + point + "); a box with its code point stands in"},
      {"安装含此字的字体，如 sudo apt install fonts-hanazono，或用 --font-dir 指定",
       "install a font that has it, such as fonts-hanazono, or name a folder with --font-dir"});
}

}  // namespace keben::pdf::shape
