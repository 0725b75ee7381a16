// Where things close: `-->`, `%}`, `endraw`.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace keben::markdown {

/// Looks for marks in a text, and remembers: asked at rising places, all questions about one mark
/// together read the text once, so that a thousand openers that nothing closes stay linear.
class Closers {
 public:
  explicit Closers(std::string_view text) : text_(text) {}

  /// The first `mark` at or behind `at`; npos where there is none.
  std::size_t find(std::string_view mark, std::size_t at) {
    return find_if(mark, mark, at, [](std::size_t) { return true; });
  }

  /// The first `mark` for which `fits(where it stands)`; `question` names what is asked.
  template <class Fits>
  std::size_t find_if(std::string_view question, std::string_view mark, std::size_t at,
                      const Fits& fits) {
    auto row = known_.find(question);
    if (row != known_.end() && row->second >= at) return row->second;  // npos is behind everything
    if (row == known_.end()) row = known_.emplace(question, 0).first;
    std::size_t& known = row->second;
    known = text_.find(mark, at);
    while (known != std::string_view::npos && !fits(known))
      known = text_.find(mark, known + 1);
    return known;
  }

 private:
  std::string_view text_;
  std::map<std::string, std::size_t, std::less<>> known_;
};

}  // namespace keben::markdown
