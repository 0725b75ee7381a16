// The places that a reading system may want to jump to; the same for nav.xhtml and for the OPF 2
// guide.
#pragma once

#include <string>
#include <vector>

#include "epub/book/book.h"

namespace keben::epub {

struct Landmark {
  const char* epub_type;   // EPUB Structural Semantics Vocabulary
  const char* guide_type;  // OPF 2.0.1 §2.6
  std::string label;
  std::string place;  // from the package's folder
};

std::vector<Landmark> landmarks_of(const Book& book);

}  // namespace keben::epub
