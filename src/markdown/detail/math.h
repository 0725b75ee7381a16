// Formulas as the parser's extension: in a line a piece of code of ours, on lines of their own a
// fence of ours. Which they are, formulas.h says.
#pragma once

#include <optional>
#include <string_view>

#include "markdown/detail/cmark.h"
#include "markdown/formulas.h"

namespace keben::markdown::detail {

/// A node of ours in a line: its formula, or nothing where the node is none.
std::optional<MathInLine> math_of(const cmark_node& node);

/// Whether a code block is one of ours, of `$$` or `\[` lines; and whether it ends where `line`
/// does.
bool is_math_block(const cmark_node& node);
bool closes_math_block(const cmark_node& node, std::string_view line);

cmark_syntax_extension* make_math_extension();

}  // namespace keben::markdown::detail
