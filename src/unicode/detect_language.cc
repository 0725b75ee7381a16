// The sets of hanzi are generated (han_usage.inc) from Unihan's variants and the IRG's source
// references, and cleaned: a form counts for one side only if the other side's everyday character
// set lacks it, so 后, 里 and 台, at home on both, say nothing.
//
// The shares below were measured on running prose. Of a simplified text's hanzi 19 % are forms of
// simplified Chinese only; of a traditional text's, 30 % the other way. So a plain majority tells
// the two apart, and a quotation of the other kind does not tip it.
#include "unicode/detect_language.h"

#include "base/utf8.h"
#include "unicode/cjk.h"

namespace keben::unicode {
namespace {

#include "unicode/han_usage.inc"

bool has(const std::uint64_t* bits, char32_t c) {
  if (c < kFirstHanzi || c > kLastHanzi) return false;
  const std::size_t at = c - kFirstHanzi;
  return (bits[at / 64] >> at % 64 & 1) != 0;
}

}  // namespace

void LanguageEvidence::read(std::string_view text) {
  in_word_ = false;
  for (std::size_t at = 0; at < text.size() && !complete(); ++read_) {
    const utf8::Decoded d = utf8::decode(text, at);
    count(d.code_point);
    at = d.next;
  }
}

void LanguageEvidence::count_hanzi(char32_t c) {
  ++hanzi_;
  simplified_ += has(kSimplifiedOnly, c);
  traditional_ += has(kTraditionalOnly, c);
  not_japanese_ += has(kNotJapanese, c);
}

void LanguageEvidence::count(char32_t c) {
  const Properties& p = properties_of(c);
  if (p.category == Category::mark) return;  // belongs to its base
  const bool was_in_word = in_word_;
  in_word_ = false;
  if (p.category != Category::letter) {
    hanzi_ += p.script == Script::han;  // 〇 is a number
  } else if (p.script == Script::han) {
    count_hanzi(c);
  } else if (p.script == Script::hiragana || p.script == Script::katakana) {
    ++kana_;
  } else if (p.script == Script::hangul) {
    ++hangul_;
  } else if (!is_hanzi(c)) {
    in_word_ = true;
    if (!was_in_word) ++(p.script == Script::latin ? latin_words_ : other_words_);
  }
}

std::string_view LanguageEvidence::verdict() const {
  // A word of an alphabet carries what one or two characters of the East do. Chinese essays on
  // computing are half English words; English essays on China hold a few hanzi to the hundred
  // words.
  const std::uint32_t eastern = hanzi_ + kana_ + hangul_;
  const std::uint32_t words = latin_words_ + other_words_;
  if (eastern > 0 && eastern * 2 >= words) return eastern_verdict();
  return latin_words_ > other_words_ ? "en" : "";
}

std::string_view LanguageEvidence::eastern_verdict() const {
  // Korean grammar is written in hangul even where the nouns are hanja; in Chinese and Japanese,
  // hangul is quotation.
  if (hangul_ * 3 >= hanzi_ + kana_ + hangul_) return "ko";
  // How much of the text is Japanese, and how much Chinese? Half of a Japanese text is kana, and
  // about a fifth of a Chinese text are hanzi that Japanese does not use (31 % in simplified, 16 %
  // in traditional), so each is multiplied up to its whole. A Chinese lesson on Japanese may quote
  // kana on every line; a Japanese one on Chinese, hanzi.
  if (kana_ > 0 && kana_ * 2 >= not_japanese_ * 5) return "ja";
  return traditional_ > simplified_ ? "zh-TW" : "zh-CN";
}

std::string_view detect_language(std::string_view text) {
  LanguageEvidence evidence;
  evidence.read(text);
  return evidence.verdict();
}

}  // namespace keben::unicode
