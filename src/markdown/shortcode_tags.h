// Tags of site generators in a text: Hugo's `{{< … >}}` and `{{% … %}}`, Hexo's and Jekyll's
// `{% … %}`, Liquid's `{{ site.… }}`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/closers.h"

namespace keben::markdown {

/// What stands behind a tag's name, quotes taken off: `"甲"`, `title="乙"`, `lang:js`.
struct Arguments {
  std::vector<std::string> plain;
  std::vector<std::pair<std::string, std::string>> named;

  /// The value of the first of these keys that has one, else plain argument `place` (from 0), else
  /// nothing.
  std::string get(std::initializer_list<std::string_view> keys, std::size_t place = SIZE_MAX) const;
  bool operator==(const Arguments&) const = default;
};

Arguments parse_arguments(std::string_view text);

struct ShortcodeTag {
  enum class Kind {
    open,
    close,
    variable,
    escaped,
    comment,   // with all that it hides
    unclosed,  // where one begins that nothing ends: no bytes, since it is text
  };
  Kind kind = Kind::open;
  std::size_t first = 0;  // bytes [first, end) of the text
  std::size_t end = 0;
  std::string name;                    // lower case; of a closing tag without `/` or `end`
  std::string_view behind;             // the arguments; all of a variable, an escaped tag's inside
  std::optional<std::size_t> partner;  // index of the tag that closes this one, or that it closes
  bool takes_line = false;             // a comment alone on its line, which goes as well
  bool takes_blanks = false;           // and so do blanks beside it
};

/// Gathers a text's tags, and pairs them as far as they pair. Who calls it knows where text is
/// prose: asked about places in rising order.
class TagReader {
 public:
  TagReader(std::string_view text, Closers& closers) : text_(text), closers_(closers) {}

  /// Reads the tag that begins at a `{`, if one does: where reading goes on behind it, `at` itself
  /// where there is none. What holds code is passed over up to its closing tag, so that no fence in
  /// the code is taken for one of the text.
  std::size_t read(std::size_t at);

  /// Whether `at` is between `{% raw %}` and its end: nothing there is ours.
  bool in_raw(std::size_t at) const { return at < raw_end_; }

  void add(ShortcodeTag tag) { tags_.push_back(std::move(tag)); }
  std::vector<ShortcodeTag> take() { return std::move(tags_); }

 private:
  bool read_tag(std::size_t at);
  bool add_call(ShortcodeTag tag, std::string_view opening, std::string_view inside);
  bool add_variable(ShortcodeTag tag, std::string_view inside);
  void pair(ShortcodeTag& tag);
  std::size_t closing_tag_of(const ShortcodeTag& tag);
  std::size_t opening_before(std::size_t at) const;

  std::string_view text_;
  Closers& closers_;
  std::vector<ShortcodeTag> tags_;
  std::vector<std::size_t> open_;
  std::map<std::string, std::size_t> count_;  // of open_, by name
  std::size_t raw_end_ = 0;
  std::size_t behind_raw_ = 0;  // its closing tag, which was read along with the opening one
};

}  // namespace keben::markdown
