// Which constructs each dialect reads, and the one place where cmark-gfm's global state is touched.
//
// The library keeps its extensions in a process-wide registry and the characters that start inline
// constructs in a process-wide table. Both are filled once; after that a parse writes to nothing
// but its own parser, so documents may be read on several threads.
#pragma once

#include "config/options.h"
#include "markdown/detail/cmark.h"
#include "markdown/detail/inline_costs.h"
#include "markdown/detail/references.h"
#include "markdown/detail/tree_memory.h"

namespace keben::markdown::detail {

/// The extensions, ours and the library's, each registered and ready to attach.
struct Grammar {
  cmark_syntax_extension* containers = nullptr;
  cmark_syntax_extension* math = nullptr;
  cmark_syntax_extension* marks = nullptr;
  cmark_syntax_extension* addresses = nullptr;
  cmark_syntax_extension* inline_phase = nullptr;
};

const Grammar& grammar();

/// A parser that reads `dialect`, and like its tree lives in `memory`; feed it whole lines, then
/// `finish` it.
cmark_parser* make_parser(config::Dialect dialect, const TreeMemory& memory);

/// Ends the parse and hands over the tree. Inline parsing happens here, within `costs`; links to
/// definitions come out with the tokens of `references`.
const cmark_node* finish(cmark_parser& parser, References& references, InlineCosts& costs);

}  // namespace keben::markdown::detail
