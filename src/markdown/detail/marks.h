// `==marked==` and `++inserted++`, between delimiters that nest with emphasis as emphasis does.
//
// The same two characters compare (`a == b`), count (`i++`) and name languages (`C++`): so a pair
// takes no space inside, and Latin letters beside it on the wrong side speak against it. Runs of
// other lengths than two are text.
#pragma once

#include <optional>

#include "markdown/detail/cmark.h"
#include "model/inline.h"

namespace keben::markdown::detail {

/// What a node of ours says; nothing where the node is none.
std::optional<model::Style> style_of_marks(const cmark_node& node);

cmark_syntax_extension* make_marks_extension();

}  // namespace keben::markdown::detail
