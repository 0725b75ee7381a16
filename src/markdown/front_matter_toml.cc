#include <toml++/toml.h>

#include <sstream>
#include <utility>

#include "markdown/front_matter_formats.h"

namespace keben::markdown {
namespace {

SourceSpan span_of(const toml::source_position& position, const FrontText& front) {
  const std::uint32_t line = front.first_line + (position.line > 0 ? position.line - 1 : 0);
  const auto column = static_cast<std::uint16_t>(position.column > 0 ? position.column : 1);
  return {line, line, column, column, front.file};
}

/// A number, truth value or date as TOML prints it: ISO 8601 for dates.
std::string spelled(const toml::node& node) {
  std::ostringstream out;
  node.visit([&](const auto& typed) {
    if constexpr (toml::is_value<decltype(typed)>) out << typed.get();
  });
  return out.str();
}

/// toml++ keeps nesting below 256 itself (TOML_MAX_NESTED_VALUES), so this may recurse.
Value value_of(const toml::node& node, const FrontText& front) {
  Value out{span_of(node.source().begin, front), std::string()};
  if (const toml::array* array = node.as_array()) {
    Values list;
    for (const toml::node& item : *array)
      list.push_back(value_of(item, front));
    out.is = std::move(list);
  } else if (const toml::table* table = node.as_table()) {
    Fields map;
    for (const auto& [key, item] : *table)
      map.push_back({std::string(key.str()), value_of(item, front)});
    out.is = std::move(map);
  } else if (const auto* text = node.as_string()) {
    out.is = text->get();
  } else if (node.is_boolean()) {
    out.is = std::string(node.as_boolean()->get() ? "true" : "false");
  } else {
    out.is = spelled(node);
  }
  return out;
}

}  // namespace

Read read_toml(const FrontText& front, const config::Limits&) {
  try {
    const toml::table table = toml::parse(front.text);
    return std::get<Fields>(value_of(table, front).is);
  } catch (const toml::parse_error& e) {
    return Refusal{span_of(e.source().begin, front), std::string(e.description())};
  }
}

}  // namespace keben::markdown
