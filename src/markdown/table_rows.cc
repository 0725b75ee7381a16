#include "markdown/table_rows.h"

#include <algorithm>

#include "markdown/ascii.h"
#include "markdown/literals.h"

namespace keben::markdown {
namespace {

/// A line without the marks of the quotes and the indent of the items that it stands in.
std::string_view row_of(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t>");
  return first == std::string_view::npos ? std::string_view() : trimmed_end(line.substr(first));
}

/// Follows tables line by line. A line of many bars costs nothing until a row of dashes below it
/// asks whether it is a head.
class TableWatch {
 public:
  explicit TableWatch(const config::Limits& limits) : limits_(limits) {}

  std::optional<TableExcess> read(std::string_view line, std::uint32_t number) {
    if (row_of(line).empty()) {
      columns_ = widest_ = above_ = 0;
      return std::nullopt;
    }
    const std::size_t cells = count_cells(line);
    if (cells > widest_) widest_ = cells, widest_line_ = number;
    const bool dashes = above_ > 0 && is_delimiter_row(line);
    if ((dashes || columns_ > 0) && widest_ > limits_.table_columns)
      return TableExcess{TableExcess::Of::columns, widest_line_, widest_};
    if (columns_ > 0) {
      filled_ += columns_;
      if (filled_ > limits_.table_cells)
        return TableExcess{TableExcess::Of::cells, number, filled_};
    } else if (dashes && cells == above_) {
      columns_ = cells;
      filled_ = cells;
    }
    above_ = cells;
    return std::nullopt;
  }

 private:
  const config::Limits& limits_;
  std::size_t above_ = 0;    // cells of the line above; 0: a blank one
  std::size_t columns_ = 0;  // of the table that is open; 0: none is
  std::size_t filled_ = 0;   // its cells so far
  std::size_t widest_ = 0;   // cells of the widest line since the last blank one
  std::uint32_t widest_line_ = 0;
};

}  // namespace

bool is_delimiter_row(std::string_view line) {
  const std::string_view row = row_of(line);
  if (row.find_first_not_of("-|: \t") != std::string_view::npos) return false;
  return row.find('-') != std::string_view::npos && row.find_first_of("|:") != row.npos;
}

std::size_t count_cells(std::string_view line) {
  std::string_view row = row_of(line);
  if (row.starts_with('|')) row.remove_prefix(1);
  if (row.ends_with('|') && !row.ends_with("\\|")) row.remove_suffix(1);
  std::size_t bars = 0;
  for (std::size_t at = row.find('|'); at != std::string_view::npos; at = row.find('|', at + 1))
    bars += at == 0 || row[at - 1] != '\\' ? 1 : 0;
  return bars + 1;
}

namespace {

/// `is_code(first, end)` says of a line whether it is code, and so no row.
template <class IsCode>
std::optional<TableExcess> find_excess(std::string_view text, const config::Limits& limits,
                                       const IsCode& is_code) {
  TableWatch watch(limits);
  std::uint32_t number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = is_code(at, end) ? "" : text.substr(at, end - at);
    if (const auto excess = watch.read(line, number)) return excess;
    at = end + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<TableExcess> find_table_excess(std::string_view text, const config::Limits& limits) {
  if (text.find('|') == std::string_view::npos) return std::nullopt;
  const auto none_is_code = [](std::size_t, std::size_t) { return false; };
  if (!find_excess(text, limits, none_is_code)) return std::nullopt;
  const Literals literals = find_literals(text, Writing::plain);  // which hardly any text needs
  LiteralCursor cursor(literals.spans);
  return find_excess(text, limits, [&](std::size_t first, std::size_t end) {
    return cursor.covers_line(first, end);
  });
}

}  // namespace keben::markdown
