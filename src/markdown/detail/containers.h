// Blocks that CommonMark does not have, as a block extension: `:::note[标题]{.class key="v"}` …
// `:::`, MkDocs' `!!! note "标题"` and `=== "标签"` with what is indented below them, `::card{…}`
// on one line, and headings whose author forgot the space (`##标题`).
//
// A pre-pass that cut the text into boxes would have to know every prefix of lists and quotes
// again; as a block of the parser's own, a container stands in list items and in quotes, and lists,
// fences and further containers stand in it, all with their right lines.
#pragma once

#include <cstdint>

#include "markdown/detail/box_heads.h"
#include "markdown/detail/cmark.h"

namespace keben::markdown::detail {

/// Openers deeper than this are text. One more than the largest limit that parse enforces, so that
/// it sees the excess; the cap itself keeps the block parser from being quadratic.
inline constexpr int kDeepestContainer = 33;

/// What the parser keeps of a container, in its node's user_data.
struct Container {
  enum class Form {
    colons,    // until a line of as many colons
    indented,  // as long as lines are indented
    tab,       // the same; several that follow each other belong together
    leaf,      // one line
  };
  Form form = Form::colons;
  int colons = 3;
  ContainerHead head;
  bool has_title = false;       // its first child is a paragraph, the title
  bool stray = false;           // a closer that closes nothing
  std::uint32_t closed_on = 0;  // line of its closer; 0: it ran to the end of its parent
};

/// The container that a node is, or nullptr.
const Container* container_of(const cmark_node& node);

cmark_syntax_extension* make_container_extension();

}  // namespace keben::markdown::detail
