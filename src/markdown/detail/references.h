// What link definitions say, kept out of the parser's hands while it reads inlines.
//
// cmark-gfm copies a definition's address and title into every link that refers to it, without a
// limit: 80 KB of text become gigabytes. So before inlines are read each definition gives up both
// for a short token, and whoever copies the tree resolves the tokens and counts what they cost.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/detail/cmark.h"

namespace keben::markdown::detail {

class References {
 public:
  /// Takes address and title from every definition of a parser whose blocks are known.
  void take_from(cmark_parser& parser);

  /// What a link's address or title stands for; nullptr where it is no token of ours.
  const std::string* find(std::string_view token) const;

 private:
  void take(cmark_mem* memory, cmark_chunk& chunk);

  std::vector<std::string> kept_;
};

}  // namespace keben::markdown::detail
