// The few questions that Markdown asks of ASCII bytes.
//
// <cctype> answers by the locale, and a book must not depend on one. Multi-byte characters are
// none of these; whoever needs them decodes.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace keben::markdown {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_alpha(char c) {
  return is_lower(c) || is_upper(c);
}
constexpr bool is_alnum(char c) {
  return is_alpha(c) || is_digit(c);
}
constexpr bool is_not_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}
/// HTML's and CommonMark's white space.
constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
/// ASCII punctuation in CommonMark's sense: all that is printed and is neither letter nor digit.
constexpr bool is_punctuation(char c) {
  return c > ' ' && c < 0x7F && !is_alnum(c);
}
constexpr char lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

inline std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

constexpr bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_space);
}

constexpr std::string_view trimmed_end(std::string_view text) {
  while (!text.empty() && is_space(text.back()))
    text.remove_suffix(1);
  return text;
}
constexpr std::string_view trimmed(std::string_view text) {
  text = trimmed_end(text);
  while (!text.empty() && is_space(text.front()))
    text.remove_prefix(1);
  return text;
}

constexpr bool same_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

constexpr bool starts_ignoring_case(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() &&
         same_ignoring_case(text.substr(0, beginning.size()), beginning);
}

constexpr bool ends_ignoring_case(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() &&
         same_ignoring_case(text.substr(text.size() - ending.size()), ending);
}

}  // namespace keben::markdown
