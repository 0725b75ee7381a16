// Code fences as lines show them, for the passes that read a text before its blocks are known.
#pragma once

#include <cstddef>
#include <string_view>

namespace keben::markdown {

/// What is left of a line behind the marks of quotes and list items.
std::string_view behind_prefixes(std::string_view line);

/// Told of every line in order, follows the fences that open and close.
class Fences {
 public:
  /// True where the line is inside a fence or is one.
  bool covers(std::string_view line);

 private:
  char open_mark_ = 0;
  std::size_t open_length_ = 0;  // 0: none is open
};

}  // namespace keben::markdown
