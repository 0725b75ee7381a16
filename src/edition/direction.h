// Which way a paragraph runs.
#pragma once

#include "edition/inline.h"
#include "model/language.h"

namespace keben::edition {

/// Which way a paragraph runs: by its first letter that has a direction, else as its language does
/// (UAX #9, P2 and P3).
enum class Direction : std::uint8_t { rightward, leftward };

Direction direction_of(const Inlines& words, const model::Language& language);

}  // namespace keben::edition
