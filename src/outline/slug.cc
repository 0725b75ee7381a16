#include "outline/slug.h"

#include <algorithm>

#include "base/utf8.h"
#include "unicode/properties.h"

namespace keben::outline {
namespace {

constexpr bool between(char32_t c, char32_t first, char32_t last) {
  return first <= c && c <= last;
}

/// Numbers that are neither digits nor numeral letters (General_Category No) in the blocks that
/// European and East Asian writing uses: ² ½ ① ㊀ …
bool is_other_number(char32_t c) {
  return c <= 0xBE || between(c, 0x2070, 0x215F) || between(c, 0x2189, 0x2793) ||
         between(c, 0x3192, 0x3195) || between(c, 0x3220, 0x32BF);
}

/// Connector punctuation (Pc) above ASCII: ‿ ⁀ ⁔ and the wavy and full-width low lines.
bool is_connector(char32_t c) {
  return c == 0x203F || c == 0x2040 || c == 0x2054 || between(c, 0xFE33, 0xFE34) ||
         between(c, 0xFE4D, 0xFE4F) || c == 0xFF3F;
}

/// What a regular expression's \w means to GitHub, above ASCII: Alphabetic, M, Nd, Pc.
bool is_word(char32_t c) {
  using unicode::Category;
  switch (unicode::properties_of(c).category) {
    case Category::letter:
    case Category::mark:
      return true;
    case Category::number:
      return !is_other_number(c);
    case Category::punctuation:
      return is_connector(c);
    case Category::symbol:
      return between(c, 0x24B6, 0x24E9);  // Ⓐ: a symbol, yet Alphabetic
    case Category::separator:
    case Category::other:
      return false;
  }
  return false;
}

bool is_ascii_word(char32_t c) {
  return between(c, 'a', 'z') || between(c, 'A', 'Z') || between(c, '0', '9');
}

/// Simple lower case of the European alphabets and the full-width Latin letters; all else is
/// itself.
char32_t lower(char32_t c) {
  const bool latin_pairs = between(c, 0x100, 0x137) || between(c, 0x14A, 0x177);
  const bool latin_odd_pairs = between(c, 0x139, 0x148) || between(c, 0x179, 0x17E);
  if (between(c, 'A', 'Z') || (between(c, 0xC0, 0xDE) && c != 0xD7)) return c + 32;
  if (between(c, 0x391, 0x3A9) || between(c, 0x410, 0x42F)) return c + 32;
  if (between(c, 0x400, 0x40F)) return c + 80;
  if (between(c, 0x2160, 0x216F)) return c + 16;  // Roman numerals
  if (between(c, 0xFF21, 0xFF3A)) return c + 32;
  if ((latin_pairs && c % 2 == 0) || (latin_odd_pairs && c % 2 == 1)) return c + 1;
  return c;
}

}  // namespace

std::string github_slug(std::string_view heading) {
  std::string out;
  for (std::size_t at = 0; at < heading.size();) {
    const utf8::Decoded d = utf8::decode(heading, at);
    at = d.next;
    const char32_t c = d.code_point;
    if (c == ' ') {
      out += '-';
    } else if (c < 0x80 ? is_ascii_word(c) || c == '-' || c == '_' : is_word(c)) {
      utf8::append(out, lower(c));
    }
  }
  return out;
}

std::string folded(std::string_view name) {
  std::string out = github_slug(name);
  out.erase(std::remove_if(out.begin(), out.end(), [](char c) { return c == '-' || c == '_'; }),
            out.end());
  return out;
}

std::string SlugCounter::unique(const std::string& slug) {
  const auto [entry, is_new] = seen_.emplace(slug, 0);
  if (is_new) return slug;
  for (;;) {
    std::string candidate = slug + "-" + std::to_string(++entry->second);
    if (seen_.emplace(candidate, 0).second) return candidate;
  }
}

}  // namespace keben::outline
