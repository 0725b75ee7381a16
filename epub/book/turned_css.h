// The stylesheet for lines that run from top to bottom (epub.md 29).
#pragma once

#include <string>
#include <string_view>

namespace keben::epub {

/// The same rules with margins, padding and borders turned a quarter to the right, as lines are:
/// what stood above now stands on the right, what stood on the left above. Old readers do not know
/// the properties that are named by the line's direction.
///
/// @param css  of our own: plain rules, no comments, no nesting
std::string turned_css(std::string_view css);

}  // namespace keben::epub
