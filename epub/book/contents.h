// The table of contents as both navigation documents need it: labels and places, cut to a depth.
#pragma once

#include <string>
#include <vector>

#include "epub/book/book.h"

namespace keben::epub {

struct ContentsEntry {
  std::string label;
  std::string place;     // from the package's folder: "text/e1.xhtml#e1s1"
  std::string language;  // a tag, where it is not the book's own; else empty
  std::vector<ContentsEntry> children;
};

/// The entries down to `depth` levels. No file is out of reach: what would lie deeper but begins a
/// file stands at the last level. An only text that begins before its first heading has an entry of
/// its own for that, under the book's title, since the headings' entries all lie past it.
std::vector<ContentsEntry> contents_of(const Book& book, int depth);

}  // namespace keben::epub
