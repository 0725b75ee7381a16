// What stands before the text, the title page and the table of contents; and before a part of it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "edition/edition.h"
#include "pdf/galley/paragraph.h"
#include "pdf/pages/make_up.h"
#include "pdf/style/stylesheet.h"

namespace keben::pdf::pages {

/// Pages and the structure elements that they refer to.
struct FrontMatter {
  std::vector<MadeUpPage> pages;
  std::vector<draw::Struct> structure;  // as a galley's
};

FrontMatter title_page(const edition::Edition& edition, const style::Stylesheet& sheet,
                       const fonts::Catalog& faces, Diagnostics& log);

/// A part's own page: its title, where the book's stands on the title page.
FrontMatter part_page(const std::string& title, const style::Stylesheet& sheet,
                      const fonts::Catalog& faces, Diagnostics& log);

/// The name of that page among the anchors. A colon is in no name that a text can give.
std::string part_anchor(std::size_t part);

/// One row of the contents.
struct ContentsRow {
  int depth = 0;  // 0 is outermost
  std::string title;
  std::string anchor;
  std::string page;  // as printed; empty for a part
};

FrontMatter contents_pages(const std::vector<ContentsRow>& rows, const style::Stylesheet& sheet,
                           const fonts::Catalog& faces, Diagnostics& log);

}  // namespace keben::pdf::pages
