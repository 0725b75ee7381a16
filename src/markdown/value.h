// What front matter holds, whichever of YAML, TOML and JSON it is written in.
//
// Scalars stay text as their author wrote them: a date, `no` and `007` are told apart by the key
// that asks (meta.h), not by a format's own idea of types.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/source_map.h"

namespace keben::markdown {

struct Value;
struct Field;
using Values = std::vector<Value>;
using Fields = std::vector<Field>;

struct Value {
  SourceSpan at;
  std::variant<std::string, Values, Fields> is;  // empty text: absent

  const std::string* text() const { return std::get_if<std::string>(&is); }
  const Values* list() const { return std::get_if<Values>(&is); }
  const Fields* map() const { return std::get_if<Fields>(&is); }
};

struct Field {
  std::string key;
  Value value;
  SourceSpan at = {};  // of the key, where the format tells
};

/// The first field of that name (ASCII case ignored) whose value is not empty, or nullptr.
const Value* find(const Fields& fields, std::string_view key);

bool is_empty(const Value& value);

}  // namespace keben::markdown
