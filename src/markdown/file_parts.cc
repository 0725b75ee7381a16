#include "markdown/file_parts.h"

#include <algorithm>
#include <array>
#include <string>

#include "markdown/ascii.h"

namespace keben::markdown {
namespace {

/// True where `name` stands in `line` behind `before`, as a whole word.
bool names(std::string_view line, std::string_view before, std::string_view name,
           std::string_view after = {}) {
  const std::size_t at = line.find(before);
  if (at == std::string_view::npos) return false;
  std::string_view rest = line.substr(at + before.size());
  while (rest.starts_with(' '))
    rest.remove_prefix(1);
  if (!rest.starts_with(name)) return false;
  rest.remove_prefix(name.size());
  if (!after.empty()) return rest.starts_with(after);
  return rest.empty() || !(is_alnum(rest[0]) || rest[0] == '-' || rest[0] == '_');
}

struct AnchorForm {
  std::string_view begin, end;
  std::string_view after;  // what must follow the name
};
constexpr std::array<AnchorForm, 4> kForms = {{
    {"ANCHOR:", "ANCHOR_END:", ""},
    {"#region", "#endregion", ""},
    {"[start:", "[end:", "]"},
    {"[", "[", "]"},
}};

/// Whether a line exists only to set an anchor.
bool sets_anchor(std::string_view line) {
  constexpr std::array<std::string_view, 6> kMarks = {
      "ANCHOR:", "ANCHOR_END:", "#region ", "#endregion", "--8<-- [start:", "--8<-- [end:"};
  return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
    return line.find(mark) != std::string_view::npos;
  });
}

std::vector<NumberedLine> all_lines(std::string_view text) {
  std::vector<NumberedLine> out;
  std::uint32_t number = 1;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out.push_back({number, text.substr(at, end - at)});
    at = end + 1;
  }
  return out;
}

using Lines = std::vector<NumberedLine>;

/// Lines between the two marks of an anchor; an end that is missing is the file's.
std::optional<Lines> between_anchors(const Lines& lines, const std::string& name) {
  for (const AnchorForm& form : kForms) {
    const auto begin = std::find_if(lines.begin(), lines.end(), [&](const NumberedLine& line) {
      return names(line.text, form.begin, name, form.after);
    });
    if (begin == lines.end()) continue;
    const auto end = std::find_if(begin + 1, lines.end(), [&](const NumberedLine& line) {
      const bool unnamed = form.end == "#endregion" && trimmed(line.text).ends_with(form.end);
      return unnamed || names(line.text, form.end, name, form.after);
    });
    return Lines(begin + 1, end);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<NumberedLine>> lines_of(std::string_view text, const FilePart& part) {
  Lines lines = all_lines(text);
  if (!part.anchor.empty()) {
    auto found = between_anchors(lines, part.anchor);
    if (!found) return std::nullopt;
    lines = *std::move(found);
  }
  std::erase_if(lines, [&](const NumberedLine& line) {
    const bool outside =
        part.anchor.empty() && (line.number < part.first_line || line.number > part.last_line);
    return outside || sets_anchor(line.text);
  });
  return lines;
}

}  // namespace keben::markdown
