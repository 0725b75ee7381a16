// One chapter as one XHTML file: the model's nodes as HTML's elements.
//
// Which element stands for which node, and why, is said where it is written: block.cc, inline.cc,
// table.cc, picture.cc, note.cc. What the package must know of the content (accessibility metadata,
// the pictures that are used) is counted on the way, so that its claims are true by construction.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "assets/asset_store.h"
#include "base/diagnostic.h"
#include "edition/edition.h"
#include "epub/xhtml/names.h"
#include "epub/xhtml/page_marks.h"
#include "epub/xhtml/used_names.h"

namespace keben::epub {

/// What all chapters are written from.
struct TextSource {
  const edition::Edition& edition;
  const std::vector<std::string>& pictures;  // names in img/, by AssetId; empty: none could be made
  bool author_css = false;
  const PageMarks* pages = nullptr;  // of the printed book of the same run; null: there is none

  const edition::Essay& essay(ChapterId id) const { return edition.essays[id.document.v]; }
};

/// What is in some text, for the package's claims.
struct ContentFacts {
  std::set<assets::AssetId> pictures;  // shown in the text
  bool all_described = true;           // each of them by words that describe it
  bool ruby = false;
  bool pages = false;  // marks of the printed book's
  UsedNames names;     // for the stylesheet
  void merge(const ContentFacts& other);
};

/// Where a line of a file comes from.
struct PlacedLine {
  std::size_t line;  // from 1
  SourceSpan from;
};

struct ChapterFile {
  std::string xhtml;
  ContentFacts facts;
  std::vector<std::string> pages;  // labels of those that begin in it
  std::vector<PlacedLine> places;  // of the blocks, ascending: a block goes on to where the next is
};

/// Notes `table-wide` where a table has more columns than a small screen.
ChapterFile write_chapter(const TextSource& source, ChapterId id, Diagnostics& log);

/// Whether the file begins with the document's own title as its h1; otherwise its opening heading
/// is the h1.
bool carries_title(const TextSource& source, ChapterId id);

}  // namespace keben::epub
