// What of a text is literal, found in one pass: code, HTML, formulas, the tags and remarks of
// sites.
//
// All that reads a text before the parser does asks this, and skips nothing by itself. The order is
// CommonMark's: blocks first (block_reader.h); in prose whatever begins first, and nothing begins
// in what has begun. So `` `$$ `` is code, `$`$` no code, and a comment hides the fence in it.
// Formulas of several lines count as prose in this: one that stands in a code span is code.
//
// Linear in time: each kind of mark is looked for once (closers.h), or a bounded way ahead.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "markdown/shortcode_tags.h"

namespace keben::markdown {

/// Bytes [first, end) of a text.
struct Literal {
  enum class Kind {
    code_block,     // fenced or indented
    code,           // a span, or what HTML's <code> and its kin hold
    html,           // tags, comments, addresses in angle brackets; what of a link is no text
    formula,        // in a line, with its marks
    formula_block,  // lines of `$$` or `\[`
  };
  Kind kind = Kind::code;
  std::size_t first = 0;
  std::size_t end = 0;
};

struct Literals {
  std::vector<Literal> spans;         // in order, none in another; in plain writing, of paragraphs
                                      // that may hold formulas, and all blocks of code
  std::vector<ShortcodeTag> tags;     // in order; in no code, formula or comment
  std::vector<std::size_t> unclosed;  // where a formula begins that nothing ends
};

/// Who wrote the text, as far as it says what is literal.
enum class Writing {
  plain,  // tags and comments are done with: what looks like one is text
  site,   // Hugo, Hexo, Jekyll, Obsidian …
  mdx,    // a file of MDX
};

Literals find_literals(std::string_view text, Writing writing);

/// Asked about places in rising order: whether each lies in a span.
class LiteralCursor {
 public:
  explicit LiteralCursor(const std::vector<Literal>& spans) : spans_(spans) {}

  /// The span that holds byte `at`, or nullptr.
  const Literal* at(std::size_t byte) {
    while (next_ < spans_.size() && spans_[next_].end <= byte)
      ++next_;
    return next_ < spans_.size() && spans_[next_].first <= byte ? &spans_[next_] : nullptr;
  }

  /// Whether a line, bytes [first, end) without its newline, is one of a block of code.
  bool covers_line(std::size_t first, std::size_t end) {
    const Literal* span = at(std::max(first + 1, end) - 1);
    return span && span->kind == Literal::Kind::code_block;
  }

 private:
  const std::vector<Literal>& spans_;
  std::size_t next_ = 0;
};

}  // namespace keben::markdown
