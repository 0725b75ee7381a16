// Signs that belong to a word or a number beside them: C++, ￥100, 25 km.
//
// Source: CLREQ #prohibition_rules_for_unbreakable_marks; typesetting.md 2.5, 2.8.
#pragma once

#include <vector>

#include "pdf/shape/characters.h"

namespace keben::pdf::shape {

/// C++, C#, F#: signs that end a Latin word become letters of it (typesetting.md 2.8).
void join_words(std::vector<Character>& all);

/// A number's prefix and suffix become digits of it, and a unit symbol behind a space stays with it
/// (typesetting.md 2.5).
void join_numbers(std::vector<Character>& all);

}  // namespace keben::pdf::shape
