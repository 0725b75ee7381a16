#include "markdown/shortcode_tags.h"

#include <algorithm>
#include <array>

#include "markdown/ascii.h"
#include "markdown/shortcode_meanings.h"

namespace keben::markdown {

std::string Arguments::get(std::initializer_list<std::string_view> keys, std::size_t place) const {
  for (const std::string_view key : keys) {
    for (const auto& [name, value] : named) {
      if (same_ignoring_case(name, key) && !value.empty()) return value;
    }
  }
  return place < plain.size() ? plain[place] : std::string();
}

namespace {

/// Takes a value off the front: quoted by `"`, `'` or `` ` ``, else up to white space or a comma.
std::string take_value(std::string_view& rest, bool& quoted) {
  const char mark = rest.empty() ? ' ' : rest[0];
  quoted = mark == '"' || mark == '\'' || mark == '`';
  std::string value;
  std::size_t at = quoted ? 1 : 0;
  for (; at < rest.size(); ++at) {
    const char c = rest[at];
    if (quoted ? c == mark : is_space(c) || c == ',' || c == '=') break;
    if (quoted && c == '\\' && at + 1 < rest.size() && rest[at + 1] == mark) ++at;
    value += rest[at];
  }
  rest.remove_prefix(std::min(at + (quoted ? 1 : 0), rest.size()));
  return value;
}

/// Hexo's `lang:js`.
bool is_pair_by_colon(std::string_view word) {
  constexpr std::array<std::string_view, 4> kKeys = {"lang:", "title:", "mark:", "first_line:"};
  return std::any_of(kKeys.begin(), kKeys.end(),
                     [&](std::string_view key) { return word.starts_with(key); });
}

}  // namespace

Arguments parse_arguments(std::string_view text) {
  Arguments out;
  for (std::string_view rest = trimmed(text); !rest.empty(); rest = trimmed(rest)) {
    if (rest[0] == ',' || rest[0] == '=') {
      rest.remove_prefix(1);
      continue;
    }
    bool quoted = false;
    std::string word = take_value(rest, quoted);
    if (!quoted && rest.starts_with('=')) {
      rest.remove_prefix(1);
      out.named.emplace_back(std::move(word), take_value(rest, quoted));
    } else if (!quoted && is_pair_by_colon(word)) {
      const std::size_t colon = word.find(':');
      out.named.emplace_back(word.substr(0, colon), word.substr(colon + 1));
    } else {
      out.plain.push_back(std::move(word));
    }
  }
  return out;
}

namespace {

constexpr std::size_t kLongestTag = 4096;

/// A tag's marks. Hugo allows `{{<name>}}` and self-closing `{{< name />}}`.
struct Marks {
  std::string_view open, close;
};
constexpr std::array<Marks, 4> kMarks = {{
    {"{{<", ">}}"},
    {"{{%", "%}}"},
    {"{%", "%}"},
    {"{{", "}}"},
}};

}  // namespace

std::size_t TagReader::read(std::size_t at) {
  if (at < raw_end_) return at;
  if (at < behind_raw_) return behind_raw_;
  if (!read_tag(at)) return at;
  const ShortcodeTag tag = tags_.back();
  const bool as_is = holds_as_is(tag.name);
  if (tag.kind != ShortcodeTag::Kind::open || !(as_is || holds_code(tag.name))) return tag.end;
  const std::size_t closing = closing_tag_of(tag);
  if (closing == std::string_view::npos) return tag.end;
  if (!as_is) return closing;
  if (read_tag(closing)) raw_end_ = closing, behind_raw_ = tags_.back().end;
  return tag.end;
}

bool TagReader::read_tag(std::size_t at) {
  for (const Marks& marks : kMarks) {
    if (!text_.substr(at).starts_with(marks.open)) continue;
    const std::size_t first = at + marks.open.size();
    const std::size_t stop = std::min(text_.find('{', first), first + kLongestTag);
    const std::string_view window = text_.substr(first, std::min(stop, text_.size()) - first);
    const std::size_t close = window.find(marks.close);
    if (close == std::string_view::npos) return false;
    ShortcodeTag tag;
    tag.first = at;
    tag.end = first + close + marks.close.size();
    const std::string_view inside = trimmed(window.substr(0, close));
    if (marks.open == "{{") return add_variable(std::move(tag), inside);
    return add_call(std::move(tag), marks.open, inside);
  }
  return false;
}

bool TagReader::add_call(ShortcodeTag tag, std::string_view opening, std::string_view inside) {
  if (inside.starts_with("/*") && inside.ends_with("*/")) {
    tag.kind = ShortcodeTag::Kind::escaped;
    tag.behind = inside.substr(2, inside.size() - 4);
    tags_.push_back(std::move(tag));
    return true;
  }
  if (inside.starts_with('-')) inside = trimmed(inside.substr(1));  // Liquid trims space
  if (inside.ends_with('-') || inside.ends_with('/')) inside.remove_suffix(1);
  const bool hexo = opening == "{%";
  bool closes = !hexo && inside.starts_with('/');
  if (closes) inside = trimmed(inside.substr(1));
  std::string_view name = inside.substr(0, inside.find_first_of(" \t\n,\"'"));
  tag.behind = inside.substr(name.size());
  if (hexo && name.starts_with("end") && name.size() > 3) {
    name.remove_prefix(3);
    closes = true;
  }
  if (name.empty() || !(is_alpha(name[0]) || is_not_ascii(name[0]))) return false;
  tag.name = lowered(name);
  tag.kind = closes ? ShortcodeTag::Kind::close : ShortcodeTag::Kind::open;
  pair(tag);
  tags_.push_back(std::move(tag));
  return true;
}

/// Where the tag begins that closes an opening one, whatever stands in between; npos where there is
/// none.
std::size_t TagReader::closing_tag_of(const ShortcodeTag& tag) {
  const bool hexo = text_.substr(tag.first).starts_with("{%");
  const std::string closing = (hexo ? "end" : "/") + tag.name;
  const std::size_t word = closers_.find_if(
      closing, closing, tag.end, [&](std::size_t at) { return opening_before(at) != at; });
  return word == std::string_view::npos ? word : opening_before(word);
}

/// Where the `{%` or `{{<` right before `at` begins; `at` itself where there is none.
std::size_t TagReader::opening_before(std::size_t at) const {
  std::string_view before = trimmed_end(text_.substr(0, at));
  if (before.ends_with("{%-")) before.remove_suffix(1);
  for (const Marks& marks : kMarks) {
    if (marks.open != "{{" && before.ends_with(marks.open))
      return before.size() - marks.open.size();
  }
  return at;
}

/// `{{ x }}` is many things; only what is surely Liquid's is a variable.
bool TagReader::add_variable(ShortcodeTag tag, std::string_view inside) {
  const bool liquid = inside.starts_with("site.") || inside.starts_with("page.") ||
                      inside.find("| relative_url") != std::string_view::npos ||
                      inside.find("| absolute_url") != std::string_view::npos;
  if (!liquid) return false;
  tag.kind = ShortcodeTag::Kind::variable;
  tag.behind = inside;
  tags_.push_back(std::move(tag));
  return true;
}

/// A closing tag ends the last open one of its name; those opened in between stay alone.
void TagReader::pair(ShortcodeTag& tag) {
  if (tag.kind == ShortcodeTag::Kind::open) {
    open_.push_back(tags_.size());
    ++count_[tag.name];
    return;
  }
  if (count_[tag.name] == 0) return;
  while (tags_[open_.back()].name != tag.name) {
    --count_[tags_[open_.back()].name];
    open_.pop_back();
  }
  --count_[tag.name];
  tag.partner = open_.back();
  tags_[open_.back()].partner = tags_.size();
  open_.pop_back();
}

}  // namespace keben::markdown
