// Which lines of a block of code their author picked out, said in the fence (`{1,3-5}`, `ins={2}`,
// `hl_lines="2 4"`) or in comments among the lines (`// highlight-next-line`, `// [!code ++]`).
#pragma once

#include "model/block.h"

namespace keben::markdown {

/// Settles `code.marked` from its attributes and its text. A comment that is only a mark goes, and
/// its line too where nothing else stands on it; numbers in the fence count the lines that stay.
void read_marked_lines(model::CodeBlock& code);

}  // namespace keben::markdown
