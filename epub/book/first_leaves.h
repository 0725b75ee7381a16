// The leaves that hold no text of the author's: the cover, the title page, the pages of parts.
#pragma once

#include <cstddef>
#include <string>

#include "epub/book/book.h"

namespace keben::epub {

/// text/cover.xhtml: the picture alone, as Kobo wants it; the book has a cover.
std::string write_cover(const Book& book);

/// text/title.xhtml: title, subtitle, people, publisher and date, as far as they are known.
std::string write_title_page(const Book& book);

/// text/part1.xhtml: a part's title alone.
std::string write_part_page(const Book& book, std::size_t part);

}  // namespace keben::epub
