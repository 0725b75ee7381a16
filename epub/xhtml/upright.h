// Digits in lines from top to bottom (epub.md 29).
//
// They would lie on their sides: one or two of them stand upright together, in a span that the
// stylesheet combines (tate-chu-yoko). It is looked for in the finished page, where digits that
// several nodes bring side by side are already one number.
#pragma once

#include <string>
#include <string_view>

namespace keben::epub {

/// The same page, one of our own, with its digits so set; code keeps what it has.
std::string set_upright(std::string_view xhtml);

}  // namespace keben::epub
