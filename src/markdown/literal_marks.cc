#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/detail/addresses.h"
#include "markdown/formulas.h"
#include "markdown/html_forms.h"
#include "markdown/link_forms.h"
#include "markdown/literal_reader.h"

namespace keben::markdown {
namespace {

constexpr std::size_t npos = std::string_view::npos;

/// Elements of HTML whose text is code, and those whose text is no text at all.
bool holds_code_in_html(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames = {"code", "pre",    "kbd",   "samp",
                                                      "tt",   "script", "style", "textarea"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view each) { return same_ignoring_case(each, name); });
}

}  // namespace

std::size_t LiteralReader::read_mark(std::size_t at, Prose& prose) {
  switch (text_[at]) {
    case '\\':
      return read_escape(at, prose);
    case '`':
      return read_code_span(at, prose);
    case '<':
      return read_html(at, prose, false);
    case '$':
      return read_dollars(at, prose);
    case '{':
      return read_brace(at, prose);
    case '%':
      return read_percent(at, prose);
    case '[':
      return read_bracket(at, prose);
    default:
      return read_link_end(at, prose);
  }
}

std::size_t LiteralReader::read_code_span(std::size_t at, Prose& prose) {
  const std::size_t end = prose.is_row ? end_of_cell(at, prose.end) : prose.end;
  const std::size_t behind = std::min(text_.find_first_not_of('`', at), end);
  const std::size_t length = behind - at;
  if (length >= prose.ticks.size()) return behind;
  if (prose.all_seen && prose.ticks[length] <= behind) return behind;
  const std::string_view text = text_.substr(0, end);
  for (std::size_t next = text.find('`', behind); next != npos;) {
    const std::size_t next_behind = std::min(text.find_first_not_of('`', next), end);
    if (next_behind - next < prose.ticks.size()) prose.ticks[next_behind - next] = next;
    if (next_behind - next == length) {
      add(Kind::code, at, next_behind);
      return next_behind;
    }
    next = text.find('`', next_behind);
  }
  prose.all_seen = !prose.is_row;
  return behind;
}

std::size_t LiteralReader::end_of_cell(std::size_t at, std::size_t end) const {
  const std::string_view row = text_.substr(0, end);
  at = row.find('|', at);
  while (at != npos && row[at - 1] == '\\')
    at = row.find('|', at + 1);
  return std::min(at, end);
}

// --- HTML and links ----------------------------------------------------------------------------

/// In a block of HTML any comment that ends is one; in prose, none that a blank line divides.
std::size_t LiteralReader::read_html(std::size_t at, const Prose& prose, bool in_block) {
  const std::string_view rest = text_.substr(at, prose.end - at);
  if (rest.starts_with("<!--")) return read_html_comment(at, rest, in_block);
  if (const std::string_view closer = closer_of_markup(rest); !closer.empty()) {
    const std::size_t close = closers_.find(closer, at + 2);
    if (close >= prose.end) return at + 1;
    add(Kind::html, at, close + closer.size());
    return close + closer.size();
  }
  const std::size_t length = length_of_html(rest);
  if (length == 0) return at + 1;
  const std::string_view name = name_of_tag(rest);
  if (rest[1] != '/' && holds_code_in_html(name)) {
    const std::string closing = "</" + lowered(name);
    const std::size_t close = closers_.find(closing, at + length);
    if (close < prose.end) {
      add(Kind::code, at, close);
      return close;
    }
  }
  add(Kind::html, at, at + length);
  return read_tags(at, at + length);
}

std::size_t LiteralReader::read_html_comment(std::size_t at, std::string_view rest, bool in_block) {
  const bool empty = rest.starts_with("<!-->") || rest.starts_with("<!--->");
  const std::size_t close = empty ? at + rest.find('>') - 2 : closers_.find("-->", at + 4);
  const std::size_t end = close == npos ? npos : close + 3;
  const bool inside = end <= at + rest.size();
  if (inside && !empty && (in_block || length_of_html(rest) > 0)) {
    add(Kind::html, at, end);
    return end;
  }
  if (!by_site_ || tags_.in_raw(at)) return at + 1;
  if (inside || (in_block && end != npos)) return add(at, Comment{end});
  return add_unclosed(at);
}

std::size_t LiteralReader::read_bracket(std::size_t at, Prose& prose) {
  ++prose.brackets;
  if (!by_site_ || tags_.in_raw(at) || !begins_line(at)) return at + 1;
  const std::size_t length = length_of_remark(text_.substr(at, prose.end - at));
  return length == 0 ? at + 1 : add(at, Comment{at + length, true, true});
}

std::size_t LiteralReader::read_link_end(std::size_t at, Prose& prose) {
  if (prose.brackets == 0) return at + 1;
  --prose.brackets;
  const std::string_view rest = text_.substr(at, prose.end - at);
  const std::size_t length = rest.starts_with("](") ? length_of_link_end(rest) : 0;
  if (length == 0) return at + 1;
  add(Kind::html, at, at + length);
  return read_tags(at, at + length);
}

/// Addresses that begin in [first, end), where no other mark stands: where the last of them ends.
std::size_t LiteralReader::read_addresses(std::size_t first, std::size_t end, const Prose& prose) {
  if (prose.brackets > 0) return first;  // in a link's text there are none
  for (const std::string_view mark : {"://", "www."}) {
    const std::string_view gap = text_.substr(0, end);
    for (std::size_t at = gap.find(mark, first); at != npos; at = gap.find(mark, at + 1)) {
      const std::size_t begin = detail::begin_of_address(text_, at);
      if (begin < first || begin > at) continue;
      const std::size_t length = detail::address_length(text_.substr(0, prose.end), begin);
      if (begin + length <= end) continue;
      add(Kind::html, begin, begin + length);
      return read_tags(end, begin + length);
    }
  }
  return first;
}

// --- Tags and comments -------------------------------------------------------------------------

/// In markup nothing is prose, and tags stand all the same. Where reading goes on behind it.
std::size_t LiteralReader::read_tags(std::size_t at, std::size_t end) {
  const std::string_view markup = text_.substr(0, end);
  while (by_site_ && at < end) {
    const std::size_t brace = markup.find('{', at);
    if (brace == npos) break;
    at = read_of_site(brace);
  }
  return std::max(at, end);
}

std::size_t LiteralReader::read_of_site(std::size_t at) {
  if (tags_.in_raw(at)) return at + 1;
  if (const auto comment = comments_.read_of_site(at)) return add(at, *comment);
  const std::size_t behind = tags_.read(at);
  return behind > at ? behind : at + 1;
}

std::size_t LiteralReader::read_brace(std::size_t at, const Prose& prose) {
  if (!by_site_) return at + 1;
  const auto comment =
      tags_.in_raw(at) ? std::nullopt : comments_.read_of_mdx(at, {prose.end, begins_line(at)});
  return comment ? add(at, *comment) : read_of_site(at);
}

std::size_t LiteralReader::read_percent(std::size_t at, const Prose& prose) {
  const std::size_t behind = std::min(text_.find_first_not_of('%', at), text_.size());
  if (!by_site_ || tags_.in_raw(at)) return behind;
  const auto comment = comments_.read_of_obsidian(at, {prose.end, begins_line(at)});
  return comment ? add(at, *comment) : behind;
}

std::size_t LiteralReader::add(std::size_t at, const Comment& comment) {
  if (!comment.closed) {
    add_unclosed(at);
    return comment.end;
  }
  ShortcodeTag tag{ShortcodeTag::Kind::comment, at, comment.end};
  tag.takes_line = comment.takes_line;
  tag.takes_blanks = comment.takes_blanks;
  tags_.add(std::move(tag));
  return comment.end;
}
std::size_t LiteralReader::add_unclosed(std::size_t at) {
  tags_.add({ShortcodeTag::Kind::unclosed, at, at});
  return at + 1;
}

// --- Formulas ----------------------------------------------------------------------------------

std::size_t LiteralReader::read_escape(std::size_t at, const Prose& prose) {
  const std::string_view behind = text_.substr(0, prose.end).substr(std::min(at + 2, prose.end));
  std::size_t length = 0;
  if (text_.substr(at).starts_with("\\(")) length = length_before_bracket(behind);
  if (text_.substr(at).starts_with("\\[")) {
    const bool at_front = begins_line(at);
    if (at_front && read_formula_block(at)) return at;
    // What begins a line would begin a block: it must end on that line.
    length = length_before_square(at_front ? behind.substr(0, behind.find('\n')) : behind);
  }
  const bool escapes = at + 1 < prose.end && is_punctuation(text_[at + 1]);
  if (length == 0) return at + (escapes ? 2 : 1);
  add(Kind::formula, at, at + 2 + length + 2);
  return at + 2 + length + 2;
}

std::size_t LiteralReader::read_dollars(std::size_t at, const Prose& prose) {
  const bool at_front = begins_line(at);
  if (at_front && read_formula_block(at)) return at;
  const std::string_view rest = text_.substr(at, prose.end - at);
  if (const auto math = match_math(rest)) {
    add(Kind::formula, at, at + math->bytes);
    return at + math->bytes;
  }
  if (at_front && opens_formula(rest)) out_.unclosed.push_back(at);
  return std::min(text_.find_first_not_of('$', at), prose.end);
}

/// Lines of `$$` or `\[` from the one that `at` opens.
bool LiteralReader::read_formula_block(std::size_t at) {
  std::size_t next = std::min(text_.find('\n', at), text_.size());
  FormulaLines lines(text_.substr(at, next - at));
  ++next;
  while (lines.wants_more()) {
    const std::optional<LineCursor> line = blocks_.raw_line(next);
    if (!line) return false;
    lines.add(line->rest());
    if (!lines.ended()) continue;
    add(Kind::formula_block, at, line->end());
    leave(next);
    return true;
  }
  return false;
}

}  // namespace keben::markdown
