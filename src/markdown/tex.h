// What is TeX by its looks, and what is prose between the same marks.
#pragma once

#include <cstddef>
#include <string_view>

namespace keben::markdown {

/// Hanzi outside `\text{…}` and its kin: few formulas have any.
bool has_hanzi_outside_text(std::string_view tex);

/// Whether what stands in escaped brackets is a formula: it has a command or an operator, or its
/// words are of one letter, as in f(x, y). `\(see above\)` is prose.
bool looks_like_formula(std::string_view tex);

/// The same in escaped square brackets, which people put around many things that are none: it has a
/// command or a power, or an operator among letters that stand alone.
bool looks_like_display(std::string_view tex);

/// What people say, and formulas do not: three words in a row, or hanzi in a sentence.
bool reads_as_prose(std::string_view line);

/// Where the backslash stands that escapes the first `mark`; npos where none does.
std::size_t find_escaped(std::string_view text, char mark);

}  // namespace keben::markdown
