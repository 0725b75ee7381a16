#include "unicode/pinyin.h"

#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace keben::unicode {
namespace {

#include "unicode/pinyin.inc"

/// Surnames with a reading that their hanzi has nowhere else; as CLDR's Han-Latin/Names has them.
struct Surname {
  std::string_view hanzi, reading;
};
constexpr std::array<Surname, 20> kSurnames = {{
    {"万俟", "Mo Qi"},     {"尉迟", "Yu Chi"},  {"尉遲", "Yu Chi"},  {"长孙", "Zhang Sun"},
    {"長孫", "Zhang Sun"}, {"单于", "Chan Yu"}, {"單于", "Chan Yu"}, {"曾", "Zeng"},
    {"单", "Shan"},        {"單", "Shan"},      {"仇", "Qiu"},       {"解", "Xie"},
    {"查", "Zha"},         {"区", "Ou"},        {"區", "Ou"},        {"翟", "Zhai"},
    {"朴", "Piao"},        {"乐", "Yue"},       {"樂", "Yue"},       {"缪", "Miao"},
}};

constexpr bool is_plain(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= 0xC0 && c < 0x250);
}

class Key {
 public:
  explicit Key(bool capitals) : capitals_(capitals) {}

  void add_word(std::string_view word) {
    space_ = !out_.empty();
    put(word);
    space_ = true;
  }

  /// False where a character cannot be read.
  bool add(char32_t c) {
    if (is_plain(c)) {
      std::string one;
      utf8::append(one, c);
      put(one);
      return true;
    }
    const bool hanzi = c >= kFirstRead && c <= kLastRead;
    if (!hanzi) {
      space_ = true;
      return !(c >= 0x3040 && c <= 0x30FF) && !(c >= 0x3400 && c <= 0x9FFF) &&
             !(c >= 0xAC00 && c <= 0xD7FF) && c < 0x20000;  // kana, hangul, rarer hanzi
    }
    std::string syllable(kSyllables[kReadings[c - kFirstRead]]);
    if (syllable.empty()) return false;
    if (capitals_ && syllable[0] >= 'a' && syllable[0] <= 'z')
      syllable[0] = static_cast<char>(syllable[0] - 32);
    add_word(syllable);
    read_ = true;
    return true;
  }

  std::optional<std::string> take() {
    if (!read_) return std::nullopt;
    return std::move(out_);
  }

  void mark_read() { read_ = true; }

 private:
  void put(std::string_view text) {
    if (space_ && !out_.empty()) out_ += ' ';
    space_ = false;
    out_ += text;
  }

  std::string out_;
  bool capitals_, space_ = false, read_ = false;
};

std::optional<std::string> key_of(std::string_view words, bool name) {
  Key key(name);
  for (const Surname& surname : kSurnames) {
    if (!name || !words.starts_with(surname.hanzi) || words == surname.hanzi) continue;
    key.add_word(surname.reading);
    key.mark_read();
    words.remove_prefix(surname.hanzi.size());
    break;
  }
  for (std::size_t at = 0; at < words.size();) {
    const utf8::Decoded d = utf8::decode(words, at);
    if (!key.add(d.code_point)) return std::nullopt;
    at = d.next;
  }
  return key.take();
}

}  // namespace

std::optional<std::string> pinyin_key(std::string_view words) {
  return key_of(words, false);
}

std::optional<std::string> pinyin_name_key(std::string_view name) {
  return key_of(name, true);
}

}  // namespace keben::unicode
