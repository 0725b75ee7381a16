// The last leaf of a collection: outline/colophon.h as a file of the book.
#pragma once

#include <string>

#include "epub/book/book.h"

namespace keben::epub {

/// The file's name in text/.
inline constexpr const char* kColophonFile = "colophon.xhtml";

/// text/colophon.xhtml: what book this is, then each text with a link to it, its day, its licence
/// and its address on the web. The outline has a colophon.
std::string write_colophon(const Book& book);

}  // namespace keben::epub
