// `:::note[标题]{.class key="v"}` … `:::` : boxes that hold any blocks, as a block extension.
//
// A pre-pass that cut the text into boxes would have to know every prefix of lists and quotes
// again; as a block of the parser's own, a container stands in list items and in quotes, and lists,
// fences and further containers stand in it, all with their right lines.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "markdown/detail/cmark.h"

namespace keben::markdown::detail {

/// Openers deeper than this are text. One more than the largest limit that parse enforces, so that
/// it sees the excess; the cap itself keeps the block parser from being quadratic.
inline constexpr int kDeepestContainer = 33;

/// What stands behind an opener's colons. Three forms are met: `note[标题]{attrs}` (directives),
/// `tip 标题` (VuePress, Docusaurus), `{.note}` (pandoc).
struct ContainerHead {
  std::string name;  // `note`; empty where only attributes stand
  std::string title;
  std::string attributes;  // between the braces, as written
  bool operator==(const ContainerHead&) const = default;
};

/// Nothing where the line is no opener, such as `::: — :::`.
std::optional<ContainerHead> read_container_head(std::string_view behind_colons);

/// What the parser keeps of a container, in its node's user_data.
struct Container {
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
