// From cmark's tree to the model, in one walk without recursion: input may nest 20,000 deep, and
// what is deeper than the limit ends in an error, not in a spent stack.
//
// Children are finished before their parents, so a node under construction needs no place of its
// own: finished inlines, blocks, items, rows and cells lie on five stacks, and each parent, when it
// is left, takes from their tops what was put there since it was entered. Vectors of the model so
// get their size at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "config/options.h"
#include "markdown/columns.h"
#include "markdown/detail/cmark.h"
#include "markdown/detail/containers.h"
#include "markdown/detail/references.h"
#include "markdown/directives.h"
#include "markdown/stand_ins.h"
#include "model/document.h"

namespace keben::markdown::detail {

/// What the reader needs beside the tree. All outlive it.
struct TreeSource {
  FileId file;
  std::string_view fed;  // the text as cmark got it
  const Restorer& restorer;
  const References& references;
  const config::Limits& limits;
};

struct Body {
  model::Blocks blocks;
  std::vector<model::Note> notes;
};

/// Takes what lies on a stack from `first` up.
template <class T>
std::vector<T> take_from(std::vector<T>& stack, std::size_t first) {
  const auto begin = stack.begin() + static_cast<std::ptrdiff_t>(first);
  std::vector<T> taken(std::make_move_iterator(begin), std::make_move_iterator(stack.end()));
  stack.erase(begin, stack.end());
  return taken;
}

class TreeReader {
 public:
  TreeReader(const TreeSource& source, Diagnostics& log);

  /// The whole tree. Fails with Fault::document and the place where a limit is passed.
  Result<Body> read(const cmark_node& root);

 private:
  /// A node entered and not yet left: the heights of the stacks then, and where it begins.
  struct Open {
    std::size_t inlines, blocks, items, rows, cells;
    std::uint32_t first_line;
    std::uint16_t first_column;
  };

  // The walk (tree_reader.cc).
  void enter(const cmark_node& node);
  void leave(const cmark_node& node);
  void check_limits(const cmark_node& node);
  void fail(std::string code, const cmark_node& node, Words what, std::size_t limit);
  SourceSpan span_until_end(const cmark_node& node);
  void begin_at(const cmark_node& node, Open& open);

  // Blocks (tree_blocks.cc).
  void leave_block(const cmark_node& node);
  void leave_container(const cmark_node& node, SourceSpan at);
  void leave_heading(const cmark_node& node, SourceSpan at);
  Directive take_directive(const Container& container, SourceSpan opening, model::Blocks& children);
  void leave_form(const cmark_node& node, SourceSpan at);
  void leave_code(const cmark_node& node, SourceSpan at);
  void warn_of_prose(std::string_view code, SourceSpan at);
  bool is_tight(const cmark_node& list) const;
  void leave_list(const cmark_node& node, SourceSpan at);
  void leave_item(const cmark_node& node, SourceSpan at);
  void leave_table_part(cmark_node& node, SourceSpan at);
  void leave_note(const cmark_node& node, SourceSpan at);
  bool is_closed(const cmark_node& fence) const;
  void add(SourceSpan at, decltype(model::Block::is) block);

  // Inlines (tree_inlines.cc).
  void read_leaf(const cmark_node& node);
  void leave_inline(const cmark_node& node);
  void add_text(std::string_view text, SourceSpan at);
  void add_inline(SourceSpan at, decltype(model::Inline::is) node);
  SourceSpan span_of_leaf(const cmark_node& node);

  /// What code, HTML and names say; what links say, where escapes are resolved.
  std::string string_of(const cmark_chunk& chunk) const;
  std::string defined(const cmark_node& link, const cmark_chunk& chunk);
  std::string address_of(const cmark_chunk& chunk) const;
  model::Inlines take_inlines() { return take_from(inlines_, open_.back().inlines); }
  model::Blocks take_blocks() { return take_from(blocks_, open_.back().blocks); }

  const TreeSource& source_;
  Diagnostics& log_;
  Columns columns_;
  std::vector<Open> open_;
  model::Inlines inlines_;
  model::Blocks blocks_;
  std::vector<model::ListItem> items_;
  std::vector<model::TableRow> rows_;
  model::TableRow cells_;
  std::vector<model::Note> notes_;
  SourceSpan previous_;         // of the inline finished last
  std::size_t containers_ = 0;  // open ones
  std::size_t headings_ = 0;
  std::size_t referred_ = 0;  // bytes that definitions gave to links
  std::optional<Error> error_;
};

/// Inlines that have no children.
bool is_leaf(const cmark_node& node);

}  // namespace keben::markdown::detail
