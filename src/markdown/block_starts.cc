#include "markdown/block_starts.h"

#include <algorithm>

#include "markdown/ascii.h"
#include "markdown/detail/box_heads.h"
#include "markdown/html_forms.h"

namespace keben::markdown {
namespace {

std::size_t run_length(std::string_view text, char mark) {
  return std::min(text.find_first_not_of(mark), text.size());
}

/// `# 题`
bool is_heading(std::string_view line) {
  const std::size_t marks = run_length(line, '#');
  return marks >= 1 && marks <= 6 && (marks == line.size() || is_space(line[marks]));
}

/// How many marks open a fence here, 0 where none is opened. An info string behind backticks holds
/// none: ```` ```x``` ```` is a code span.
std::size_t fence_length(std::string_view line) {
  const char mark = line.empty() ? ' ' : line[0];
  if (mark != '`' && mark != '~') return 0;
  const std::size_t length = run_length(line, mark);
  if (length < 3) return 0;
  return mark == '`' && line.find('`', length) != std::string_view::npos ? 0 : length;
}

bool is_underline(std::string_view line) {
  const char mark = line.empty() ? ' ' : line[0];
  return (mark == '=' || mark == '-') && is_blank(line.substr(run_length(line, mark)));
}

bool is_rule(std::string_view line) {
  const char mark = line.empty() ? ' ' : line[0];
  if (mark != '*' && mark != '-' && mark != '_') return false;
  const auto fits = [mark](char c) { return c == mark || c == ' ' || c == '\t'; };
  return std::all_of(line.begin(), line.end(), fits) &&
         std::count(line.begin(), line.end(), mark) >= 3;
}

/// How many bytes an item's mark takes: `-`, `12.`; 0 where none stands here. Only `1.` and marks
/// with text behind them may stand right below a paragraph's line.
std::size_t item_length(std::string_view line, bool in_paragraph) {
  std::size_t length = 0;
  if (!line.empty() && (line[0] == '*' || line[0] == '-' || line[0] == '+')) {
    length = 1;
  } else {
    while (length < std::min<std::size_t>(line.size(), 9) && is_digit(line[length]))
      ++length;
    if (length == 0 || length == line.size()) return 0;
    if (line[length] != '.' && line[length] != ')') return 0;
    const std::string_view number = line.substr(0, length);
    const bool is_one = number.ends_with('1') && run_length(number, '0') + 1 == length;
    if (in_paragraph && !is_one) return 0;
    ++length;
  }
  const std::string_view behind = line.substr(length);
  if (!behind.empty() && !is_space(behind[0])) return 0;
  return in_paragraph && is_blank(behind) ? 0 : length;
}

/// `[^1]:` and the blanks behind it.
std::size_t note_length(std::string_view line) {
  if (!line.starts_with("[^")) return 0;
  const std::size_t end = line.find_first_of("] \t", 2);
  if (end == std::string_view::npos || end == 2 || !line.substr(end).starts_with("]:")) return 0;
  return std::min(line.find_first_not_of(" \t", end + 2), line.size());
}

/// Blocks of ours (detail/containers.h).
bool is_box_head(std::string_view line) {
  return detail::read_indented_head(line) || detail::read_tab_head(line);
}
bool is_box_line(std::string_view line) {
  switch (line.empty() ? ' ' : line[0]) {
    case '#':
      return detail::loose_heading_level(line) > 0;
    case '@':
      return detail::read_card_head(line).has_value();
    case ':':
      if (!line.starts_with(":::")) return detail::read_leaf_head(line).has_value();
      line.remove_prefix(run_length(line, ':'));
      return is_blank(line) || detail::read_container_head(line);
    default:
      return false;
  }
}

}  // namespace

bool closes_fence(const LineCursor& line, char mark, std::size_t length) {
  if (line.indent() >= kCodeIndent) return false;
  const std::size_t marks = run_length(line.rest(), mark);
  return marks >= length && is_blank(line.rest().substr(marks));
}

std::size_t closing_colons(const LineCursor& line) {
  const std::size_t colons = run_length(line.rest(), ':');
  const bool alone = line.indent() < kCodeIndent && is_blank(line.rest().substr(colons));
  return alone && colons >= 3 ? colons : 0;
}

BlockStart block_start_at(const LineCursor& line, bool in_paragraph) {
  using Is = BlockStart::Is;
  if (line.is_blank()) return {};
  if (line.indent() >= kCodeIndent) return {Is::code};
  const std::string_view rest = line.rest();
  if (is_alnum(rest[0]) && !is_digit(rest[0])) return {};
  if (is_not_ascii(rest[0])) return {};
  if (rest[0] == '>') return {Is::quote};
  if (is_heading(rest)) return {Is::line};
  if (const std::size_t marks = fence_length(rest)) return {Is::fence, marks};
  if (const int form = html_block_form(rest, in_paragraph)) return {Is::html, 0, form};
  if (in_paragraph && is_underline(rest)) return {Is::underline};
  if (is_rule(rest)) return {Is::rule};
  if (const std::size_t bytes = note_length(rest)) return {Is::note, bytes};
  if (const std::size_t bytes = item_length(rest, in_paragraph)) return {Is::item, bytes};
  if (is_box_head(rest)) return {Is::box};
  return {is_box_line(rest) ? Is::line : Is::nothing};
}

}  // namespace keben::markdown
