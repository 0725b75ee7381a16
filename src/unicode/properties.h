// What keben asks of a code point, in one record and one look-up.
//
// Typesetting asks several questions of each of a million hanzi: may a line break here, does a
// cluster go on, how wide is the cell, which script, which way up. The Unicode Character Database
// answers in eight files; tools/make_unicode_tables.py folds them into 364 distinct records behind
// three stages of indices, 39 KB in all. Names of values are the UCD's where they are words, and
// the two letters of UAX#14 where everybody in the trade says them (OP, CL, NS).
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>

namespace keben::unicode {

/// Line_Break (UAX#14 #DescriptionOfProperties), as in the database: not yet resolved by LB1.
///
/// Three classes more than the standard's, so that its rules need look at nothing but classes.
enum class LineClass : std::uint8_t {
  bk,           // a line ends after it: U+2028, form feed
  cr,           // carriage return
  lf,           // line feed
  nl,           // next line, U+0085
  cm,           // combining mark, also controls and variation selectors
  zwj,          // zero width joiner
  wj,           // word joiner: no break on either side
  zw,           // zero width space: a break
  gl,           // glue: no-break space
  sp,           // space
  b2,           // break on both sides: em dash
  ba,           // break after: hyphens, tab, U+3000
  bb,           // break before: acute accent
  hy,           // hyphen-minus
  cb,           // contingent break: U+FFFC, an inline object
  cl,           // closing punctuation: 」 。 ，
  cp,           // closing parenthesis: ) ]
  ex,           // exclamation and interrogation: ! ？
  in,           // inseparable: …
  ns,           // nonstarter: 々 ゛ ：
  op,           // opening punctuation, narrow: ( [
  op_wide,      // opening punctuation whose East_Asian_Width is F, W or H: （ 「 (LB30)
  qu,           // quotation mark, either side: “ ” "
  is,           // infix numeric separator: , . : ;
  nu,           // digit
  po,           // numeric postfix: % ℃
  pr,           // numeric prefix: ￥ $ №
  sy,           // allows a break after: /
  ai,           // ambiguous, alphabetic or ideographic: ① ※
  al,           // letters and symbols
  cj,           // conditional Japanese starter: small kana, ー
  eb,           // emoji base
  em,           // emoji modifier
  h2,           // Hangul syllable LV
  h3,           // Hangul syllable LVT
  hl,           // Hebrew letter
  id,           // ideographs, kana, pictographs
  id_reserved,  // ID, unassigned, Extended_Pictographic: an emoji to come (LB30b)
  jl,           // Hangul L jamo
  jv,           // Hangul V jamo
  jt,           // Hangul T jamo
  ri,           // regional indicator, half a flag
  sa,           // complex context: Thai, Lao, Khmer, Myanmar
  sa_mark,      // SA with General_Category Mn or Mc (LB1)
  sg,           // surrogate
  xx,           // unknown
};
inline constexpr std::size_t kLineClasses = static_cast<std::size_t>(LineClass::xx) + 1;

/// Grapheme_Cluster_Break (UAX#29 #Grapheme_Cluster_Break_Property_Values), with pictographs apart.
enum class ClusterClass : std::uint8_t {
  other,
  cr,
  lf,
  control,
  extend,
  zwj,
  regional_indicator,
  prepend,
  spacing_mark,
  l,
  v,
  t,
  lv,
  lvt,
  pictographic,  // Extended_Pictographic; all of these are `other` in the database
};

/// Scripts (UAX#24) that decide something here; the rest is `other`.
enum class Script : std::uint8_t {
  common,     // of many scripts: marks, digits, ー
  inherited,  // takes its base's: combining marks
  latin,
  greek,
  cyrillic,
  armenian,
  georgian,
  hebrew,
  arabic,
  devanagari,
  thai,
  lao,
  khmer,
  myanmar,
  tibetan,
  mongolian,
  yi,
  hangul,
  han,
  hiragana,
  katakana,
  bopomofo,
  other,
};

/// East_Asian_Width (UAX#11); neutral counts as narrow.
enum class Width : std::uint8_t { narrow, ambiguous, halfwidth, fullwidth, wide };

/// Vertical_Orientation (UAX#50): how a character stands in a vertical line.
enum class Orientation : std::uint8_t {
  rotated,                 // R: a quarter turn clockwise
  upright,                 // U
  transformed_or_rotated,  // Tr: a vertical form, else rotated: （ 「 ー
  transformed_or_upright,  // Tu: a vertical form, else upright: 、 。 small kana
};

/// General_Category (UAX#44), its first letter.
enum class Category : std::uint8_t { letter, mark, number, punctuation, symbol, separator, other };

/// Emoji and Emoji_Presentation (UTS#51): the look of a code point that stands alone.
enum class Emoji : std::uint8_t { none, text_style, emoji_style };

struct Properties {
  LineClass line;
  ClusterClass cluster;
  Script script;
  Width width;
  Orientation orientation;
  Category category;
  Emoji emoji;
  bool operator==(const Properties&) const = default;
};

namespace tables {
inline constexpr unsigned kLeafBits = 3;
inline constexpr unsigned kMiddleBits = 6;
extern const std::uint8_t kGroups[];
extern const std::uint16_t kMiddles[];
extern const std::uint16_t kLeaves[];
extern const Properties kRecords[];
}  // namespace tables

/// The record of any code point up to U+10FFFF, assigned or not.
inline const Properties& properties_of(char32_t c) {
  using namespace tables;
  assert(c <= 0x10FFFF);
  const std::size_t group = kGroups[c >> (kLeafBits + kMiddleBits)];
  const std::size_t slot = c >> kLeafBits & ((1u << kMiddleBits) - 1);
  const std::size_t leaf = kMiddles[group << kMiddleBits | slot];
  return kRecords[kLeaves[leaf << kLeafBits | (c & ((1u << kLeafBits) - 1))]];
}

inline LineClass line_class(char32_t c) {
  return properties_of(c).line;
}
inline Script script_of(char32_t c) {
  return properties_of(c).script;
}
inline Orientation orientation_of(char32_t c) {
  return properties_of(c).orientation;
}

}  // namespace keben::unicode
