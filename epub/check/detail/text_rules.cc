// Small questions about words: white space, lists, names, tags.
#include <algorithm>

#include "epub/check/detail/facts.h"

namespace keben::epub {
namespace {

constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool is_white(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_space);
}

std::vector<std::string_view> words_of(std::string_view list) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < list.size();) {
    std::size_t end = at;
    while (end < list.size() && !is_space(list[end]))
      ++end;
    if (end > at) out.push_back(list.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool contains_word(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos && !word.empty();
       at = list.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || is_space(list[at - 1])) && (end == list.size() || is_space(list[end])))
      return true;
  }
  return false;
}

bool is_ncname(std::string_view id) {
  if (id.empty()) return false;
  const char first = id.front();
  if (!is_letter(first) && first != '_' && !is_beyond_ascii(first)) return false;
  return std::all_of(id.begin(), id.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' || is_beyond_ascii(c);
  });
}

/// RFC 5646 §2.2.9, "well-formed", without its list of grandfathered tags: subtags of one to eight
/// letters and digits, the first of two to eight letters (or i, x), none empty.
bool is_language_tag(std::string_view tag) {
  if (tag.empty()) return false;
  bool first = true;
  while (true) {
    const std::size_t end = std::min(tag.find('-'), tag.size());
    const std::string_view part = tag.substr(0, end);
    if (part.empty() || part.size() > 8) return false;
    if (!std::all_of(part.begin(), part.end(),
                     [&](char c) { return is_letter(c) || (!first && is_digit(c)); }))
      return false;
    if (first && part.size() == 1 && part != "x" && part != "i") return false;
    if (end == tag.size()) return first ? part.size() >= 2 : true;
    tag.remove_prefix(end + 1);
    first = false;
  }
}

}  // namespace keben::epub
