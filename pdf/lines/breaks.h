// Where a paragraph's lines end: the set of breaks with the least total demerit (Knuth & Plass
// 1981).
//
// Forward dynamic programming over the gaps that may break, on exact widths: no approximation pass,
// no floating point. A state is a break, the number of lines so far, and what the last line was
// like (its fitness, its commas, whether it ended in a hyphen), since neighbouring lines are judged
// together (typesetting.md 5.4, 5.6).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pdf/lines/fit.h"
#include "pdf/shape/shaped.h"

namespace keben::pdf::lines {

/// Widths of a paragraph's first line and of the others, in its em.
struct Measure {
  Mil first, rest;
};

struct Breaks {
  std::vector<std::uint32_t>
      ends;  // gap at which each line ends, ascending; the last is boxes.size()
  std::int64_t demerits = 0;
  bool overfull = false;   // a line has no legal break and is too wide
  bool strained = false;   // a line is looser than text should be, or ends where none may
  bool emergency = false;  // a gap grew past what is preferred
  bool torn = false;       // and it lies between hanzi
};

/// The best breaks of a justified paragraph of at least one box; never fails.
///
/// @param sums   of that paragraph, as in all that follow
/// @param lines  wanted number of lines minus the best set's: 0 is the best set; others may not
/// exist
std::optional<Breaks> break_justified(const shape::ShapedParagraph& paragraph, const Sums& sums,
                                      Measure measure, int lines = 0);

/// The best breaks in exactly `lines` lines, each of them as good as text should be; or none. For
/// pages that want a paragraph a line shorter or longer (typesetting.md 5.6, 7.4).
std::optional<Breaks> break_into(const shape::ShapedParagraph& paragraph, const Sums& sums,
                                 Measure measure, std::uint32_t lines);

/// Lines of like width, broken where the sense pauses: for headings and whatever is centred
/// (typesetting.md 5.5).
Breaks break_balanced(const shape::ShapedParagraph& paragraph, const Sums& sums, Measure measure);

/// Each line as full as it will go: ragged text, code, and the oracle that tests hold the others
/// against.
Breaks break_greedy(const shape::ShapedParagraph& paragraph, const Sums& sums, Measure measure);

/// What a given set of breaks costs under the rules of break_justified: for tests.
std::int64_t demerits_of(const shape::ShapedParagraph& paragraph, const Sums& sums, Measure measure,
                         const std::vector<std::uint32_t>& ends);

}  // namespace keben::pdf::lines
