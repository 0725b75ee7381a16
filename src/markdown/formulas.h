// `$…$`, `\(…\)`, `$$…$$`, `\[…\]` in a line and blocks of the latter two, held as TeX source
// (input.md §2.3).
//
// What stands between dollars must not become emphasis or headings; and a price, a shell variable
// or a lone dollar must stay text. The rule in a line is pandoc's: no space inside the dollars, and
// the closing one not before a digit; widened by one of ours, no hanzi outside \text and its kin.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace keben::markdown {

/// A formula in a line: its TeX, without the dollars; and how many bytes it takes with them.
struct MathInLine {
  std::string_view tex;
  bool display = false;
  std::size_t bytes = 0;
};

/// The formula that begins at the front of `text`, which is a `$` or stands for `\(` or `\[`
/// (stand_ins.h). Looks ahead at most 1,000 bytes for `$` and 16 KiB for `$$`: a thousand lone
/// dollars stay linear.
std::optional<MathInLine> match_math(std::string_view text);

/// How many bytes of TeX stand before the `\)` that ends what `text` begins with, behind `\(`; 0
/// where there is no such end near or what stands before it is no formula but a remark in brackets.
std::size_t length_before_bracket(std::string_view text);

/// The same for `\]`, behind `\[`. More often than formulas, people escape the brackets of links
/// and options: what has neither commands, nor powers, nor an operator among letters that stand
/// alone, is none.
std::size_t length_before_square(std::string_view text);

/// Whether a line that begins with `$$` was meant to open a formula, though nothing ends it.
bool opens_formula(std::string_view text);

/// A formula on lines of its own, `$$` or `\[`, told of its lines one by one.
///
/// The first `$$` behind the opening one must end its line, or all of it stands in a line. Blank
/// lines may part a formula, but no sentence follows one: there somebody forgot to close it, and
/// the `$$` ahead opens the next.
class FormulaLines {
 public:
  /// The line that opens it, from the mark on.
  explicit FormulaLines(std::string_view opening);

  bool wants_more() const { return state_ == State::open; }
  bool ended() const { return state_ == State::ended; }
  void add(std::string_view line);

 private:
  enum class State { open, ended, none };

  void end_with(std::string_view line, std::size_t closing);

  State state_ = State::open;
  bool squared_ = false;
  bool parted_ = false;  // by a blank line
  std::string tex_;      // behind `\[`, where not every bracket opens a formula
};

/// Where the run of dollars at `at` ends.
std::size_t end_of_dollars(std::string_view text, std::size_t at);

}  // namespace keben::markdown
