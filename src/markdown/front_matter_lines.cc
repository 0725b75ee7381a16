#include <optional>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/front_matter_formats.h"

namespace keben::markdown {
namespace {

std::string_view without_quotes(std::string_view text) {
  text = trimmed(text);
  const bool quoted = text.size() >= 2 && text.front() == text.back() &&
                      (text.front() == '"' || text.front() == '\'');
  return quoted ? text.substr(1, text.size() - 2) : text;
}

struct KeyAndRest {
  std::string_view key;
  std::string_view rest;
};

/// `key: rest`, `"key": rest`, `key = rest` and, as a Chinese keyboard writes it, `key：rest`.
std::optional<KeyAndRest> split(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size() && (is_alnum(line[end]) || line[end] == '_' || line[end] == '-' ||
                               line[end] == '"' || line[end] == '\''))
    ++end;
  if (end == 0) return std::nullopt;
  std::string_view rest = line.substr(end);
  while (!rest.empty() && is_space(rest.front()))
    rest.remove_prefix(1);
  for (const std::string_view colon : {":", "：", "="}) {
    if (rest.starts_with(colon))
      return KeyAndRest{without_quotes(line.substr(0, end)), trimmed(rest.substr(colon.size()))};
  }
  return std::nullopt;
}

Values split_list(std::string_view inside, SourceSpan at) {
  Values out;
  while (!inside.empty()) {
    const std::size_t comma = inside.find(',');
    const std::string_view item = without_quotes(inside.substr(0, comma));
    if (!item.empty()) out.push_back({at, std::string(item)});
    inside.remove_prefix(comma == std::string_view::npos ? inside.size() : comma + 1);
  }
  return out;
}

Value read_value(std::string_view rest, SourceSpan at) {
  if (rest.size() >= 2 && rest.front() == '[' && rest.back() == ']')
    return {at, split_list(rest.substr(1, rest.size() - 2), at)};
  return {at, std::string(without_quotes(rest))};
}

/// Adds `- item` to the key above it.
void add_item(Fields& fields, std::string_view item, SourceSpan at) {
  if (fields.empty()) return;
  Value& value = fields.back().value;
  if (is_empty(value)) value.is = Values();
  if (auto* list = std::get_if<Values>(&value.is))
    list->push_back({at, std::string(without_quotes(item))});
}

SourceSpan span_of(std::uint32_t number, std::string_view line, std::string_view part,
                   FileId file) {
  const auto before = static_cast<std::size_t>(part.data() - line.data());
  const auto column = static_cast<std::uint16_t>(utf8::count(line.substr(0, before)) + 1);
  const auto width = static_cast<std::uint16_t>(utf8::count(part));
  const auto last = static_cast<std::uint16_t>(column + (width > 0 ? width - 1 : 0));
  return {number, number, column, last, file};
}

}  // namespace

Fields read_lines(const FrontText& front) {
  Fields fields;
  std::uint32_t number = front.first_line;
  for (std::size_t at = 0; at < front.text.size(); ++number) {
    const std::size_t end = std::min(front.text.find('\n', at), front.text.size());
    const std::string_view line = front.text.substr(at, end - at);
    const std::string_view bare = trimmed(line);
    if (bare.starts_with("- ")) {
      add_item(fields, bare.substr(2), span_of(number, line, bare, front.file));
    } else if (const auto found = split(line)) {
      const SourceSpan span = span_of(number, line, found->rest, front.file);
      fields.push_back({std::string(found->key), read_value(found->rest, span)});
    }
    at = end + 1;
  }
  return fields;
}

}  // namespace keben::markdown
