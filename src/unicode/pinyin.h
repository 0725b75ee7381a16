// The Mandarin reading of hanzi, as a key to sort by.
//
// Shelves sort by code point or by locale; either scatters Chinese names, unless the book brings a
// key (`file-as`). Readings are Unihan's kMandarin, the commonest of each hanzi; surnames that are
// read otherwise have a table of their own. A wrong reading of a rare word only misplaces a book.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace keben::unicode {

/// `零一万物之死` is `ling yi wan wu zhi si`: a syllable a hanzi, no tones; Latin words and numbers
/// as they are, marks as spaces. Nothing where there is no hanzi, or one without a known reading.
std::optional<std::string> pinyin_key(std::string_view words);

/// The same for a person's name: `曾国藩` is `Zeng Guo Fan`, by the surname's own reading.
std::optional<std::string> pinyin_name_key(std::string_view name);

}  // namespace keben::unicode
