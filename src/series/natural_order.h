// Names as people number them: `9-b.md` stands before `10-a.md`, 第二章 before 第十章, Part IV
// before Part IX.
#pragma once

#include <string>
#include <string_view>

namespace keben::series {

/// A text whose order by bytes is the natural order of names: runs of digits count by value, and so
/// do Chinese and Roman numerals that stand where a number does (第十章, （三）, `-IV`). All else
/// counts by its bytes. Different names may have one key.
std::string natural_key(std::string_view name);

/// Whether `a` comes first; where the keys are equal the bytes decide, so that the order is total.
bool naturally_before(std::string_view a, std::string_view b);

}  // namespace keben::series
