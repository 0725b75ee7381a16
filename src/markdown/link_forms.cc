#include "markdown/link_forms.h"

#include <algorithm>

#include "markdown/ascii.h"

namespace keben::markdown {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t kLongestLabel = 1000;
constexpr int kMostBrackets = 32;

/// White space with at most one line's end.
std::size_t behind_spaces(std::string_view text, std::size_t at) {
  int line_ends = 0;
  for (; at < text.size() && is_space(text[at]); ++at) {
    if (text[at] == '\n' && ++line_ends > 1) break;
  }
  return at;
}

/// Behind the first `close` that is not escaped; npos where there is none, or one of `never` first.
std::size_t behind_close(std::string_view text, std::size_t at, char close,
                         std::string_view never) {
  for (; at < text.size(); ++at) {
    if (text[at] == close) return at + 1;
    if (never.find(text[at]) != npos) return npos;
    if (text[at] == '\\') ++at;
  }
  return npos;
}

std::size_t behind_address(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '<') return behind_close(text, at + 1, '>', "<\n");
  int open = 0;
  for (; at < text.size() && static_cast<unsigned char>(text[at]) > ' '; ++at) {
    if (text[at] == '\\') {
      if (at + 1 < text.size() && is_punctuation(text[at + 1])) ++at;
    } else if (text[at] == '(') {
      if (++open > kMostBrackets) return npos;
    } else if (text[at] == ')' && --open < 0) {
      break;
    }
  }
  return at;
}

/// npos where no title stands here.
std::size_t behind_title(std::string_view text, std::size_t at) {
  const char mark = at < text.size() ? text[at] : ' ';
  if (mark == '"' || mark == '\'') return behind_close(text, at + 1, mark, {});
  return mark == '(' ? behind_close(text, at + 1, ')', "(") : npos;
}

/// Behind `[label]:`, or 0.
std::size_t behind_label(std::string_view text) {
  if (!text.starts_with('[') || text.starts_with("[^")) return 0;
  const std::size_t end = behind_close(text.substr(0, kLongestLabel + 2), 1, ']', "[");
  if (end == npos || end >= text.size() || text[end] != ':') return 0;
  return is_blank(text.substr(1, end - 2)) ? 0 : end + 1;
}

/// Behind the blanks at `at` where its line ends there, or npos.
std::size_t at_line_end(std::string_view text, std::size_t at) {
  at = std::min(text.find_first_not_of(" \t", at), text.size());
  return at == text.size() || text[at] == '\n' ? at : npos;
}

}  // namespace

std::size_t length_of_link_end(std::string_view text) {
  std::size_t at = behind_address(text, behind_spaces(text, 2));
  if (at == npos) return 0;
  const std::size_t title = behind_spaces(text, at);
  if (const std::size_t end = title > at ? behind_title(text, title) : npos; end != npos) at = end;
  at = behind_spaces(text, at);
  return at < text.size() && text[at] == ')' ? at + 1 : 0;
}

std::size_t length_of_definition(std::string_view text) {
  const std::size_t label = behind_label(text);
  if (label == 0) return 0;
  const std::size_t first = behind_spaces(text, label);
  const std::size_t address = behind_address(text, first);
  if (address == npos || address == first) return 0;
  const std::size_t title = behind_spaces(text, address);
  const std::size_t behind = title > address ? behind_title(text, title) : npos;
  if (const std::size_t end = behind == npos ? npos : at_line_end(text, behind); end != npos)
    return end;
  const std::size_t end = at_line_end(text, address);
  return end == npos ? 0 : end;
}

std::size_t length_of_remark(std::string_view text) {
  const std::size_t label = behind_label(text.substr(0, 12));
  if (label == 0) return 0;
  const std::string_view name = text.substr(1, label - 3);
  if (name != "//" && !same_ignoring_case(name, "comment")) return 0;
  std::string_view rest = trimmed_end(text.substr(0, text.find('\n')));
  const std::size_t line_end = rest.size();
  rest = trimmed(rest.substr(label));
  if (!rest.starts_with("# ") && !rest.starts_with("<>")) return 0;
  if (const std::size_t whole = length_of_definition(text)) return whole;
  rest = trimmed(rest.substr(2));
  const bool bracketed = rest.starts_with('(') && rest.ends_with(')');
  const bool quoted =
      rest.size() > 1 && (rest[0] == '"' || rest[0] == '\'') && rest.back() == rest[0];
  return bracketed || quoted ? line_end : 0;
}

}  // namespace keben::markdown
