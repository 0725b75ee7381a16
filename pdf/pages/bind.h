// Binding: front matter and flows become one run of pages, each with its place, its folio and its
// running head.
//
// In print, flows open on a recto (odd folio, right-hand page) and a blank verso may stand before
// them; on screen nothing is blank. Front matter counts in roman figures, the text in arabic from
// its first page (typesetting.md 7.10).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "edition/edition.h"
#include "edition/page_starts.h"
#include "pdf/draw/display_list.h"
#include "pdf/pages/make_up.h"

namespace keben::pdf::pages {

/// A run of text that opens a page: a chapter, or a whole essay.
struct Flow {
  std::vector<MadeUpPage> pages;
  std::vector<draw::Struct> structure;  // as a galley's: parent 0 is the flow's own element
  std::string title;          // for running heads, until a heading of its own says otherwise
  std::string anchor;         // of its beginning, or empty
  std::string language = {};  // where it differs from the book's
  bool bare = false;          // no folio: a part's own page
};

/// The picture on the front, by its number in the asset store.
struct Cover {
  draw::PictureIndex picture;
  PixelSize size;
};

struct Book {
  const edition::Edition& edition;
  const style::Stylesheet& sheet;
  const fonts::Catalog& faces;
  config::Purpose purpose;
  int toc_depth = 2;
  std::optional<Cover> cover = std::nullopt;
};

struct Bound {
  draw::DisplayList list;
  edition::PageStarts starts;
};

/// The whole display list. The contents are set here, since they name the pages.
Bound bind(const Book& book, std::vector<Flow> flows, Diagnostics& log);

}  // namespace keben::pdf::pages
