// The book's one stylesheet.
#pragma once

#include <string>
#include <string_view>

#include "epub/xhtml/used_names.h"

namespace keben::epub {

/// All rules, under 12 KB. The same for every language: what differs goes by a class on the body.
std::string_view stylesheet();

/// css/book.css: the rules that some of the book's elements match, by names and classes; a short
/// essay needs a third of them.
///
/// @param vertical  whether lines run from top to bottom: what then lies around a box is turned
/// with
///                  them (turned_css.h)
std::string stylesheet_for(const UsedNames& names, bool vertical = false);

}  // namespace keben::epub
