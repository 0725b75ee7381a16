#include "markdown/fences.h"

#include <algorithm>

#include "markdown/ascii.h"

namespace keben::markdown {

std::string_view behind_prefixes(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t>*+-0123456789.)");
  return first == std::string_view::npos ? std::string_view() : line.substr(first);
}

bool Fences::covers(std::string_view line) {
  const std::string_view rest = behind_prefixes(line);
  const char mark = rest.empty() ? ' ' : rest[0];
  const bool may_be_fence = mark == '`' || mark == '~';
  const std::size_t length = may_be_fence ? std::min(rest.find_first_not_of(mark), rest.size()) : 0;
  if (open_length_ == 0) {
    // An info string holds no backtick: ```` ```x``` ```` is a code span.
    const bool span = mark == '`' && rest.find('`', length) != std::string_view::npos;
    if (length < 3 || span) return false;
    open_mark_ = mark;
    open_length_ = length;
  } else if (mark == open_mark_ && length >= open_length_ && is_blank(rest.substr(length))) {
    open_length_ = 0;
  }
  return true;
}

}  // namespace keben::markdown
