// Small questions about words: white space, lists.
#include <algorithm>

#include "epub/check/detail/facts.h"

namespace keben::epub {
namespace {

constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
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

}  // namespace keben::epub
