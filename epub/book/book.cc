#include "epub/book/book.h"

#include "epub/book/first_leaves.h"
#include "epub/book/navigation.h"
#include "epub/book/package.h"
#include "epub/book/stylesheet.h"

namespace keben::epub {

std::vector<BookFile> make_package_files(const Book& book) {
  std::vector<BookFile> out;
  out.push_back({"package.opf", write_package(book)});
  out.push_back({"nav.xhtml", write_nav(book)});
  out.push_back({"toc.ncx", write_ncx(book)});
  out.push_back({"css/book.css", {}});
  const std::size_t css = out.size() - 1;
  if (book.cover) out.push_back({"text/cover.xhtml", write_cover(book)});
  out.push_back({"text/title.xhtml", write_title_page(book)});
  UsedNames names = book.facts.names;
  for (const BookFile& file : out) {
    if (file.name.ends_with(".xhtml")) names.add(file.content);
  }
  out[css].content = stylesheet_for(names) + book.font_css;
  return out;
}

bool has_contents_page(const Book& book) {
  return !book.collection.single() || book.outline.chapters_open_pages;
}

std::string first_text(const Book& book) {
  return "text/" + chapter_file(book.outline, book.chapters.front());
}

}  // namespace keben::epub
