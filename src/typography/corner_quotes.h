// “ ” and ‘ ’ round Chinese words as 「 」 and 『 』, where the author wants them so
// (typesetting.md Q5: never unasked).
#pragma once

#include "model/document.h"

namespace keben::typography {

/// Changes the words of a Chinese or Japanese text, its notes and its meta; straight marks are
/// resolved on the way. Western quotations and apostrophes stay.
void set_corner_quotes(model::Document& document);

/// The same for what is said of a book.
void set_corner_quotes(model::Meta& meta);

}  // namespace keben::typography
