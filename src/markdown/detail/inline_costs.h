// What makes the inline parser's time the square of a paragraph's length, taken from it just before
// inlines are read, when it is known what a paragraph is.
//
// cmark-gfm 0.29 looks backwards over all marks of emphasis that still wait for theirs: at each
// link and each note that holds none, and at each closing mark whose last failure it has forgotten,
// since it keeps that as the address of a mark that may be gone. And each link asks all `![` before
// it. No paragraph of an essay holds more of either than kMostMarks; of more, those behind stay
// text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/detail/cmark.h"

namespace keben::markdown::detail {

class InlineCosts {
 public:
  static constexpr std::size_t kMostMarks = 512;

  /// Puts stand-ins into paragraphs, headings and cells of a parser whose blocks are known.
  void limit(cmark_parser& parser);

  /// Whether a Restorer is needed.
  bool put_stand_ins() const { return !lines_.empty(); }
  void warn(FileId file, Diagnostics& log) const;

 private:
  std::vector<std::uint32_t> lines_;  // where such paragraphs begin
};

/// `content` with stand-ins for the marks that are too many; empty where none is.
std::string limited_marks(std::string_view content, std::size_t most);

}  // namespace keben::markdown::detail
