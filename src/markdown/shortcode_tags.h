// Tags of site generators in a text: Hugo's `{{< … >}}` and `{{% … %}}`, Hexo's and Jekyll's
// `{% … %}`, Liquid's `{{ site.… }}`. Never inside code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
  enum class Kind { open, close, variable, escaped };
  Kind kind = Kind::open;
  std::size_t first = 0;  // bytes [first, end) of the text
  std::size_t end = 0;
  std::string name;                    // lower case; of a closing tag without `/` or `end`
  std::string_view behind;             // the arguments; all of a variable, an escaped tag's inside
  std::optional<std::size_t> partner;  // index of the tag that closes this one, or that it closes
};

/// All tags in order, paired as far as they pair.
std::vector<ShortcodeTag> find_shortcode_tags(std::string_view text);

}  // namespace keben::markdown
