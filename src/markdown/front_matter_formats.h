// The readers of front matter, one a format, and the one that has none.
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "config/options.h"
#include "markdown/value.h"

namespace keben::markdown {

/// The lines between the fences, and where they stand.
struct FrontText {
  std::string_view text;
  FileId file;
  std::uint32_t first_line = 1;  // of `text`
};

/// Why a format refused: where, and in the library's own (English) words.
struct Refusal {
  SourceSpan at;
  std::string reason;
};
using Read = std::variant<Fields, Refusal>;

/// YAML 1.2 (JSON is YAML), by yaml-cpp. Aliases, `!!` tags and nesting beyond the limit are
/// refused rather than expanded.
Read read_yaml(const FrontText& front, const config::Limits& limits);

/// What becomes of `!!` tags and aliases: nothing is ever built or expanded.
enum class YamlTags { refused, passed_over };

/// A whole YAML file (JSON is YAML) whatever its root is; an empty text where the file is empty.
std::variant<Value, Refusal> read_yaml_value(const FrontText& front, const config::Limits& limits,
                                             YamlTags tags);

/// TOML 1.0, by toml++.
Read read_toml(const FrontText& front, const config::Limits& limits);

/// `[#]: key: "value"`, one of a header's lines; and all of them.
bool is_definition_line(std::string_view line);
Fields read_definitions(const FrontText& front);

/// `key: value` and `key：value`, line by line, with `[a, b]` and `- a` lists: finds what it can.
Fields read_lines(const FrontText& front);

}  // namespace keben::markdown
