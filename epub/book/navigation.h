// The navigation document, and its forerunner for old reading systems.
#pragma once

#include <string>

#include "epub/book/book.h"

namespace keben::epub {

/// nav.xhtml: the table of contents, and landmarks, hidden, by which systems find the cover, the
/// contents and the beginning of the text (EPUB 3.3 #sec-nav).
std::string write_nav(const Book& book);

/// toc.ncx (OPF 2.0.1 §2.4.1): at most three levels, since e-ink readers show no more, and an entry
/// for every file of the spine, since some (legado) read nothing else.
std::string write_ncx(const Book& book);

}  // namespace keben::epub
