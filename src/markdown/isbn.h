// A book's number (ISO 2108): as written, to its thirteen digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace keben::markdown {

/// `978-7-302-51162-5`, `ISBN 7-302-51162-4` and the like as thirteen digits; nothing where it is
/// of another length or its check digit tells of a slip.
std::optional<std::string> read_isbn(std::string_view written);

}  // namespace keben::markdown
