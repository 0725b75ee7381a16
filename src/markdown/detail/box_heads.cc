#include "markdown/detail/box_heads.h"

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/attributes.h"
#include "unicode/cjk.h"

namespace keben::markdown::detail {
namespace {

bool is_name_byte(char c) {
  return is_alnum(c) || c == '-' || c == '_' || is_not_ascii(c);
}

/// Takes `[…]` off the front of `rest`, inner brackets counted and escapes skipped.
std::optional<std::string_view> take_bracketed(std::string_view& rest) {
  int depth = 0;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i] == '\\') {
      ++i;
    } else if (rest[i] == '[') {
      ++depth;
    } else if (rest[i] == ']' && --depth == 0) {
      const std::string_view inside = rest.substr(1, i - 1);
      rest.remove_prefix(i + 1);
      return inside;
    }
  }
  return std::nullopt;
}

/// Takes `{…}` off the front of `rest`.
std::string_view take_braced(std::string_view& rest) {
  const std::size_t end = rest.find('}');
  if (!rest.starts_with('{') || end == std::string_view::npos) return {};
  const std::string_view inside = rest.substr(1, end - 1);
  rest.remove_prefix(end + 1);
  return inside;
}

/// Some authors close the opening line with colons too: `::: tip :::`.
std::string_view without_closing_colons(std::string_view title) {
  while (title.ends_with(':'))
    title.remove_suffix(1);
  return trimmed(title);
}

/// `tip 标题 {.wide}`: braces at a title's end that hold attributes and no words.
void split_attributes(ContainerHead& head) {
  const std::size_t open = head.title.rfind('{');
  if (open == std::string::npos || !head.title.ends_with('}')) return;
  const std::string inside = head.title.substr(open + 1, head.title.size() - open - 2);
  const Attributes read = parse_attributes(inside);
  if (!read.words.empty()) return;
  head.attributes = inside;
  head.title = trimmed(std::string_view(head.title).substr(0, open));
}

/// Takes a word of ASCII letters, digits and dashes off the front.
std::string_view take_word(std::string_view& rest) {
  std::size_t end = 0;
  while (end < rest.size() && (is_alnum(rest[end]) || rest[end] == '-' || rest[end] == '_'))
    ++end;
  const std::string_view word = rest.substr(0, end);
  rest = trimmed(rest.substr(end));
  return word;
}

/// `"标题"`, and nothing behind it.
std::optional<std::string_view> read_quoted(std::string_view text) {
  if (text.size() < 2 || (text[0] != '"' && text[0] != '\'') || text.back() != text[0])
    return std::nullopt;
  return text.substr(1, text.size() - 2);
}

}  // namespace

std::optional<ContainerHead> read_container_head(std::string_view behind_colons) {
  std::string_view rest = trimmed(behind_colons);
  std::size_t name_end = 0;
  while (name_end < rest.size() && is_name_byte(rest[name_end]))
    ++name_end;
  if (name_end == 0 && !rest.starts_with('{')) return std::nullopt;
  ContainerHead head;
  head.name = rest.substr(0, name_end);
  rest.remove_prefix(name_end);
  std::optional<std::string_view> title;
  if (rest.starts_with('[')) title = take_bracketed(rest);
  rest = trimmed(rest);
  head.attributes = take_braced(rest);
  head.title = title ? *title : without_closing_colons(trimmed(rest));
  if (head.attributes.empty()) split_attributes(head);
  return head;
}

std::optional<ContainerHead> read_leaf_head(std::string_view line) {
  if (!line.starts_with("::") || line.starts_with(":::")) return std::nullopt;
  std::string_view rest = line.substr(2);
  const std::size_t space = rest.find_first_of(" \t[{");
  ContainerHead head;
  head.name = rest.substr(0, space);
  std::string_view name = head.name;
  if (take_word(name).size() != head.name.size() || head.name.empty()) return std::nullopt;
  rest.remove_prefix(head.name.size());
  const std::size_t length = rest.size();
  if (rest.starts_with('[')) head.title = take_bracketed(rest).value_or("");
  head.attributes = take_braced(rest);
  if (rest.size() == length || !is_blank(rest)) return std::nullopt;
  return head;
}

std::optional<ContainerHead> read_card_head(std::string_view line) {
  if (!line.starts_with("@[") || !line.ends_with(')')) return std::nullopt;
  std::string_view rest = line.substr(2);
  const std::string_view name = take_word(rest);
  if (name.empty() || !rest.starts_with("](")) return std::nullopt;
  const std::string_view inside = trimmed(rest.substr(2, rest.size() - 3));
  if (inside.empty() || inside.find_first_of(" \"()") != std::string_view::npos)
    return std::nullopt;
  return ContainerHead{std::string(name), {}, "url=\"" + std::string(inside) + "\""};
}

std::optional<ContainerHead> read_indented_head(std::string_view line) {
  const bool folds = line.starts_with("???");
  if (!folds && !line.starts_with("!!!")) return std::nullopt;
  std::string_view rest = line.substr(3);
  if (folds && rest.starts_with('+')) rest.remove_prefix(1);
  if (!rest.starts_with(' ')) return std::nullopt;
  rest = trimmed(rest);
  ContainerHead head;
  head.name = take_word(rest);
  while (!rest.empty() && is_alpha(rest[0]))  // `!!! note inline end "标题"`: places on a screen
    take_word(rest);
  const std::optional<std::string_view> title = read_quoted(rest);
  if (head.name.empty() || (!rest.empty() && !title)) return std::nullopt;
  head.title = title.value_or("");
  if (folds && !head.title.empty()) head.name = "details";
  return head;
}

std::optional<ContainerHead> read_tab_head(std::string_view line) {
  if (!line.starts_with("===")) return std::nullopt;
  std::string_view rest = line.substr(3);
  if (rest.starts_with('+') || rest.starts_with('!')) rest.remove_prefix(1);
  const std::optional<std::string_view> title = read_quoted(trimmed(rest));
  if (!title || title->empty() || rest[0] != ' ') return std::nullopt;
  return ContainerHead{"tab", std::string(*title), {}};
}

int loose_heading_level(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  if (marks < 2 || marks > 6 || marks == line.size()) return 0;
  const char32_t first = utf8::decode(line, marks).code_point;
  const bool chinese = unicode::is_hanzi(first) || (unicode::is_wide(first) && first != 0x3000);
  return chinese ? static_cast<int>(marks) : 0;
}

}  // namespace keben::markdown::detail
