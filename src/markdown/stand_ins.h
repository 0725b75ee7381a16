// Characters that we put into a text before cmark parses it, and take out of what it returns.
//
// Where an unpatched parser decides otherwise than we want, one character more or another one in
// its place changes its mind: a mark of punctuation beside `**`, something that is no `|` inside a
// formula. These characters are punctuation of dead scripts; a text that holds them is given
// others.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace keben::markdown {

struct StandIns {
  std::string_view guard;    // stands for nothing
  std::string_view pipe;     // stands for `|`
  std::string_view dollar;   // stands for `$`
  std::string_view less;     // stands for `<`
  std::string_view escape;   // stands before an escaped mark, for nothing but kEscape in texts
  std::string_view bracket;  // stands for `\(` where a formula begins; empty: none does
  std::string_view square;   // for `\[` likewise
  std::string_view dollars;  // for `$$` where lines of a formula begin; empty: none do
};

/// Before a mark that its author escaped (`\[`), in the texts of the tree. A noncharacter, so that
/// no author's text holds it (decode.cc).
inline constexpr std::string_view kEscape = "\uFDD0";

/// `text` without kEscape.
std::string unmarked(std::string_view text);

/// What stands for `\(`: of its own, so that the parser knows it without being told.
inline constexpr std::string_view kFormulaBracket = "\U0001056F";  // Caucasian Albanian citation

/// What stands for one of `*_~=+!` where it is too much for the parser: Manichaean punctuation.
std::string_view stand_in_for_mark(char mark);

/// What stands for `\[`.
inline constexpr std::string_view kFormulaSquare = "\U00010B39";  // Avestan abbreviation mark

/// What stands for `$$`.
inline constexpr std::string_view kFormulaDollars = "\U00010B3A";  // Avestan, two dots over one

/// Characters that `text` does not hold.
StandIns choose_stand_ins(std::string_view text);

/// A change to the text before the parse: at byte `at`, `removed` bytes give way to `with`.
struct Edit {
  std::size_t at = 0;
  std::size_t removed = 0;
  std::string_view with;
  bool operator==(const Edit&) const = default;
};

/// `text` with all edits made; they may come in any order but do not overlap.
std::string apply(std::vector<Edit> edits, std::string_view text);

/// Takes the stand-ins out again.
class Restorer {
 public:
  Restorer() = default;  // nothing was put in
  explicit Restorer(const StandIns& stand_ins) : stand_ins_(stand_ins), active_(true) {}

  bool active() const { return active_; }
  /// As the author wrote it, in valid UTF-8 whatever cmark-gfm made of it: for code, HTML,
  /// formulas.
  std::string restored(std::string_view text) const;
  /// Escapes resolved, as the parser does: for addresses; for texts, where kEscape tells of them.
  std::string restored_address(std::string_view text) const;
  void append_restored_text(std::string& out, std::string_view text) const;
  /// By how many code points bytes [first, end) of `text` exceed what their author wrote.
  std::ptrdiff_t count_excess(std::string_view text, std::size_t first, std::size_t end) const;

 private:
  bool is_as_written(std::string_view text) const;
  /// What marks that were escaped, or seemed to begin formulas, say in one kind of string.
  struct Meanings {
    std::string_view escape, bracket, square;
  };
  std::string replaced(std::string_view text, Meanings meanings) const;

  StandIns stand_ins_;
  bool active_ = false;
};

}  // namespace keben::markdown
