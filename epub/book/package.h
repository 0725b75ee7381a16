// The package document (EPUB 3.3 #sec-package-doc).
#pragma once

#include <string>

#include "epub/book/book.h"

namespace keben::epub {

/// package.opf: metadata, manifest, spine, and the OPF 2 guide for Kindle's sake.
std::string write_package(const Book& book);

}  // namespace keben::epub
