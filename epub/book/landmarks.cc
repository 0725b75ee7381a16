#include "epub/book/landmarks.h"

#include "epub/book/colophon.h"
#include "model/generated_words.h"

namespace keben::epub {

std::vector<Landmark> landmarks_of(const Book& book) {
  const model::GeneratedWords& words = book.edition.words();
  std::vector<Landmark> out;
  if (book.cover) out.push_back({"cover", "cover", std::string(words.cover), "text/cover.xhtml"});
  out.push_back({"titlepage", "title-page", std::string(words.title_page), "text/title.xhtml"});
  out.push_back({"toc", "toc", std::string(words.contents), "nav.xhtml"});
  out.push_back({"bodymatter", "text", std::string(words.body), first_text(book)});
  if (book.edition.outline.colophon) {
    out.push_back({"colophon", "colophon", std::string(words.colophon),
                   "text/" + std::string(kColophonFile)});
  }
  return out;
}

}  // namespace keben::epub
