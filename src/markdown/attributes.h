// `{#id .class key="value" flag}`: the attributes that Markdown's descendants hang on headings,
// pictures, fences and containers.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keben::markdown {

struct Attributes {
  std::string id;
  std::vector<std::string> classes;
  std::vector<std::pair<std::string, std::string>> values;  // `key=value`, in order
  std::vector<std::string> words;                           // what is none of these

  /// The value of `key`, or nullptr.
  const std::string* find(std::string_view key) const;
  bool operator==(const Attributes&) const = default;
};

/// Reads what stands between the braces (or in an info string). Values may be quoted with `"` or
/// `'`; a quote that does not close runs to the end.
Attributes parse_attributes(std::string_view text);

}  // namespace keben::markdown
