// Trim sizes by their trade names, in millimetres (decisions.md 17): A4, A5, 16开, 32开 …, or
// WIDTHxHEIGHTmm.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"

namespace keben::config {

struct PageSize {
  std::string name = "A5";
  Mm width{148};
  Mm height{210};
  bool operator==(const PageSize&) const = default;
};

/// Reads a name of the table (case is ignored) or `148x210mm`; nothing where it is neither, or a
/// side is not 50–1000 mm.
std::optional<PageSize> parse_page_size(std::string_view text);

/// The names of the table, in its order, for messages and help.
std::vector<std::string_view> page_size_names();

}  // namespace keben::config
