// Questions that only text of China, Japan and Korea raises.
//
// Each question has its own answer, and none is "is it CJK": a hanzi in the typesetter's sense
// excludes the marks, emphasis in Markdown includes them, a line end in the source vanishes between
// hanzi and stays a space between Korean words.
#pragma once

#include <string_view>

#include "unicode/properties.h"

namespace keben::unicode {

/// A hanzi as the typesetter counts them (CLREQ calls them Han characters): Han, kana and bopomofo,
/// 〇, and the letters that these scripts share, such as ー and 〆. No marks, no Hangul.
inline bool is_hanzi(char32_t c) {
  const Properties& p = properties_of(c);
  if (p.script >= Script::han && p.script <= Script::bopomofo) return true;
  return p.script == Script::common && p.category == Category::letter &&
         p.width >= Width::halfwidth;
}
static_assert(Script::han < Script::hiragana && Script::hiragana < Script::katakana &&
              Script::katakana < Script::bopomofo && Width::ambiguous < Width::halfwidth);

inline bool is_hangul(char32_t c) {
  return script_of(c) == Script::hangul;
}

/// Fills a cell of one em: East_Asian_Width F or W (UAX#11).
inline bool is_wide(char32_t c) {
  return properties_of(c).width >= Width::fullwidth;
}
static_assert(Width::fullwidth < Width::wide && Width::halfwidth < Width::fullwidth);

/// A CJK character in the sense of CJK-friendly emphasis: East_Asian_Width F, W or H without what
/// looks like an emoji by default, or Hangul, as of Unicode 16.
/// Source: the specification of markdown-cjk-friendly, "CJK character".
bool is_cjk_for_emphasis(char32_t c);

/// Whether a line end in the source, between these two, stands for nothing (true) or for a space.
///
/// Nothing where both sides are hanzi or full-width marks; a space beside Latin and Hangul. Marks
/// whose width depends on the company they keep (“ ” ‘ ’ — … ·) and emoji go with the other side,
/// so between two of them there is a space.
/// Source: CSS Text 3 #line-break-transform, widened by those marks (typesetting.md P3).
bool soft_break_vanishes(char32_t before, char32_t after);

/// The same with the text at hand: combining marks are looked through, and where both sides depend
/// on company (`。”` and `“你`), what stands behind them decides: one hanzi or full-width mark is
/// enough. At a text's edge there is nothing to join.
bool soft_break_vanishes(std::string_view before, std::string_view after);

}  // namespace keben::unicode
