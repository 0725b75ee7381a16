// Brings two spellings of the same HTML to one, as the standards' own test programs do: attributes
// in order, void tags without their slash, white space only where it means something.
#pragma once

#include <string>
#include <string_view>

namespace keben::test {

std::string normalize_html(std::string_view html);

}  // namespace keben::test
