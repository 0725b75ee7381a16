#include "epub/book/book.h"

#include <algorithm>
#include <cstdint>

#include "epub/book/colophon.h"
#include "epub/book/first_leaves.h"
#include "epub/book/navigation.h"
#include "epub/book/package.h"
#include "epub/book/stylesheet.h"
#include "epub/xhtml/upright.h"

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
  for (const ChapterId chapter : book.chapters) {
    for (const std::size_t part : parts_before(book, chapter))
      out.push_back({"text/" + part_stem(part) + ".xhtml", write_part_page(book, part)});
  }
  if (book.edition.outline.colophon)
    out.push_back({"text/" + std::string(kColophonFile), write_colophon(book)});
  if (book.edition.vertical()) {
    for (BookFile& file : out)
      if (file.name.starts_with("text/")) file.content = set_upright(file.content);
  }
  UsedNames names = book.facts.names;
  for (const BookFile& file : out) {
    if (file.name.ends_with(".xhtml")) names.add(file.content);
  }
  out[css].content = stylesheet_for(names, book.edition.vertical()) + book.font_css;
  return out;
}

bool has_contents_page(const Book& book) {
  return !book.edition.single || book.edition.outline.chapters_open_pages;
}

std::vector<std::size_t> parts_before(const Book& book, ChapterId chapter) {
  std::vector<std::size_t> out;
  if (chapter.chapter != 0 || book.edition.single) return out;
  const std::vector<edition::Part>& parts = book.edition.parts;
  const auto begins_before = [](const edition::Part& part, std::uint32_t document) {
    return part.first < document;
  };
  auto part = std::lower_bound(parts.begin(), parts.end(), chapter.document.v, begins_before);
  for (; part != parts.end() && part->first == chapter.document.v; ++part)
    if (part->has_page_of_its_own()) out.push_back(static_cast<std::size_t>(part - parts.begin()));
  return out;
}

std::string first_text(const Book& book) {
  const std::vector<std::size_t> parts = parts_before(book, book.chapters.front());
  if (!parts.empty()) return "text/" + part_stem(parts.front()) + ".xhtml";
  return "text/" + chapter_file(book.edition.outline, book.chapters.front());
}

}  // namespace keben::epub
