// A paragraph as boxes and gaps: all that line breaking sees.
//
// A box is what no line end divides: a hanzi, the body of a full-width mark, a word or a piece of
// one. Between two boxes lies a gap, which holds all that may shrink, stretch or vanish: word
// spaces, the blank halves of marks, the space between hanzi and Latin. A mark's blank belongs to
// the gap, so a line that ends at a gap loses it by itself (CLREQ
// #line-start_and_line-end_adjustment). All lengths are thousandths of the paragraph's em.
//
//   （  王  ，  AI                    boxes  ( 500   王 1000   , 500   AI 1180
//                                     gaps   [500]  0   0   500   … the first lies before the first
//                                     box
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "fonts/face.h"
#include "fonts/wish.h"
#include "pdf/shape/styled_text.h"

namespace keben::pdf::shape {

/// A glyph of a box, placed from the box's left edge on the baseline.
struct ShapedGlyph {
  fonts::GlyphId glyph;
  Mil x, rise;
  std::uint32_t text_end = 0;  // byte of the paragraph where its text ends; its predecessor's for a
                               // part of a cluster
  bool opens = false;          // a letter behind a letter: in need they may stand apart
};

/// What stands at a box's edge, as far as its neighbour cares.
enum class Cell : std::uint8_t {
  hanzi,        // hanzi, kana, bopomofo
  letter,       // Latin, Greek, Cyrillic; a word that ends in + or #
  digit,        // also a number's prefix and suffix
  code,         // inline code and formulas
  opening,      // 「（《“
  closing,      // 」）》”
  pause,        // ，、；：
  stop,         // 。．
  query,        // ！？
  middle_dot,   // ·
  connector,    // ～—
  solidus,      // ／
  long_mark,    // —— ……
  double_mark,  // ‼⁇
  wide_space,   // U+3000
  wide,         // other full-width signs: ① ％ full-width letters, emoji
  hangul,
  other,  // ASCII marks and the rest
};

inline constexpr std::string_view kWideSpace = "\u3000";

/// How many of it stand among white space.
inline std::int32_t count_wide_spaces(std::string_view typed) {
  std::int32_t count = 0;
  for (std::size_t at = 0; (at = typed.find(kWideSpace, at)) != typed.npos; at += kWideSpace.size())
    ++count;
  return count;
}

/// The ordered stages of shrinking (typesetting.md 5.2).
enum class Shrink : std::uint8_t {
  word_space,
  centred_dot,
  bracket,
  pause,
  autospace,
  pause_rest,
  stop
};
inline constexpr std::size_t kShrinkStages = 7;

struct Gap {
  enum class Break : std::uint8_t { never, allowed, mandatory };
  Mil natural;
  Mil kept_at_end;             // of `natural`, where a line ends here: a centred mark's right blank
  Mil kept_at_start;           // where a line begins here: nothing but a centred mark's left blank
  Mil hyphen;                  // of the hyphen that a line gets by ending here
  fonts::GlyphId hyphen_sign;  // in the face of the box before
  std::array<std::int16_t, kShrinkStages> shrink{};  // what each stage may take away
  std::int16_t word_stretch = 0;                     // e1: what a word space may gain
  std::int16_t hang = 0;     // of the line's last mark: what may stand outside where it must
  bool autospace = false;    // e2, e4: a space between hanzi and Latin
  bool letterspace = false;  // e3, e5: between hanzi and anything
  bool rescue =
      false;  // `never`, but may be broken where nothing else will do (typesetting.md 2.11)
  Break at = Break::never;
  std::int32_t penalty = 0;                    // of a break here (typesetting.md 5.4, p)
  std::uint32_t text_first = 0, text_end = 0;  // what the gap stands for in the text
  bool typed = false;                          // white space is among it
  std::uint8_t level = 0;                      // as the boxes'
};

struct Box {
  std::uint32_t first_glyph = 0, end_glyph = 0;  // glyphs of the paragraph
  std::uint32_t first_byte = 0, end_byte = 0;
  std::uint32_t style = 0;  // index into StyledText::styles
  fonts::FaceId face;
  Mil width;
  Cell first = Cell::other, last = Cell::other;
  std::uint8_t level = 0;          // odd where its text runs to the left
  bool missing = false;            // no face has its character: glyphs are its code point's digits
  std::uint8_t glyphs_at_end = 0;  // that follow its own, and stand for them at a line's end
};

/// A reading set in small type, centred over boxes [first_box, end_box) less the white at their
/// outer edges; it may reach a little over the hanzi beside them (typesetting.md 8.3).
struct ShapedReading {
  std::uint32_t first_box = 0, end_box = 0;
  fonts::FaceId face;
  std::int32_t scale = 500;  // thousandths of the paragraph's size
  Mil width;
  Mil left_of_base, right_of_base;  // white that the base's cells got for it
  std::vector<ShapedGlyph> glyphs;  // from the reading's left edge; `text_end` counts its bytes
  std::string text;
  std::uint32_t element = 0;  // as Reading's
};

struct ShapedParagraph {
  StyledText source;
  std::vector<ShapedGlyph> glyphs;
  std::vector<Box> boxes;
  std::vector<Gap> gaps;  // gaps[i] lies before boxes[i]; one more after the last
  std::vector<ShapedReading> readings;
  bool turned = false;  // some level is not 0: a line's boxes stand in another order than its text
};

}  // namespace keben::pdf::shape
