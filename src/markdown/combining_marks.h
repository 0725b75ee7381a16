// Letters that carry more marks than any script writes: HarfBuzz 6 is quadratic in them
// (decisions.md 7).
#pragma once

#include <cstddef>
#include <string>

namespace keben::markdown {

/// How many marks one letter may carry.
inline constexpr std::size_t kMostMarks = 32;

/// Where marks were cut, and how many.
struct CutMarks {
  std::size_t count = 0;
  std::size_t first_byte = 0;
};

/// Cuts the marks beyond the limit.
CutMarks cut_marks(std::string& text);

}  // namespace keben::markdown
