// Which language an essay is in, told by its letters alone.
//
// Faces, prohibition rules and the book's own words hang on the answer, and the locale of the
// machine must not give it. The question is a small one: simplified or traditional Chinese,
// Japanese, Korean, Western, or no idea; front matter overrules it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace keben::unicode {

/// Counts letters as text is read, piece by piece, and says at any time what they speak for.
class LanguageEvidence {
 public:
  /// Takes a piece of prose (valid UTF-8), in reading order; code and addresses are better left
  /// out. What lies beyond the first 20,000 code points is not looked at.
  void read(std::string_view text);

  /// True once enough has been read.
  bool complete() const { return read_ >= kSample; }

  /// `zh-CN`, `zh-TW`, `ja`, `ko`; `en` for text in Latin letters, whichever language they spell;
  /// empty where nothing tells (no letters, or letters of a script that is none of these).
  std::string_view verdict() const;

 private:
  static constexpr std::size_t kSample = 20'000;

  void count(char32_t c);
  void count_hanzi(char32_t c);
  std::string_view eastern_verdict() const;

  std::size_t read_ = 0;  // code points
  // Characters.
  std::uint32_t hanzi_ = 0;
  std::uint32_t simplified_ = 0;    // of the hanzi: forms that only simplified Chinese uses
  std::uint32_t traditional_ = 0;   // of the hanzi: forms that only traditional Chinese uses
  std::uint32_t not_japanese_ = 0;  // of the hanzi: everyday in Chinese, not in Japanese
  std::uint32_t kana_ = 0;
  std::uint32_t hangul_ = 0;
  // Words: runs of letters.
  std::uint32_t latin_words_ = 0;
  std::uint32_t other_words_ = 0;
  bool in_word_ = false;
};

/// The verdict on one text.
std::string_view detect_language(std::string_view text);

}  // namespace keben::unicode
