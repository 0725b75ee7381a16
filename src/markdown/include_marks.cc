#include "markdown/include_marks.h"

#include <charconv>

#include "markdown/ascii.h"

namespace keben::markdown {
namespace {

std::optional<std::uint32_t> read_number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// `2`, `2:10`, `2:`, `:10` and, with another mark between the two, `2-10` and `2,10`; nothing
/// where the text is no range.
std::optional<FilePart> read_range(std::string_view text, std::string_view marks) {
  const std::size_t mark = text.find_first_of(marks);
  const std::string_view first = trimmed(text.substr(0, mark));
  FilePart part;
  if (!first.empty()) {
    const auto number = read_number(first);
    if (!number) return std::nullopt;
    part.first_line = *number;
    if (mark == std::string_view::npos) part.last_line = *number;
  }
  if (mark == std::string_view::npos) return first.empty() ? std::nullopt : std::optional(part);
  const std::string_view last = trimmed(text.substr(mark + 1));
  if (last.empty()) return part;
  const auto number = read_number(last);
  if (!number) return std::nullopt;
  part.last_line = *number;
  return part;
}

/// A range, else the name of an anchor.
FilePart read_part(std::string_view text, std::string_view marks) {
  text = trimmed(text);
  if (text.empty()) return {};
  if (const auto range = read_range(text, marks)) return *range;
  FilePart part;
  part.anchor = text;
  return part;
}

/// `path:part`; a part holds no `/`, so a drive letter is no path's end.
void split_path(std::string_view text, IncludeMark& mark) {
  const std::size_t colon = text.find(':');
  mark.path = trimmed(text.substr(0, colon));
  if (colon != std::string_view::npos) mark.part = read_part(text.substr(colon + 1), ":");
}

// --- {{#include path:part}} --------------------------------------------------------------------

std::optional<IncludeMark> read_mdbook(std::string_view line, std::size_t at) {
  // No path holds a brace: so a thousand `{{#` that nothing closes stay linear.
  const std::size_t end = line.find_first_of("{}", at + 3);
  if (end == std::string_view::npos || !line.substr(end).starts_with("}}")) return std::nullopt;
  std::string_view inside = line.substr(at + 3, end - at - 3);
  const std::string_view name = inside.substr(0, inside.find_first_of(" \t"));
  const bool playground = name == "playground" || name == "playpen";
  if (name != "include" && name != "rustdoc_include" && !playground) return std::nullopt;
  IncludeMark mark;
  mark.first = at;
  mark.end = end + 2;
  inside = trimmed(inside.substr(name.size()));
  if (playground) inside = inside.substr(0, inside.find(' '));  // its flags are for a site's script
  split_path(inside, mark);
  mark.as_code = playground;
  mark.escaped = at > 0 && line[at - 1] == '\\';
  if (mark.escaped) --mark.first;
  return mark.path.empty() ? std::nullopt : std::optional(mark);
}

// --- --8<-- "path:part" ------------------------------------------------------------------------

std::optional<IncludeMark> read_snippet(std::string_view line) {
  constexpr std::string_view kScissors = "--8<--";
  const std::size_t at = line.find_first_not_of(" \t>");
  if (at == std::string_view::npos || !line.substr(at).starts_with(kScissors)) return std::nullopt;
  const std::string_view rest = trimmed(line.substr(at + kScissors.size()));
  if (rest.size() < 3 || (rest[0] != '"' && rest[0] != '\'') || rest.back() != rest[0])
    return std::nullopt;
  IncludeMark mark;
  mark.first = at;
  mark.end = line.size();
  split_path(rest.substr(1, rest.size() - 2), mark);
  return mark;
}

// --- <<< @/path#region{1,3 js} [title] ---------------------------------------------------------

std::optional<IncludeMark> read_vitepress(std::string_view line) {
  const std::size_t at = line.find_first_not_of(" \t>");
  if (at == std::string_view::npos || !line.substr(at).starts_with("<<< ")) return std::nullopt;
  std::string_view rest = trimmed(line.substr(at + 4));
  IncludeMark mark;
  mark.first = at;
  mark.end = line.size();
  mark.as_code = true;
  std::string title;
  if (const std::size_t open = rest.rfind(" ["); rest.ends_with(']') && open != rest.npos) {
    title = rest.substr(open);
    rest = trimmed(rest.substr(0, open));
  }
  if (const std::size_t open = rest.find('{'); rest.ends_with('}') && open != rest.npos) {
    const std::string_view inside = rest.substr(open + 1, rest.size() - open - 2);
    const std::size_t word = inside.find_first_not_of("0123456789,- ");
    const std::string_view language = inside.substr(std::min(word, inside.size()));
    mark.info = language.substr(0, language.find_first_of(": "));
    const std::string_view lines = trimmed(inside.substr(0, std::min(word, inside.size())));
    if (!lines.empty()) title = "{" + std::string(lines) + "}" + title;
    rest = trimmed(rest.substr(0, open));
  }
  const std::size_t hash = rest.find('#');
  if (hash != std::string_view::npos) mark.part.anchor = rest.substr(hash + 1);
  mark.path = rest.substr(0, hash);
  if (!title.empty()) mark.info += " " + title;  // the suffix goes before it
  return mark.path.empty() ? std::nullopt : std::optional(mark);
}

// --- <!-- @include: ./path#region{1,3} --> -----------------------------------------------------

std::optional<IncludeMark> read_comment(std::string_view line) {
  const std::size_t at = line.find("<!--");
  const std::size_t close = line.find("-->", at == std::string_view::npos ? 0 : at);
  if (at == std::string_view::npos || close == std::string_view::npos) return std::nullopt;
  constexpr std::string_view kName = "@include:";
  std::string_view inside = trimmed(line.substr(at + 4, close - at - 4));
  if (!inside.starts_with(kName)) return std::nullopt;
  inside = trimmed(inside.substr(kName.size()));
  IncludeMark mark;
  mark.first = at;
  mark.end = close + 3;
  if (const std::size_t open = inside.find('{'); inside.ends_with('}') && open != inside.npos) {
    mark.part = read_part(inside.substr(open + 1, inside.size() - open - 2), ",-");
    inside = trimmed(inside.substr(0, open));
  }
  const std::size_t hash = inside.find('#');
  if (hash != std::string_view::npos) mark.part.anchor = inside.substr(hash + 1);
  mark.path = inside.substr(0, hash);
  return mark.path.empty() ? std::nullopt : std::optional(mark);
}

// --- [import:1-10, lang:"js"](path) ------------------------------------------------------------

std::string_view without_quotes(std::string_view text) {
  text = trimmed(text);
  const bool quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return quoted ? text.substr(1, text.size() - 2) : text;
}

std::optional<IncludeMark> read_honkit(std::string_view line) {
  const std::size_t at = line.find_first_not_of(" \t>");
  const std::size_t close = line.find("](");
  if (at == std::string_view::npos || close == std::string_view::npos) return std::nullopt;
  const std::string_view whole = trimmed_end(line);
  std::string_view label = whole.substr(at, close - at);
  if (!whole.ends_with(')') || !(label.starts_with("[import") || label.starts_with("[include")))
    return std::nullopt;
  label.remove_prefix(label.starts_with("[import") ? 7 : 8);
  if (!label.empty() && label[0] != ':' && label[0] != ',') return std::nullopt;
  IncludeMark mark;
  mark.first = at;
  mark.end = line.size();
  mark.as_code = true;
  mark.path = trimmed(whole.substr(close + 2, whole.size() - close - 3));
  std::string title;
  for (bool is_part = label.starts_with(':'); !label.empty(); is_part = false) {
    const std::size_t comma = label.find(',', 1);
    const std::string_view item = trimmed(label.substr(1, comma - 1));
    if (is_part) mark.part = read_part(without_quotes(item), "-");
    if (item.starts_with("lang:")) mark.info = without_quotes(item.substr(5));
    if (item.starts_with("title:")) title = without_quotes(item.substr(6));
    label.remove_prefix(std::min(comma, label.size()));
  }
  if (!title.empty()) mark.info += " title=\"" + title + "\"";
  return mark;
}

}  // namespace

std::optional<IncludeMark> find_include(std::string_view line, std::size_t from, bool in_code) {
  if (from == 0) {
    if (const auto mark = read_snippet(line)) return mark;
    if (!in_code) {
      for (const auto read : {read_vitepress, read_comment, read_honkit}) {
        if (const auto mark = read(line)) return mark;
      }
    }
  }
  for (std::size_t at = line.find("{{#", from); at != std::string_view::npos;
       at = line.find("{{#", at + 3)) {
    if (const auto mark = read_mdbook(line, at)) return mark;
  }
  return std::nullopt;
}

}  // namespace keben::markdown
