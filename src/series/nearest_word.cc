#include "series/nearest_word.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "markdown/ascii.h"

namespace keben::series {
namespace {

constexpr std::size_t kLongest = 32;  // keys are short; what is longer is no slip
constexpr std::size_t kSlips = 2;

/// The distance of Damerau and Levenshtein, in its restricted form, by the usual table.
std::size_t slips_between(std::string_view a, std::string_view b) {
  std::array<std::array<std::size_t, kLongest + 1>, kLongest + 1> least;
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        least[i][j] = i + j;
        continue;
      }
      const bool same = markdown::lower(a[i - 1]) == markdown::lower(b[j - 1]);
      least[i][j] = std::min(
          {least[i - 1][j] + 1, least[i][j - 1] + 1, least[i - 1][j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        least[i][j] = std::min(least[i][j], least[i - 2][j - 2] + 1);
    }
  }
  return least[a.size()][b.size()];
}

}  // namespace

std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& known) {
  std::string_view best;
  std::size_t least = kSlips + 1;
  if (word.size() > kLongest) return best;
  for (const std::string_view each : known) {
    const std::size_t slips = slips_between(word, each);
    if (slips >= least || slips * 2 > each.size()) continue;
    least = slips;
    best = each;
  }
  return best;
}

}  // namespace keben::series
