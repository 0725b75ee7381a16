// CommonMark's block structure, without a tree: which lines of a text are prose, code, a table or
// HTML, for passes that read a text before the parser does.
//
// The parser (cmark-gfm) decides by the same rules in the same order: #phase-1-block-structure,
// GFM's tables and notes, and the containers of our own (detail/containers.h). A property test
// holds the two together. Two things are simpler here: the lists around items, which nothing here
// asks for, and `:::`, whose lines end a paragraph but hold no prefix of the lines in between.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "markdown/block_starts.h"
#include "markdown/line_cursor.h"

namespace keben::markdown {

/// A block that holds no others: bytes [first, end) of the text, from its first mark to its last
/// line's end. Marks of quotations and indents of items stand before each further line.
struct Leaf {
  enum class Kind {
    prose,  // a paragraph or a heading: inlines stand in it
    table,  // rows, the head's first
    code,
    html,
  };
  Kind kind = Kind::prose;
  std::size_t first = 0;
  std::size_t end = 0;
  int html_form = 0;   // 1 to 7 (html_forms.h)
  bool closed = true;  // false: HTML of the first five forms that nothing ends
  bool open = false;   // a paragraph whose first line may open a formula: nobody looked further yet
};

class BlockReader {
 public:
  explicit BlockReader(std::string_view text) : text_(text) {}

  /// The next leaf; nothing at the text's end. Linear over all calls.
  std::optional<Leaf> next();

  /// An open leaf, with all its lines.
  Leaf measured(const Leaf& open) { return read_paragraph(open.first, open.end); }

  /// Goes on at byte `at`. In the middle of a line, what stands there goes on with the paragraph
  /// that was read last; at the front of one, any block may begin.
  void go_on_at(std::size_t at);

  /// The line that begins at `at`, behind the marks of the containers that are open; nothing where
  /// they do not go on in it, or at the text's end. `at` moves to the next line.
  std::optional<LineCursor> raw_line(std::size_t& at) const;

 private:
  /// What holds other blocks, and says how its further lines begin.
  struct Container {
    enum class Kind { quote, item, note, box };
    Kind kind = Kind::quote;
    std::size_t indent = 4;  // columns: of an item, a note's and a box's further lines
    bool holds_any = false;  // a block has begun in it
  };
  static bool goes_on(const Container& container, LineCursor& line);
  std::size_t match(LineCursor& line) const;
  void close_to(std::size_t depth);
  void open(Container container);
  void open_item(const BlockStart& start, LineCursor& line);
  std::size_t box_closed_by(const LineCursor& line) const;
  void read_colons(const LineCursor& line, bool in_new_container);

  std::optional<Leaf> read_line(LineCursor& line);
  Leaf read_paragraph(std::size_t first, std::size_t end);
  Leaf read_table(const Leaf& head);
  Leaf read_fence(const LineCursor& line, std::size_t marks);
  Leaf read_indented_code(const LineCursor& line);
  Leaf read_html(const LineCursor& line, int form);

  std::string_view text_;
  std::size_t at_ = 0;
  bool in_line_ = false;  // at_ stands in the middle of a paragraph's line
  std::vector<Container> containers_;
  /// `:::` up to its closer: no line in it bears a mark of it.
  struct Box {
    std::size_t depth, colons;  // containers around it
  };
  std::vector<Box> boxes_;
  /// The paragraph measured last, where its next block begins, and the head of the table that does,
  /// if it is one. A paragraph that is taken up again behind a formula is not measured anew, or
  /// many formulas in one would cost the square of their number.
  struct Measured {
    Leaf leaf;
    std::size_t next = 0;
    std::optional<Leaf> head;
  };
  Measured measured_;
  std::optional<Leaf> head_;  // of the table to be read next
  /// By form of HTML: up to where its block was looked for an end in vain. Who takes its opener for
  /// text goes on right behind it, and may meet a thousand more.
  std::array<std::size_t, 8> none_ends_before_ = {};
};

}  // namespace keben::markdown
