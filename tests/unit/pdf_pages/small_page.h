// A page of ten lines, and galleys of plain lines, on which page ends are easy to count.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "pdf/pages/make_up.h"

namespace keben::test {

/// Ten lines of ten points.
inline pdf::style::Geometry small_page() {
  pdf::style::Geometry page;
  page.body = {10};
  page.leading = {10};
  page.lines = 10;
  page.measure_em = 20;
  return page;
}

inline pdf::galley::Piece line(pdf::galley::BreakCost after = 0) {
  return {.height = Pt{10}, .after = after};
}

inline pdf::galley::Galley lines(int count) {
  pdf::galley::Galley out;
  for (int i = 0; i < count; ++i)
    out.pieces.push_back(line());
  return out;
}

inline std::vector<std::uint32_t> ends(pdf::galley::Galley galley) {
  std::vector<std::uint32_t> out;
  for (const pdf::pages::Cut& cut : pdf::pages::cut_into_pages(galley, small_page()))
    out.push_back(cut.end);
  return out;
}

using Ends = std::vector<std::uint32_t>;

inline std::size_t lines_on(const pdf::pages::Cut& cut) {
  std::size_t sum = 0;
  for (const pdf::pages::Cut::Span span : cut.text)
    sum += span.end - span.first;
  return sum;
}

}  // namespace keben::test
