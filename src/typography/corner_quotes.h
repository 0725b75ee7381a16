// “ ” and ‘ ’ round Chinese words as 「 」 and 『 』: where the author wants them so
// (typesetting.md Q5: never unasked), and in lines from top to bottom.
#pragma once

#include "model/document.h"
#include "typography/quotes.h"

namespace keben::typography {

/// Which pair stands outside, and the other within it: 「『 』」 or 『「 」』.
enum class Corners : std::uint8_t { plain_outside, white_outside };

/// The corner mark for a Chinese quotation mark.
char32_t corner_of(const Quote& quote, Corners corners);

/// Changes the words of a Chinese or Japanese text, its notes and its meta; straight marks are
/// resolved on the way. Western quotations and apostrophes stay.
void set_corner_quotes(model::Document& document);

/// The same for what is said of a book.
void set_corner_quotes(model::Meta& meta);

}  // namespace keben::typography
