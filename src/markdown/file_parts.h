// The lines that a call for part of a file means.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "markdown/include_marks.h"

namespace keben::markdown {

struct NumberedLine {
  std::uint32_t number = 0;  // from 1
  std::string_view text;     // without its end
  bool operator==(const NumberedLine&) const = default;
};

/// The lines of `part`, without those that only set anchors; nothing where the file has no such
/// anchor. Anchors: mdBook's `ANCHOR: x` … `ANCHOR_END: x`, `#region x` … `#endregion`, snippets'
/// `[start:x]` … `[end:x]`, HonKit's `[x]` twice.
std::optional<std::vector<NumberedLine>> lines_of(std::string_view text, const FilePart& part);

}  // namespace keben::markdown
