// From gumbo's tree to the model: the other half of the allow-list (html_names.h).
//
// Every element either has a node of its own in the model or gives its place to its children; no
// text and no held node is ever dropped. Recursion is bounded by the assembly's limit on depth.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "config/options.h"
#include "markdown/detail/gumbo.h"
#include "markdown/html_assembly.h"
#include "model/block.h"

namespace keben::markdown::detail {

class HtmlReader {
 public:
  /// Builds the tree of `assembly`, which outlives this.
  HtmlReader(HtmlAssembly& assembly, const config::Limits& limits, Diagnostics& log);

  /// The whole, as blocks: runs of inlines become paragraphs.
  model::Blocks read_blocks();
  /// Whether it is one film, frame or sound, or several, and nothing else.
  bool holds_media_alone() const;
  /// The whole, as inlines: blocks inside are laid out one after another.
  model::Inlines read_inlines();
  /// The id of the last `<a id>` or `<a name>` that held nothing; a heading behind it takes it.
  const std::string& anchor() const { return anchor_; }

 private:
  using Nodes = std::span<GumboNode* const>;

  const GumboNode& body() const;
  SourceSpan place_of(const GumboNode& node) const;

  // Blocks (html_reader_blocks.cc).
  model::Blocks blocks_of(Nodes nodes);
  void add_block(const GumboNode& node, model::Blocks& out);
  bool add_special_block(const GumboNode& node, model::Blocks& out);
  bool holds_blocks(const GumboNode& node) const;
  bool is_block(const GumboNode& node) const;
  bool is_media(const GumboNode& node) const;
  void add_media(const GumboNode& node, model::Blocks& out);
  std::optional<std::string> bare_words(const GumboNode& node) const;
  void add_aligned(const GumboNode& node, model::Align align, model::Blocks& out);
  void add_figure(const GumboNode& node, model::Blocks& out);
  void gather_figure(const GumboNode& node, model::Figure& figure, model::Blocks& rest);
  std::uint32_t start_of(const GumboNode& node);
  model::List list_of(const GumboNode& node, bool ordered);
  model::Details details_of(const GumboNode& node);
  model::DefinitionList definitions_of(const GumboNode& node);
  void add_definitions(const GumboNode& node, model::DefinitionList& out);
  model::CodeBlock code_of(const GumboNode& node);
  model::LinkCard card_of(const GumboNode& node);

  // Tables (html_reader_tables.cc).
  model::Table table_of(const GumboNode& node);
  void add_rows(const GumboNode& part, bool in_head, model::Table& table);
  model::TableCell cell_of(const GumboNode& node);

  // Inlines (html_reader_inlines.cc).
  model::Inlines inlines_of(Nodes nodes);
  void add_inline(const GumboNode& node, model::Inlines& out);
  void add_element(const GumboNode& node, model::Inlines& out);
  bool add_special_inline(const GumboNode& node, model::Inlines& out);
  void add_text(std::string_view text, SourceSpan at, model::Inlines& out);
  void add_link(const GumboNode& node, model::Inlines& out);
  bool add_held_inline(const GumboNode& node, model::Inlines& out);
  model::Image image_of(const GumboNode& node);
  std::string text_of(const GumboNode& node);
  std::string source_of_media(const GumboNode& node);

  // Words with their readings (html_reader_ruby.cc).
  void add_ruby(const GumboNode& node, model::Inlines& out);
  void add_unread(const GumboNode& node, model::Inlines& out);
  std::vector<model::Ruby::Pair> ruby_pairs(const GumboNode& node) const;
  std::optional<std::string> ruby_words(const GumboNode& node) const;

  Held* held_at(const GumboNode& node) const;

  HtmlAssembly& assembly_;
  const config::Limits& limits_;
  Diagnostics& log_;
  std::string html_;  // gumbo's nodes point into it
  GumboTree tree_;
  std::string anchor_;
  bool in_link_ = false;
};

/// `Inlines` without white space at either end.
model::Inlines trimmed(model::Inlines inlines);
bool is_blank(const model::Inlines& inlines);

/// Blocks laid out as lines of one paragraph, for places that hold no blocks (table cells).
model::Inlines flattened(model::Blocks blocks);

/// `align=center`, `style="text-align: right"`.
model::Align align_of(const GumboNode& node);

/// `width=300`, `width="50%"`, `style="width: 20em"`, and what of it a book can use.
model::SizeHint width_of(const GumboNode& node);

}  // namespace keben::markdown::detail
