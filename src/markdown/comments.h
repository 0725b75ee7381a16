// What authors hide from their readers, beside HTML's comments: remarks of site generators, of
// Obsidian, of MDX.
//
// Liquid, Nunjucks and Hugo take theirs out before anything is Markdown: these may stand in a tag's
// attributes, begin in one paragraph and end in another. `%%…%%`, `{/* … */}` and definitions that
// are remarks are Markdown's own: they stand in prose.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "markdown/closers.h"

namespace keben::markdown {

/// One of them, from where it was asked for.
struct Comment {
  std::size_t end = 0;
  bool closed = true;         // false: nothing ends it, and it is text
  bool takes_line = false;    // alone on its line, it leaves none behind
  bool takes_blanks = false;  // nor blanks beside it
};

/// What prose surrounds a mark.
struct Surroundings {
  std::size_t end = 0;       // of the paragraph, the cell …
  bool begins_line = false;  // nothing but marks of containers before it
};

class CommentReader {
 public:
  CommentReader(std::string_view text, bool mdx, Closers& closers)
      : text_(text), mdx_(mdx), closers_(closers) {}

  /// `{% comment %}`, `{% # … %}`, `{# … #}`, `{{/* … */}}`, `{{< comment >}}`, at a `{`.
  std::optional<Comment> read_of_site(std::size_t at);
  /// `{/* … */}`, at a `{`: anywhere in MDX, elsewhere in one paragraph or alone on its lines.
  std::optional<Comment> read_of_mdx(std::size_t at, const Surroundings& prose);
  /// `%%…%%`, at a `%`.
  std::optional<Comment> read_of_obsidian(std::size_t at, const Surroundings& prose);

 private:
  struct Pair {
    std::size_t first, end;
    bool trimmed;
  };

  void pair_tags();
  bool ends_line(std::size_t at) const;
  std::optional<Comment> up_to(std::string_view closer, std::size_t from);

  std::string_view text_;
  bool mdx_;
  Closers& closers_;
  std::optional<std::vector<Pair>> pairs_;  // of comment tags, by their first byte
};

/// Whether a text may hold any, or one of HTML that needs a look: where not, it need not be looked
/// through.
bool may_hide(std::string_view text);

}  // namespace keben::markdown
