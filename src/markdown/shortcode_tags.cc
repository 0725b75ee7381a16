#include "markdown/shortcode_tags.h"

#include <algorithm>
#include <array>
#include <map>

#include "markdown/ascii.h"
#include "markdown/fences.h"

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

class TagFinder {
 public:
  explicit TagFinder(std::string_view text) : text_(text) {}

  std::vector<ShortcodeTag> find() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      const std::string_view line = text_.substr(at, end - at);
      at = fences_.covers(line) || is_indented_code(line) ? end + 1 : read_line(at, end);
    }
    return std::move(tags_);
  }

 private:
  /// Four spaces make code but in a list, where they make a paragraph of an item.
  bool is_indented_code(std::string_view line) {
    if (is_blank(line)) {
      after_blank_ = true;
      return false;
    }
    const std::size_t indent = line.find_first_not_of(' ');
    const std::string_view rest = line.substr(indent);
    const bool indented = indent >= 4 || line.starts_with('\t');
    const std::size_t digits = rest.find_first_not_of("0123456789");
    const bool item = rest.starts_with("- ") || rest.starts_with("* ") || rest.starts_with("+ ") ||
                      (digits > 0 && digits < 10 && rest.substr(digits).starts_with(". "));
    if (!indented) in_list_ = item || (in_list_ && (!after_blank_ || indent > 0));
    in_code_ = indented && !in_list_ && (after_blank_ || in_code_);
    after_blank_ = false;
    return in_code_;
  }

  /// Reads the line [at, end), or the lines that a tag on it reaches into; where the next begins.
  std::size_t read_line(std::size_t at, std::size_t end) {
    while (at < end) {
      if (text_[at] == '\\') {
        at += 2;
      } else if (text_[at] == '`') {
        at = end_of_span(at, end);
      } else if (text_[at] == '{' && read_tag(at)) {
        at = end_of_verbatim(tags_.back());
        if (at > end) end = std::min(text_.find('\n', at), text_.size());
      } else {
        ++at;
      }
    }
    return end + 1;
  }

  /// Behind the code span that begins at `at`; behind its first marks where it does not end on the
  /// line. Marks of one length that found no partner once find none again on that line.
  std::size_t end_of_span(std::size_t at, std::size_t end) {
    const std::size_t behind = std::min(text_.find_first_not_of('`', at), end);
    const std::string_view marks = text_.substr(at, behind - at);
    if (lonely_until_ == end && lonely_ == marks.size()) return behind;
    for (std::size_t next = text_.find(marks, behind); next < end; next = text_.find(marks, next)) {
      const std::size_t next_behind = std::min(text_.find_first_not_of('`', next), end);
      if (next_behind - next == marks.size()) return next_behind;
      next = next_behind;
    }
    lonely_until_ = end;
    lonely_ = marks.size();
    return behind;
  }

  bool read_tag(std::size_t at) {
    for (const Marks& marks : kMarks) {
      if (!text_.substr(at).starts_with(marks.open)) continue;
      const std::size_t first = at + marks.open.size();
      const std::size_t stop = std::min(text_.find('{', first), first + kLongestTag);
      const std::string_view window = text_.substr(first, std::min(stop, text_.size()) - first);
      const std::size_t close = window.find(marks.close);
      if (close == std::string_view::npos) return false;
      return add(marks, at, first + close + marks.close.size(), window.substr(0, close));
    }
    return false;
  }

  bool add(const Marks& marks, std::size_t first, std::size_t end, std::string_view inside) {
    ShortcodeTag tag;
    tag.first = first;
    tag.end = end;
    if (marks.open == "{{") return add_variable(std::move(tag), trimmed(inside));
    if (inside.starts_with("/*") && inside.ends_with("*/")) {
      tag.kind = ShortcodeTag::Kind::escaped;
      tag.behind = inside.substr(2, inside.size() - 4);
      tags_.push_back(std::move(tag));
      return true;
    }
    inside = trimmed(inside);
    if (inside.starts_with('-')) inside = trimmed(inside.substr(1));  // Liquid trims space
    if (inside.ends_with('-') || inside.ends_with('/')) inside.remove_suffix(1);
    const bool hexo = marks.open == "{%";
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

  /// Where reading goes on behind a tag: behind it, or, where it holds code, at its closing tag, so
  /// that no fence in the code is taken for one of the text.
  std::size_t end_of_verbatim(const ShortcodeTag& tag) {
    constexpr std::array<std::string_view, 8> kNames = {
        "highlight", "code", "codeblock", "raw", "verbatim", "mermaid", "plantuml", "math"};
    const bool verbatim = tag.kind == ShortcodeTag::Kind::open &&
                          std::find(kNames.begin(), kNames.end(), tag.name) != kNames.end();
    if (!verbatim) return tag.end;
    const bool hexo = text_.substr(tag.first).starts_with("{%");
    const std::string closing = (hexo ? "end" : "/") + tag.name;
    std::size_t& known = next_closing_[closing];
    while (known != std::string_view::npos && known < tag.end) {
      std::size_t hit = text_.find(closing, std::max(known + 1, tag.end));
      while (hit != std::string_view::npos && opening_before(hit) == hit)
        hit = text_.find(closing, hit + 1);
      known = hit;
    }
    return known == std::string_view::npos ? tag.end : opening_before(known);
  }

  /// Where the `{%` or `{{<` right before `at` begins; `at` itself where there is none.
  std::size_t opening_before(std::size_t at) const {
    const std::string_view before = trimmed_end(text_.substr(0, at));
    for (const Marks& marks : kMarks) {
      if (marks.open != "{{" && before.ends_with(marks.open))
        return before.size() - marks.open.size();
    }
    return at;
  }

  /// `{{ x }}` is many things; only what is surely Liquid's is a variable.
  bool add_variable(ShortcodeTag tag, std::string_view inside) {
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
  void pair(ShortcodeTag& tag) {
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

  std::string_view text_;
  Fences fences_;
  std::vector<ShortcodeTag> tags_;
  std::vector<std::size_t> open_;
  std::map<std::string, std::size_t> count_;         // of open_, by name
  std::map<std::string, std::size_t> next_closing_;  // found so far, by what they say
  bool after_blank_ = true;
  bool in_list_ = false;
  bool in_code_ = false;
  std::size_t lonely_ = 0;
  std::size_t lonely_until_ = 0;
};

}  // namespace

std::vector<ShortcodeTag> find_shortcode_tags(std::string_view text) {
  return TagFinder(text).find();
}

}  // namespace keben::markdown
