// Where a Latin word may be divided: libhyphen's patterns in the run's own language (Liang 1983).
//
// typesetting.md 2.8: words of six letters and more, two left before the hyphen and three after it;
// no names in capitals, nothing with digits or apostrophes in it, and camelCase at its humps alone
// and at a price. A dictionary is
// read when a word first needs it, once for the whole process: reading costs more than a short
// essay's lines, and a dictionary never changes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace keben::pdf::shape {

/// A place to divide: behind this many characters of the text asked about.
struct HyphenPoint {
  std::uint32_t after = 0;
  std::int32_t penalty = 0;  // of ending a line there, as Opportunity::penalty
  bool operator==(const HyphenPoint&) const = default;
};

/// All places in a stretch of text, ascending; none where no dictionary of the language is there.
///
/// @param text      may hold several words, and marks around them
/// @param language  BCP 47; English for text in a language that is not written in letters
std::vector<HyphenPoint> hyphen_points(std::u32string_view text, std::string_view language);

}  // namespace keben::pdf::shape
