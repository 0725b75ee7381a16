// Three ways to type a reading over words, beside HTML's own element: all are typed in running
// text, so each must look like a reading before it is taken for one.
#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/text_matchers.h"
#include "unicode/cjk.h"

namespace keben::markdown {
namespace {

using model::Ruby;
using unicode::Category;
using unicode::Script;

constexpr std::size_t kLongestBase = 200, kLongestReading = 200;

template <class F>
bool all_of(std::string_view text, const F& f) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    if (!f(d.code_point)) return false;
    at = d.next;
  }
  return true;
}

template <class F>
bool any_of(std::string_view text, const F& f) {
  return !all_of(text, [&](char32_t c) { return !f(c); });
}

bool is_kana_or_bopomofo(char32_t c) {
  return unicode::is_hanzi(c) && unicode::script_of(c) != Script::han;
}
bool is_letter(char32_t c) {
  const Category category = unicode::properties_of(c).category;
  return category == Category::letter || category == Category::mark;
}
bool is_latin(char32_t c) {
  return unicode::script_of(c) == Script::latin ||
         unicode::properties_of(c).category == Category::mark;
}

/// Kana, bopomofo and its tone marks, pinyin, hangul; `{男|女}` is a choice and no reading.
bool is_phonetic(std::string_view reading) {
  constexpr std::u32string_view kBetween = U" '’·・ー-ˉˊˇˋ˙1234";
  const auto fits = [&](char32_t c) {
    return kBetween.find(c) != std::u32string_view::npos ||
           (is_letter(c) && unicode::script_of(c) != Script::han);
  };
  return all_of(reading, fits) && any_of(reading, is_letter);
}

std::vector<std::string_view> split_at_bars(std::string_view text) {
  std::vector<std::string_view> out;
  for (;;) {
    const std::size_t bar = text.find('|');
    out.push_back(text.substr(0, bar));
    if (bar == std::string_view::npos) return out;
    text.remove_prefix(bar + 1);
  }
}

bool is_east_asian(char32_t c) {
  return unicode::is_hanzi(c) || unicode::is_hangul(c);
}

/// Two letters and no digit or operator: `[Hugo]^(static site)`, but not `[x]^(n+1)`.
bool is_words(std::string_view text) {
  const auto fits = [](char32_t c) { return c == U' ' || c == U'-' || c == U'\'' || is_letter(c); };
  return text.size() >= 2 && all_of(text, fits);
}

}  // namespace

std::optional<Match> match_braced_ruby(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at + 1, kLongestConstruct);
  const std::size_t length = rest.find('}');
  if (length == std::string_view::npos) return std::nullopt;
  const std::string inside = unmarked(rest.substr(0, length));  // `\|` in a table's cell
  const std::vector<std::string_view> parts = split_at_bars(inside);
  const std::string_view base = parts.front();
  const std::size_t characters = utf8::count(base);
  const std::size_t readings = parts.size() - 1;
  if (base.empty() || !all_of(base, unicode::is_hanzi)) return std::nullopt;
  if (readings == 0 || (readings > 1 && readings != characters)) return std::nullopt;
  if (!std::all_of(parts.begin() + 1, parts.end(), is_phonetic)) return std::nullopt;
  Ruby ruby;
  if (readings == 1) {
    ruby.pairs.push_back({std::string(base), std::string(parts[1])});
  } else {
    std::size_t first = 0;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const std::size_t next = utf8::decode(base, first).next;
      ruby.pairs.push_back({std::string(base.substr(first, next - first)), std::string(parts[i])});
      first = next;
    }
  }
  return Match{at + length + 2, std::move(ruby)};
}

std::optional<Match> match_raised_ruby(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at + 1, kLongestBase + kLongestReading + 4);
  const std::size_t base_end = rest.find_first_of("[]");
  if (base_end == std::string_view::npos || !rest.substr(base_end).starts_with("]^("))
    return std::nullopt;
  const std::string_view behind = rest.substr(base_end + 3);
  const std::size_t reading_end = behind.find_first_of("()");
  if (reading_end == std::string_view::npos || behind[reading_end] != ')') return std::nullopt;
  const std::string base = unmarked(rest.substr(0, base_end));
  const std::string reading = unmarked(behind.substr(0, reading_end));
  if (is_blank(base) || is_blank(reading) || base.starts_with('^')) return std::nullopt;
  const bool likely = any_of(base, is_east_asian) || any_of(reading, is_east_asian) ||
                      (is_words(base) && is_words(reading));
  if (!likely) return std::nullopt;
  return Match{at + base_end + reading_end + 5,
               Ruby{{{std::string(trimmed(base)), std::string(trimmed(reading))}}}};
}

std::optional<Match> match_aozora_ruby(std::string_view text, std::size_t at) {
  constexpr std::string_view kBar = "｜", kOpen = "《", kClose = "》";
  const std::string_view rest =
      text.substr(at + kBar.size(), kLongestBase + kLongestReading + kOpen.size() + kClose.size());
  const std::size_t open = rest.find(kOpen);
  if (open == 0 || open == std::string_view::npos) return std::nullopt;
  const std::string_view behind = rest.substr(open + kOpen.size());
  const std::size_t close = behind.find(kClose);
  if (close == 0 || close == std::string_view::npos) return std::nullopt;
  const std::string_view base = rest.substr(0, open), reading = behind.substr(0, close);
  const bool pinyin = all_of(reading, [](char32_t c) { return c == U' ' || is_latin(c); }) &&
                      any_of(reading, [](char32_t c) { return c > 0x7F; });
  const bool phonetic = pinyin || (is_phonetic(reading) && any_of(reading, is_kana_or_bopomofo));
  if (!phonetic || !all_of(base, is_letter)) return std::nullopt;
  return Match{at + kBar.size() + open + kOpen.size() + close + kClose.size(),
               Ruby{{{std::string(base), std::string(reading)}}}};
}

}  // namespace keben::markdown
