// Making up: a galley is cut into pages.
//
// A dynamic programme over the places where a page may end, over one flow (a chapter, an essay) at
// a time; widows, orphans and split blocks cost what typesetting.md 7.3 says, and a page that ends
// k lines short costs 300·k². Where a page would end badly, one of its paragraphs is set again in a
// line less or more, if that makes it end well. A figure that does not fit waits for the head of
// the next page, and the text goes on. Notes stand at the foot of the page that has their mark; one
// that does not fit there goes on at the foot of the next.
#pragma once

#include <functional>
#include <optional>
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
  edition::TextPlace begins;                // its text, if it has any
  bool opens = false;                       // the first of its flow: no running head
};

/// Sets a paragraph again in a line less (-1) or more (1), or says that it cannot be done well.
using Reset = std::function<std::optional<galley::Variant>(const galley::Galley&,
                                                           const galley::Resettable&, int lines)>;

/// Never fails: a piece higher than a page stands on one of its own and runs over its foot.
///
/// @param galley paragraphs that are set again are added behind its pieces
std::vector<MadeUpPage> make_up(galley::Galley& galley, const style::Stylesheet& sheet,
                                const fonts::Catalog& faces, const Reset& reset = {});

/// From which line of a note on.
struct NotePlace {
  std::uint32_t note = 0, line = 0;
  bool operator==(const NotePlace&) const = default;
};

/// What stands on a page, as indices into the pieces: for tests, and the first half of make_up.
struct Cut {
  struct Span {
    std::uint32_t first = 0, end = 0;
    bool operator==(const Span&) const = default;
  };
  std::uint32_t first = 0, end = 0;  // of the text as first set: where this page and the next begin
  std::vector<Span> waited;          // figures from pages before, at its head
  std::vector<Span> text;
  std::vector<std::pair<NotePlace, std::uint32_t>>
      notes;                       // each from a place up to a line of the same note
  std::vector<NotePlace> carried;  // what is left of notes for the next page
};
std::vector<Cut> cut_into_pages(galley::Galley& galley, const style::Geometry& page,
                                const Reset& reset = {});

}  // namespace keben::pdf::pages
