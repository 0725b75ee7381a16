#include "markdown/value.h"

#include "base/overload.h"
#include "markdown/ascii.h"

namespace keben::markdown {

bool is_empty(const Value& value) {
  return std::visit(Overload{
                        [](const std::string& text) { return is_blank(text); },
                        [](const Values& list) { return list.empty(); },
                        [](const Fields& map) { return map.empty(); },
                    },
                    value.is);
}

const Value* find(const Fields& fields, std::string_view key) {
  for (const Field& field : fields) {
    if (same_ignoring_case(field.key, key) && !is_empty(field.value)) return &field.value;
  }
  return nullptr;
}

}  // namespace keben::markdown
