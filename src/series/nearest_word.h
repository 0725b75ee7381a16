// "Did you mean": the known word that a slip of the pen is nearest to.
#pragma once

#include <string_view>
#include <vector>

namespace keben::series {

/// Nothing where all are further away than two slips, or than half of the word. A slip is a letter
/// too many, missing, wrong, or two that changed places.
std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace keben::series
