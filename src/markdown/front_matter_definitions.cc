// LCTT's header: link definitions that nothing refers to, so that no Markdown shows them.
//
//     [#]: subject: "标题"
//     [#]: via: "https://example.org/original"
#include <algorithm>
#include <string>

#include "markdown/ascii.h"
#include "markdown/front_matter_formats.h"

namespace keben::markdown {
namespace {

/// Its keys, as other blogs name them.
std::string usual_key(std::string_view key) {
  if (same_ignoring_case(key, "subject")) return "title";
  if (same_ignoring_case(key, "via")) return "canonical";
  const bool handle = same_ignoring_case(key, "publisher");  // a person's, no house's
  return handle ? std::string("lctt-publisher") : std::string(key);
}

/// `"v"`, `(v)` or bare; `[名](https://…)` is the name.
std::string_view value_in(std::string_view text) {
  text = trimmed(text);
  const bool enclosed = text.size() >= 2 && ((text.front() == '"' && text.back() == '"') ||
                                             (text.front() == '(' && text.back() == ')'));
  if (enclosed) text = trimmed(text.substr(1, text.size() - 2));
  const std::size_t close = text.find("](");
  return text.starts_with('[') && close != std::string_view::npos ? text.substr(1, close - 1)
                                                                  : text;
}

}  // namespace

bool is_definition_line(std::string_view line) {
  if (!line.starts_with("[#]:")) return false;
  return trimmed(line.substr(4)).find(':') != std::string_view::npos;
}

Fields read_definitions(const FrontText& front) {
  Fields fields;
  std::uint32_t number = front.first_line;
  for (std::size_t at = 0; at < front.text.size(); ++number) {
    const std::size_t end = std::min(front.text.find('\n', at), front.text.size());
    const std::string_view line = trimmed(front.text.substr(at, end - at));
    at = end + 1;
    if (!is_definition_line(line)) continue;
    const std::string_view rest = trimmed(line.substr(4));
    const std::size_t colon = rest.find(':');
    fields.push_back(
        {usual_key(trimmed(rest.substr(0, colon))),
         {{number, number, 1, 1, front.file}, std::string(value_in(rest.substr(colon + 1)))}});
  }
  return fields;
}

}  // namespace keben::markdown
