// Making up: a galley is cut into pages.
//
// A dynamic programme over the places where a page may end, over one flow (a chapter, an essay) at
// a time; widows, orphans and split blocks cost what typesetting.md 7.3 says, and a page that ends
// k lines short costs 300·k². Notes stand at the foot of the page that has their mark; one that
// does not fit there goes on at the foot of the next.
#pragma once

#include <vector>

#include "fonts/catalog.h"
#include "pdf/galley/galley.h"
#include "pdf/style/stylesheet.h"

namespace keben::pdf::pages {

/// A page before it has a place in the book: positions are from the type area's top left corner.
struct MadeUpPage {
  std::vector<draw::Item> items;
  std::vector<draw::LinkArea> links;
  std::vector<draw::Anchor> anchors;
  std::vector<galley::Landmark> landmarks;  // that begin on it
  bool opens = false;                       // the first of its flow: no running head
};

/// Never fails: a piece higher than a page stands on one of its own and runs over its foot.
std::vector<MadeUpPage> make_up(const galley::Galley& galley, const style::Stylesheet& sheet,
                                const fonts::Catalog& faces);

/// Where each page ends, as indices into the pieces: for tests, and the first half of make_up.
struct Cut {
  std::uint32_t first = 0, end = 0;
  // Of the notes on this page: from line `line` of note `note` (carried over), and where they stop.
  struct NotePlace {
    std::uint32_t note = 0, line = 0;
    bool operator==(const NotePlace&) const = default;
  };
  std::vector<std::pair<NotePlace, std::uint32_t>>
      notes;  // each from a place up to a line of the same note
};
std::vector<Cut> cut_into_pages(const galley::Galley& galley, const style::Geometry& page);

}  // namespace keben::pdf::pages
