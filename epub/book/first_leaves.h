// The cover and the title page.
#pragma once

#include <string>

#include "epub/book/book.h"

namespace keben::epub {

/// text/cover.xhtml: the picture alone, as Kobo wants it; the book has a cover.
std::string write_cover(const Book& book);

/// text/title.xhtml: title, subtitle, people, publisher and date, as far as they are known.
std::string write_title_page(const Book& book);

}  // namespace keben::epub
