#include "markdown/attributes.h"

#include <algorithm>

#include "markdown/ascii.h"

namespace keben::markdown {
namespace {

/// Takes a value off the front of `rest`: quoted, or up to white space.
std::string_view take_value(std::string_view& rest) {
  const char quote = rest.empty() ? ' ' : rest.front();
  std::size_t first = 0;
  std::size_t end = 0;
  if (quote == '"' || quote == '\'') {
    first = 1;
    end = std::min(rest.find(quote, 1), rest.size());
  } else {
    end = static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), is_space) - rest.begin());
  }
  const std::string_view value = rest.substr(first, end - first);
  rest.remove_prefix(std::min(end + first, rest.size()));
  return value;
}

/// Where a key or a bare word ends.
std::size_t end_of_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && !is_space(text[end]) && text[end] != '=')
    ++end;
  return end;
}

}  // namespace

const std::string* Attributes::find(std::string_view key) const {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](const auto& each) { return each.first == key; });
  return found == values.end() ? nullptr : &found->second;
}

Attributes parse_attributes(std::string_view text) {
  Attributes out;
  for (std::string_view rest = trimmed(text); !rest.empty(); rest = trimmed(rest)) {
    const std::string_view word = rest.substr(0, std::max<std::size_t>(end_of_word(rest), 1));
    rest.remove_prefix(word.size());
    if (rest.starts_with('=') && word != "=") {
      rest.remove_prefix(1);
      out.values.emplace_back(word, take_value(rest));
    } else if (word.size() > 1 && word[0] == '#') {
      out.id = word.substr(1);
    } else if (word.size() > 1 && word[0] == '.') {
      out.classes.emplace_back(word.substr(1));
    } else {
      out.words.emplace_back(word);
    }
  }
  return out;
}

}  // namespace keben::markdown
