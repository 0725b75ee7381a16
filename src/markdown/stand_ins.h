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
  std::string_view guard;   // stands for nothing
  std::string_view pipe;    // stands for `|`
  std::string_view dollar;  // stands for `$`
  std::string_view less;    // stands for `<`
};

/// Four characters that `text` does not hold.
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
  /// The text as it was written, in valid UTF-8 whatever cmark-gfm made of it.
  std::string restored(std::string_view text) const;
  /// How many guards begin in bytes [first, end) of `text`.
  std::size_t count_guards(std::string_view text, std::size_t first, std::size_t end) const;

 private:
  std::string without_stand_ins(std::string_view text) const;

  StandIns stand_ins_;
  bool active_ = false;
};

}  // namespace keben::markdown
