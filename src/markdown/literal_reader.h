// The pass that finds what is literal (literals.h): blocks, and in them marks from front to back.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "markdown/block_reader.h"
#include "markdown/closers.h"
#include "markdown/comments.h"
#include "markdown/literals.h"
#include "markdown/shortcode_tags.h"

namespace keben::markdown {

class LiteralReader {
 public:
  LiteralReader(std::string_view text, Writing writing);

  Literals read();

 private:
  using Kind = Literal::Kind;

  /// A stretch of prose: a paragraph, a table's row.
  struct Prose {
    std::size_t first, end;
    bool is_row = false;
    std::size_t brackets = 0;  // that are open
    // The parser's own memory of runs of so many backticks, with its fault: once a run has found no
    // partner, only what was seen last of each length counts, and that may lie behind.
    std::array<std::size_t, 81> ticks = {};
    bool all_seen = false;
  };

  // Blocks (literals.cc).
  bool may_matter() const;
  void read_prose();
  std::size_t read_definitions();
  void read_marks(Prose& prose);
  void read_table();
  void drop_misfits(std::size_t known, std::string_view row, std::size_t columns);
  void read_html_block();
  std::size_t leave(std::size_t at);
  bool begins_line(std::size_t at) const;
  void add(Kind kind, std::size_t first, std::size_t end);

  // What begins at a mark (literal_marks.cc): each says where reading goes on.
  std::size_t read_mark(std::size_t at, Prose& prose);
  std::size_t read_addresses(std::size_t first, std::size_t end, const Prose& prose);
  std::size_t read_code_span(std::size_t at, Prose& prose);
  std::size_t end_of_cell(std::size_t at, std::size_t end) const;
  std::size_t read_html(std::size_t at, const Prose& prose, bool in_block);
  std::size_t read_html_comment(std::size_t at, std::string_view rest, bool in_block);
  std::size_t read_bracket(std::size_t at, Prose& prose);
  std::size_t read_link_end(std::size_t at, Prose& prose);
  std::size_t read_tags(std::size_t at, std::size_t end);
  std::size_t read_of_site(std::size_t at);
  std::size_t read_brace(std::size_t at, const Prose& prose);
  std::size_t read_percent(std::size_t at, const Prose& prose);
  std::size_t add(std::size_t at, const Comment& comment);
  std::size_t add_unclosed(std::size_t at);
  std::size_t read_escape(std::size_t at, const Prose& prose);
  std::size_t read_dollars(std::size_t at, const Prose& prose);
  bool read_formula_block(std::size_t at);

  std::string_view text_;
  bool by_site_;
  BlockReader blocks_;
  Closers closers_;
  TagReader tags_;
  CommentReader comments_;
  Literals out_;
  Leaf leaf_;          // at hand
  bool left_ = false;  // it ended before its end, or went on behind it
};

}  // namespace keben::markdown
