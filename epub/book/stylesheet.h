// The book's one stylesheet.
#pragma once

#include <string_view>

namespace keben::epub {

/// css/book.css, under 12 KB. The same for every book: what differs by language goes by a class on
/// the body.
std::string_view stylesheet();

}  // namespace keben::epub
