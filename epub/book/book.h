// The package around the chapters: what a reading system reads before it reads the text.
//
// package.opf says what the book is and lists its files; nav.xhtml and toc.ncx say where things
// are, for new and for old systems; the cover and the title page are its first leaves; one
// stylesheet dresses all. Everything is computed from the same model, outline and counted facts, so
// none can contradict another.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assets/asset_store.h"
#include "edition/edition.h"
#include "epub/xhtml/chapter.h"

namespace keben::epub {

/// A picture as a file of the book.
struct ListedPicture {
  std::string file;  // in img/
  assets::MediaType type;
};

/// A type file of the book.
struct ListedFont {
  std::string file;  // in fonts/
  std::string media_type;
};

/// A page of the printed book, where it begins in this one.
struct PageEntry {
  std::string label;
  std::string place;  // from the package's folder: "text/e1.xhtml#page-12"
};

/// What the package is made from; borrowed for the call.
struct Book {
  const edition::Edition& edition;
  std::vector<ChapterId> chapters;  // in reading order
  std::vector<ListedPicture> pictures;
  std::optional<ListedPicture> cover;
  ContentFacts facts;     // of all chapters
  bool animated = false;  // whether any picture moves
  int toc_depth = 3;
  bool author_css = false;  // css/author.css exists
  std::vector<ListedFont> fonts;
  std::string font_css;                   // appended to the stylesheet
  std::vector<PageEntry> pages = {};      // in their order; none where no PDF is made
  const PageMarks* page_marks = nullptr;  // for the pages of parts
};

/// A finished text file, by its name inside the package's folder.
struct BookFile {
  std::string name;
  std::string content;
};

/// package.opf first, then the files that no chapter is: navigation, first leaves, stylesheet.
std::vector<BookFile> make_package_files(const Book& book);

/// Whether the table of contents is a page that one turns to: in a collection, and where chapters
/// open pages. An essay's is there for the reading system's own menu only.
bool has_contents_page(const Book& book);

/// The parts that have pages of their own before this chapter, by index: those that begin with it
/// and have a title.
std::vector<std::size_t> parts_before(const Book& book, ChapterId chapter);

/// The first text file in reading order: where a reading system opens the book.
std::string first_text(const Book& book);

}  // namespace keben::epub
