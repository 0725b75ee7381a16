// One HTML text out of shreds of HTML and finished nodes, for gumbo to build a tree of.
//
// CommonMark gives `<b>`, some text and `</b>` as three siblings, and `<div>`, three paragraphs and
// `</div>` as five. HTML's own rules know best which end tag ends what, and how to mend what does
// not fit. So the HTML is written down again as it came, with an empty element in the place of each
// node of the model: `<div>`, `<k-held i=0></k-held>` …, `</div>`. Where gumbo puts the element,
// the node belongs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/html_pieces.h"
#include "model/block.h"

namespace keben::markdown {

/// A node that waits outside the HTML; the reader takes it where its element turns up.
struct Held {
  model::Block block;  // one of the two
  model::Inline inlined;
  bool is_block = false;
  bool taken = false;
};

class HtmlAssembly {
 public:
  /// At most `depth` elements are opened within one another; further tags are dropped.
  HtmlAssembly(std::size_t depth, Diagnostics& log) : depth_(depth), log_(log) {}

  /// HTML as written, beginning at `at`.
  void add_raw(std::string_view html, SourceSpan at);
  /// An end tag that its author forgot.
  void close(std::string_view name);
  /// A finished node, whole.
  void hold(model::Block block);
  void hold(model::Inline node);
  /// A node whose children are still to come, until `end_held`.
  void begin_held(model::Inline node);
  void end_held();

  const std::string& html() const { return html_; }
  std::vector<Held>& held() { return held_; }
  /// Where the byte at `offset` of `html()` comes from.
  SourceSpan place_of(std::size_t offset) const;

 private:
  void add_piece(const HtmlPiece& piece, SourceSpan at);
  void add_open_tag(const HtmlPiece& tag, SourceSpan at);
  void add_close_tag(const HtmlPiece& tag);
  void add_element(const HtmlPiece& tag, SourceSpan at);
  void begin_gone(const HtmlPiece& tag, SourceSpan at);
  void add_text(std::string_view text);
  void add_held(std::string_view element, Held held);
  void mark_place(SourceSpan at);

  struct Place {
    std::size_t offset;
    SourceSpan at;
  };

  std::size_t depth_;
  Diagnostics& log_;
  std::string html_;
  std::vector<Held> held_;
  std::vector<Place> places_;
  std::vector<std::string> open_;  // elements, lower case
  std::string gone_;  // the name of an element that goes with all it holds, while in it
  std::size_t leaps_ = 0;
  bool too_deep_told_ = false;
};

}  // namespace keben::markdown
