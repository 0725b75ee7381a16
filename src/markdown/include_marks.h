// The lines by which one text calls in another: mdBook's, HonKit's, VitePress's and those of
// Python-Markdown's snippets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keben::markdown {

/// What part of a file is meant: all of it, some lines, or what stands between two anchors.
struct FilePart {
  std::uint32_t first_line = 1;
  std::uint32_t last_line = UINT32_MAX;
  std::string anchor;
  bool operator==(const FilePart&) const = default;
};

/// One such call, bytes [first, end) of its line.
struct IncludeMark {
  std::size_t first = 0;
  std::size_t end = 0;
  std::string path;  // as written
  FilePart part;
  bool as_code = false;  // the file becomes a fenced block
  std::string info;      // of that block; empty: the path's suffix
  bool escaped = false;  // `\{{#include …}}`: text, without the backslash
  bool operator==(const IncludeMark&) const = default;
};

/// The first call in `line` from byte `from` on. Inside a code fence only those count that mdBook
/// and snippets read there too.
std::optional<IncludeMark> find_include(std::string_view line, std::size_t from, bool in_code);

}  // namespace keben::markdown
