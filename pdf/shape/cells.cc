#include "pdf/shape/cells.h"

#include <string_view>

#include "unicode/cjk.h"
#include "unicode/properties.h"

namespace keben::pdf::shape {
namespace {

bool any_of(char32_t c, std::u32string_view list) {
  return list.find(c) != std::u32string_view::npos;
}

constexpr std::u32string_view kOpening = U"〈《「『【〔〖〘〚〝（［｛｟";
constexpr std::u32string_view kClosing = U"〉》」』】〕〗〙〛〞〟）］｝｠";
constexpr std::u32string_view kPause = U"、，：；﹐﹑﹔﹕";
constexpr std::u32string_view kStop = U"。．﹒";
constexpr std::u32string_view kQuery = U"！？﹖﹗";
constexpr std::u32string_view kDouble = U"‼⁇⁈⁉";
constexpr std::u32string_view kConnector = U"～〜゠‐–";

bool is_western_letter(char32_t c) {
  const unicode::Script s = unicode::script_of(c);
  return s == unicode::Script::latin || s == unicode::Script::greek ||
         s == unicode::Script::cyrillic;
}

Cell punctuation_cell(char32_t c) {
  if (any_of(c, kOpening)) return Cell::opening;
  if (any_of(c, kClosing)) return Cell::closing;
  if (any_of(c, kPause)) return Cell::pause;
  if (any_of(c, kStop)) return Cell::stop;
  if (any_of(c, kQuery)) return Cell::query;
  if (any_of(c, kDouble)) return Cell::double_mark;
  if (any_of(c, kConnector)) return Cell::connector;
  if (is_dash(c) || is_ellipsis(c) || c == U'⸺' || c == U'⸻' || c == U'‥') return Cell::long_mark;
  if (c == U'・' || c == U'･') return Cell::middle_dot;
  if (c == U'／') return Cell::solidus;
  if (c == U'\u3000') return Cell::wide_space;
  return Cell::other;
}

}  // namespace

bool is_dash(char32_t c) {
  return c == U'—';
}
bool is_ellipsis(char32_t c) {
  return c == U'…' || c == U'⋯';
}

Cell cell_of(char32_t c, model::Convention convention) {
  if (c < 0x80) {
    if (c >= U'0' && c <= U'9') return Cell::digit;
    const char32_t folded = c | 0x20;
    return folded >= U'a' && folded <= U'z' ? Cell::letter : Cell::other;
  }
  if (unicode::is_hanzi(c)) return Cell::hanzi;
  const Cell punctuation = punctuation_cell(c);
  if (punctuation == Cell::connector || punctuation == Cell::long_mark) {
    return model::is_cjk(convention) || unicode::is_wide(c) ? punctuation : Cell::other;
  }
  if (punctuation != Cell::other) return punctuation;
  const unicode::Properties& p = unicode::properties_of(c);
  if (p.script == unicode::Script::hangul) return Cell::hangul;
  if (p.width >= unicode::Width::fullwidth) return Cell::wide;
  if (is_western_letter(c)) return Cell::letter;
  // Signs of ambiguous width are drawn an em wide by CJK faces; in a CJK paragraph they stand like
  // hanzi.
  const bool sign =
      p.category == unicode::Category::symbol || p.category == unicode::Category::number;
  if (model::is_cjk(convention) && p.width == unicode::Width::ambiguous && sign) return Cell::wide;
  return Cell::other;
}

}  // namespace keben::pdf::shape
