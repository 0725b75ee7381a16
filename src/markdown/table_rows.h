// Tables as lines show them, before the parser makes nodes of their cells: its time and its memory
// grow with the square of a row's cells, and a short row is filled up to the width of the head.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "config/options.h"

namespace keben::markdown {

/// `|:--|--:|`: dashes, bars and colons, and not dashes alone, which underline a heading.
bool is_delimiter_row(std::string_view line);

/// Cells that a row of a table has: bars that are not escaped part them, those at the ends do not.
std::size_t count_cells(std::string_view line);

/// A table over a limit, and its line (from 1).
struct TableExcess {
  enum class Of { columns, cells };
  Of of = Of::columns;
  std::uint32_t line = 0;
  std::size_t count = 0;
  bool operator==(const TableExcess&) const = default;
};

/// The first table of the text that is over `limits.table_columns` or `limits.table_cells`; short
/// rows count as if they were full, lines of code do not count.
std::optional<TableExcess> find_table_excess(std::string_view text, const config::Limits& limits);

}  // namespace keben::markdown
