#include "markdown/front_matter.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>

#include "markdown/ascii.h"
#include "markdown/front_matter_formats.h"

namespace keben::markdown {
namespace {

enum class Format { yaml, toml, json, definitions };

/// Front matter found, not yet read: bytes [first, end) between the fences.
struct Found {
  Format format = Format::yaml;
  std::size_t first = 0;
  std::size_t end = 0;
  std::size_t end_with_fence = 0;  // the next line's beginning
};

/// The line at `at` without its end and trailing spaces, and where the next one begins.
struct Line {
  std::string_view text;
  std::size_t next = 0;
};

Line line_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  return {trimmed_end(text.substr(at, end - at)), std::min(end + 1, text.size())};
}

/// `title:` and a space or the line's end; `title：` for keys that front matter is known to have,
/// since a line of dialogue between two rules is written `老王：走吧` too.
bool is_key_line(std::string_view line) {
  const std::size_t end =
      std::min(line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                      "0123456789_-.\"'"),
               line.size());
  std::string_view rest = line.substr(end);
  while (rest.starts_with(' '))
    rest.remove_prefix(1);
  if (end == 0) return false;
  if (rest.starts_with(':')) return rest.size() == 1 || is_space(rest[1]) || rest[1] == '"';
  constexpr std::array<std::string_view, 6> kKnown = {"title",  "date",  "tags",
                                                      "author", "draft", "description"};
  const bool known = std::any_of(kKnown.begin(), kKnown.end(), [&](std::string_view key) {
    return same_ignoring_case(line.substr(0, end), key);
  });
  return known && rest.starts_with("：");
}

bool looks_like_yaml(std::string_view inside) {
  bool blank = true;
  for (std::size_t at = 0; at < inside.size();) {
    const Line line = line_at(inside, at);
    if (is_key_line(line.text)) return true;
    blank = blank && (line.text.empty() || line.text[0] == '#');
    at = line.next;
  }
  return blank;
}

std::optional<Found> find_fenced(std::string_view text, std::string_view fence, Format format) {
  for (std::size_t at = line_at(text, 0).next; at < text.size();) {
    const Line line = line_at(text, at);
    if (line.text == fence || (format == Format::yaml && line.text == "..."))
      return Found{format, line_at(text, 0).next, at, line.next};
    at = line.next;
  }
  return std::nullopt;
}

/// An object in braces that ends at a line's end; strings may hold braces.
std::optional<Found> find_braced(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && --depth == 0) {
      const Line rest = line_at(text, at + 1);
      if (!rest.text.empty()) return std::nullopt;
      return Found{Format::json, 0, at + 1, rest.next};
    }
  }
  return std::nullopt;
}

/// All definitions from the first line on, and the blank lines between them.
Found find_definitions(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Line line = line_at(text, at);
    at = line.next;
    if (is_definition_line(line.text) || line.text.starts_with("[#]:")) {
      end = at;
    } else if (!line.text.empty()) {
      break;
    }
  }
  return {Format::definitions, 0, end, end};
}

std::optional<Found> find_front_matter(std::string_view text) {
  const std::string_view first = line_at(text, 0).text;
  if (first == "---json" || first == "---") {
    const auto found = find_fenced(text, "---", first == "---" ? Format::yaml : Format::json);
    const bool real =
        found && (found->format == Format::json ||
                  looks_like_yaml(text.substr(found->first, found->end - found->first)));
    return real ? found : std::nullopt;
  }
  if (is_definition_line(first)) return find_definitions(text);
  if (first == "+++") return find_fenced(text, "+++", Format::toml);
  const bool object = text.starts_with('{') && trimmed(text.substr(1, 200)).starts_with('"');
  return object ? find_braced(text) : std::nullopt;
}

void warn_of_refusal(const Refusal& refusal, Diagnostics& log) {
  log.warn(
      "front-matter-malformed", refusal.at,
      {"文首信息不合格式，已逐行读取（" + refusal.reason + "）",
       "front matter is malformed, its lines were read one by one (" + refusal.reason + ")"},
      {"含 `: `、`#`、`@` 等符号的值请加引号", "put quotes around values with `: `, `#` or `@`"});
}

void warn_of_size(SourceSpan at, std::size_t limit, Diagnostics& log) {
  const std::string kib = std::to_string(limit >> 10);
  log.warn(
      "front-matter-too-large", at,
      {"文首信息超过 " + kib + " KiB，未读取", "front matter over " + kib + " KiB was not read"});
}

void warn_of_duplicates(const Fields& fields, Diagnostics& log) {
  std::set<std::string> seen;
  for (const Field& field : fields) {
    if (seen.insert(lowered(field.key)).second) continue;
    log.warn("front-matter-duplicate", field.value.at,
             {"文首信息中 " + field.key + " 重复，以第一个为准",
              "`" + field.key + "` stands twice in the front matter; the first counts"});
  }
}

Read read_as(Format format, const FrontText& front, const config::Limits& limits) {
  switch (format) {
    case Format::toml:
      return read_toml(front, limits);
    case Format::definitions:
      return read_definitions(front);
    case Format::yaml:
    case Format::json:
      return read_yaml(front, limits);
  }
  return Fields();
}

}  // namespace

FrontMatter read_front_matter(std::string_view text, FileId file, const config::Limits& limits,
                              Diagnostics& log) {
  const std::optional<Found> found = find_front_matter(text);
  if (!found) return {};
  const auto lines_in = [](std::string_view part) {
    return static_cast<std::uint32_t>(std::count(part.begin(), part.end(), '\n'));
  };
  FrontMatter out;
  out.end_byte = found->end_with_fence;
  const std::uint32_t last_line = lines_in(text.substr(0, found->end_with_fence - 1)) + 1;
  out.at = {1, last_line, 1, 1, file};
  const FrontText front{text.substr(found->first, found->end - found->first), file,
                        lines_in(text.substr(0, found->first)) + 1};
  if (front.text.size() > limits.front_matter_bytes) {
    warn_of_size(out.at, limits.front_matter_bytes, log);
    return out;
  }
  Read read = read_as(found->format, front, limits);
  if (const auto* refusal = std::get_if<Refusal>(&read)) {
    warn_of_refusal(*refusal, log);
    read = read_lines(front);
  }
  out.fields = std::get<Fields>(std::move(read));
  warn_of_duplicates(out.fields, log);
  return out;
}

}  // namespace keben::markdown
