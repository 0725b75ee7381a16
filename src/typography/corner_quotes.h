// “ ” and ‘ ’ round Chinese words as 「 」 and 『 』: where the author wants them so
// (typesetting.md Q5: never unasked), and in lines from top to bottom.
#pragma once

#include "typography/quotes.h"

namespace keben::typography {

/// Which pair stands outside, and the other within it: 「『 』」 or 『「 」』.
enum class Corners : std::uint8_t { plain_outside, white_outside };

/// The corner mark for a Chinese quotation mark.
char32_t corner_of(const Quote& quote, Corners corners);

}  // namespace keben::typography
