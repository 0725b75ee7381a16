// Which number of its series a text is, by its title or its file's name (input.md §4.5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace keben::series {

/// A number, and what the texts of its series have in common before it: 观察 of 观察（三）. Where
/// the number itself opens the title, as in 第三章 or 03-墨水, nothing has to be common.
struct SeriesNumber {
  std::string stem;
  unsigned value = 0;
  bool operator==(const SeriesNumber&) const = default;
};

/// Reads `第三回`, `（三）`, `(3)`, `（上）`, `Part 3`, `03-`, `三、`, `issue-9`, `… IX`, `下篇`.
/// Years and dates are no numbers of a series. `text` is valid UTF-8.
std::optional<SeriesNumber> series_number(std::string_view text);

}  // namespace keben::series
