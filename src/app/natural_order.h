// Names as people number them: `9-b.md` stands before `10-a.md`.
#pragma once

#include <string_view>

namespace keben::app {

/// Whether `a` comes first: runs of digits by value, all else by bytes; equal values by length, so
/// that the order is total.
bool naturally_before(std::string_view a, std::string_view b);

}  // namespace keben::app
