// `$…$`, `\(…\)`, `$$…$$`, `\[…\]` in a line and blocks of the latter two, held as TeX source
// (input.md §2.3).
//
// What stands between dollars must not become emphasis or headings; and a price, a shell variable
// or a lone dollar must stay text. The rule in a line is pandoc's: no space inside the dollars, and
// the closing one not before a digit; widened by one of ours, no hanzi outside \text and its kin.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "markdown/detail/cmark.h"

namespace keben::markdown::detail {

/// A formula in a line: its TeX, without the dollars; and how many bytes it takes with them.
struct MathInLine {
  std::string_view tex;
  bool display = false;
  std::size_t bytes = 0;
};

/// The formula that begins at the front of `text`, which is a `$` or stands for `\(` or `\[`
/// (stand_ins.h). Looks ahead at most 1,000 bytes
/// for `$` and 16 KiB for `$$`: a thousand lone dollars stay linear.
std::optional<MathInLine> match_math(std::string_view text);

/// How many bytes of TeX stand before the `\)` that ends what `text` begins with, behind `\(`; 0
/// where there is no such end near or what stands before it is no formula but a remark in brackets.
std::size_t length_before_bracket(std::string_view text);

/// The same for `\]`, behind `\[`; `at_front` of its line, where it opens a block. More often than
/// formulas, people escape the brackets of links and options: what has neither commands, nor
/// powers, nor an operator among letters that stand alone, is none.
std::size_t length_before_square(std::string_view text, bool at_front);

/// A node of ours in a line: its formula, or nothing where the node is none.
std::optional<MathInLine> math_of(const cmark_node& node);

/// Whether a code block is one of ours, of `$$` or `\[` lines; and whether it ends where `line`
/// does.
bool is_math_block(const cmark_node& node);
bool closes_math_block(const cmark_node& node, std::string_view line);

cmark_syntax_extension* make_math_extension();

}  // namespace keben::markdown::detail
