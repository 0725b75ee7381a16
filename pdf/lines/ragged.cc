// Lines that nothing stretches: as full as they will go, or of like width.

#include <algorithm>
#include <limits>

#include "pdf/lines/breaks.h"

namespace keben::pdf::lines {
namespace {

using shape::Cell;
using shape::Gap;

bool may_break(const Gap& gap) {
  return gap.at != Gap::Break::never;
}

/// First fit: the last legal end that fits; in need a forbidden one, at worst any at all. Nothing
/// stands past the edge but a box that is wider than the line.
Breaks first_fit(const shape::ShapedParagraph& paragraph, const Sums& sums, Measure measure) {
  Breaks out;
  const auto last = static_cast<std::uint32_t>(paragraph.boxes.size());
  for (std::uint32_t first = 0; first < last;) {
    const std::int32_t target = (first == 0 ? measure.first : measure.rest).v;
    std::uint32_t legal = 0, rescue = 0, any = 0, end = first + 1;
    for (;; ++end) {
      const bool fits = sums.width(first, end) <= target;
      const Gap& gap = paragraph.gaps[end];
      if (fits && may_break(gap)) legal = end;
      if (fits && gap.rescue) rescue = end;
      if (fits) any = end;
      const bool stop =
          gap.at == Gap::Break::mandatory || (!fits && (any || may_break(gap) || gap.rescue));
      if (stop) break;
    }
    const std::uint32_t chosen = legal ? legal : rescue ? rescue : any ? any : end;
    out.overfull |= sums.width(first, chosen) > target;
    out.strained |= !legal;
    out.ends.push_back(chosen);
    first = chosen;
  }
  return out;
}

/// Whether the sense pauses before this gap: after a mark, or before a dash.
bool pauses_at(const shape::ShapedParagraph& paragraph, std::uint32_t gap) {
  const Cell before = paragraph.boxes[gap - 1].last;
  const bool after_mark = before == Cell::pause || before == Cell::stop || before == Cell::query ||
                          before == Cell::closing || before == Cell::long_mark;
  return after_mark ||
         (gap < paragraph.boxes.size() && paragraph.boxes[gap].first == Cell::opening);
}

}  // namespace

Breaks break_greedy(const shape::ShapedParagraph& paragraph, const Sums& sums, Measure measure) {
  return first_fit(paragraph, sums, measure);
}

/// As many lines as first fit needs, with the least sum of squared distances from their mean width;
/// a break where the sense does not pause counts as five ems and a half of distance.
Breaks break_balanced(const shape::ShapedParagraph& paragraph, const Sums& sums, Measure measure) {
  Breaks greedy = first_fit(paragraph, sums, measure);
  const std::size_t lines = greedy.ends.size();
  const auto last = static_cast<std::uint32_t>(paragraph.boxes.size());
  const bool hard = std::any_of(paragraph.gaps.begin(), paragraph.gaps.end() - 1,
                                [](const Gap& g) { return g.at == Gap::Break::mandatory; });
  if (lines < 2 || greedy.overfull || hard || last > 400) return greedy;

  constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t off_sense = 5500LL * 5500, penalty_unit = 20'000;
  const std::int64_t mean = sums.width(0, last) / static_cast<std::int64_t>(lines);
  struct Best {
    std::int64_t cost = unreached;
    std::uint32_t from = 0;
  };
  std::vector<std::vector<Best>> best(lines + 1, std::vector<Best>(last + 1));
  best[0][0].cost = 0;
  for (std::size_t line = 1; line <= lines; ++line) {
    for (std::uint32_t end = 1; end <= last; ++end) {
      if (!may_break(paragraph.gaps[end]) || (end == last) != (line == lines)) continue;
      for (std::uint32_t first = end; first-- > 0;) {
        const std::int32_t width = sums.width(first, end);
        if (width > (first == 0 ? measure.first : measure.rest).v) break;
        if (best[line - 1][first].cost == unreached) continue;
        const std::int64_t off = width - mean;
        std::int64_t cost =
            best[line - 1][first].cost + off * off + penalty_unit * paragraph.gaps[end].penalty;
        if (end != last && !pauses_at(paragraph, end)) cost += off_sense;
        if (cost < best[line][end].cost) best[line][end] = {cost, first};
      }
    }
  }
  if (best[lines][last].cost == unreached) return greedy;
  Breaks out;
  for (std::uint32_t end = last, line = static_cast<std::uint32_t>(lines); line > 0;
       end = best[line--][end].from) {
    out.ends.push_back(end);
  }
  std::reverse(out.ends.begin(), out.ends.end());
  return out;
}

}  // namespace keben::pdf::lines
