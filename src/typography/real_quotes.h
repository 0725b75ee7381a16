// The quotation marks that are shown: straight ones become those that were meant, and Chinese ones
// corners, where lines run from top to bottom or the author wants them so (typesetting.md Q5).
//
// Curly ones in Chinese, Japanese and Korean text, apostrophes of Latin words too; elsewhere marks
// stay as written. Both books show the same, since the words are changed before either is made.
#pragma once

#include <string>

#include "model/document.h"

namespace keben::typography {

/// Corners as the author asked for them, 「『 』」; or as lines from top to bottom have them, where
/// Simplified Chinese puts 『「 」』 (GB/T 15834 §5.2).
enum class Marks : std::uint8_t { curly, corners, vertical_corners };

/// Changes the words of a text and its notes; not what is said of it.
void set_real_quotes(model::Document& document, Marks marks);

/// Changes what is said of a book: title, subtitle, description.
void set_real_quotes(model::Meta& meta, Marks marks);

/// The same for plain words in a language.
std::string with_real_quotes(std::string words, model::Convention convention, Marks marks);

}  // namespace keben::typography
