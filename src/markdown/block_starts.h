// What block a line begins: CommonMark's starts in the parser's order, and those of our own.
#pragma once

#include <cstddef>
#include <string_view>

#include "markdown/line_cursor.h"

namespace keben::markdown {

/// Indented so far, a line is code, or text of its paragraph.
inline constexpr std::size_t kCodeIndent = 4;

/// What begins behind the marks of a line's containers.
struct BlockStart {
  enum class Is {
    nothing,  // a paragraph, or more of one
    quote,
    item,
    note,       // `[^1]:`
    box,        // `!!! note`, `=== "标签"`
    line,       // a heading, `::: note`, `::card{…}`: prose that ends with its line
    underline,  // of a paragraph, which so becomes a heading
    rule,
    fence,
    html,
    code,  // by its indent
  };
  Is is = Is::nothing;
  std::size_t bytes = 0;  // of an item's or note's marks; of a fence
  int html_form = 0;
};

/// @param in_paragraph  whether the line could go on with a paragraph, which not all blocks
/// interrupt
BlockStart block_start_at(const LineCursor& line, bool in_paragraph);

/// Whether a line closes a fence of so many marks.
bool closes_fence(const LineCursor& line, char mark, std::size_t length);

/// How many colons a line is, if it holds nothing else and at least three; else 0.
std::size_t closing_colons(const LineCursor& line);

}  // namespace keben::markdown
