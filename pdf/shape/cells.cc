#include "pdf/shape/cells.h"

#include <array>
#include <string_view>
#include <utility>

#include "unicode/cjk.h"
#include "unicode/properties.h"

namespace keben::pdf::shape {
namespace {

constexpr std::pair<std::u32string_view, Cell> kMarks[] = {
    {U"〈《「『【〔〖〘〚〝（［｛｟", Cell::opening},
    {U"〉》」』】〕〗〙〛〞〟）］｝｠", Cell::closing},
    {U"、，：；﹐﹑﹔﹕", Cell::pause},
    {U"。．﹒", Cell::stop},
    {U"！？﹖﹗", Cell::query},
    {U"‼⁇⁈⁉", Cell::double_mark},
    {U"～〜゠‐–", Cell::connector},
    {U"—…⋯⸺⸻‥", Cell::long_mark},
    {U"・･", Cell::middle_dot},
    {U"／", Cell::solidus},
    {U"\u3000", Cell::wide_space},
};

/// The marks among the 256 code points of a page of Unicode.
consteval std::array<Cell, 256> marks_on(char32_t page) {
  std::array<Cell, 256> cells{};
  cells.fill(Cell::other);
  for (const auto& [marks, cell] : kMarks) {
    for (const char32_t c : marks)
      if (c >> 8 == page) cells[c & 0xFF] = cell;
  }
  return cells;
}
constexpr std::array kMarkPages = {
    std::pair{0x20, marks_on(0x20)}, std::pair{0x22, marks_on(0x22)},
    std::pair{0x2E, marks_on(0x2E)}, std::pair{0x30, marks_on(0x30)},
    std::pair{0xFE, marks_on(0xFE)}, std::pair{0xFF, marks_on(0xFF)},
};

bool is_western_letter(char32_t c) {
  const unicode::Script s = unicode::script_of(c);
  return s == unicode::Script::latin || s == unicode::Script::greek ||
         s == unicode::Script::cyrillic;
}

Cell punctuation_cell(char32_t c) {
  for (const auto& [page, cells] : kMarkPages)
    if (c >> 8 == static_cast<char32_t>(page)) return cells[c & 0xFF];
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
