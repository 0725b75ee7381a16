// Where everything is and what it is called: one answer for both backends.
//
// Headings get a rank (their depth by order, without the jumps that authors write), an anchor that
// is unique in the book, and a place in the table of contents; links get their target; long or
// many-headed essays are cut into chapters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "model/collection.h"
#include "outline/colophon.h"

namespace keben::outline {

/// What the outline knows of one heading, by HeadingId.
struct HeadingPlace {
  int rank = 1;  // 1 for the highest in its document; a child is exactly one deeper than its parent
  int level = 1;            // as the author wrote it; decides the look
  std::string anchor;       // ASCII, an NCName, unique in the book
  std::string text;         // plain, for navigation; empty where the heading shows no words
  bool listed = true;       // stands in the text's own flow; a heading inside a quotation, a box or
                            // a list, or without words, has no entry in the table of contents
  std::size_t chapter = 0;  // index into DocumentOutline::chapters
};

/// A link out of the book, to a heading or the beginning of a member, or to nothing.
struct External {
  std::string address;  // absolute, percent-encoded where needed
  bool operator==(const External&) const = default;
};
struct Internal {
  model::DocumentId document;
  std::optional<model::HeadingId> heading;  // absent: the document's beginning
  bool operator==(const Internal&) const = default;
};
struct Dead {
  bool operator==(const Dead&) const = default;
};
using Target = std::variant<External, Internal, Dead>;

/// A run of a document's blocks that stands for itself: one XHTML, and an opening page where
/// `chapters_open_pages` says so. A run over 260 KB is cut again at its next level, so a chapter's
/// heading may be of rank 2 or more; such a chapter goes on where the one before ended.
struct Chapter {
  std::size_t first_block = 0;
  std::size_t end_block = 0;  // one past the last
  std::optional<model::HeadingId>
      heading;  // the heading that opens it; absent: the text before the first
};

struct DocumentOutline {
  std::string anchor;                  // of the document's beginning
  std::vector<HeadingPlace> headings;  // by HeadingId
  std::vector<Target> links;           // by LinkId
  std::vector<Chapter>
      chapters;  // at least one; more where the document is cut at its highest headings
  std::vector<std::size_t> note_chapter;  // by NoteId: the chapter that first refers to it
};

/// An entry of the table of contents. A part has no heading: each backend makes a page of it, and
/// `document` is the first of its own.
struct TocEntry {
  enum class Kind : std::uint8_t { part, document, heading };
  Kind kind = Kind::heading;
  std::string title;
  model::DocumentId document;
  std::optional<model::HeadingId> heading;
  std::vector<TocEntry> children;
  std::size_t part = 0;  // of a part: index into Collection::parts
};

struct Outline {
  std::vector<DocumentOutline> documents;
  std::vector<TocEntry> toc;
  // A single text whose highest headings open chapters of a book, rather than sections of an essay:
  // chapters (of rank 1) then begin on pages of their own. See chapters.h for how the two are told
  // apart.
  bool chapters_open_pages = false;
  std::optional<Colophon> colophon;  // the last leaf of a collection that has one

  const HeadingPlace& at(model::DocumentId d, model::HeadingId h) const {
    return documents[d.v].headings[h.v];
  }
  const Target& at(model::DocumentId d, model::LinkId l) const { return documents[d.v].links[l.v]; }
};

/// Computes all of it; dead links inside the book become warnings (`link-dead`) with their place.
Outline make_outline(const model::Collection& collection, Diagnostics& log);

}  // namespace keben::outline
