#include <vector>

#include "epub/book/contents.h"
#include "epub/book/landmarks.h"
#include "epub/book/navigation.h"
#include "epub/xhtml/page.h"
#include "model/generated_words.h"

namespace keben::epub {
namespace {

void write_entries(XmlWriter& out, const std::vector<ContentsEntry>& entries) {
  const Element ol(out, "ol");
  out.line();
  for (const ContentsEntry& entry : entries) {
    {
      const Element li(out, "li");
      {
        const Element a(out, "a", {{"href", entry.place}});
        if (!entry.language.empty()) {
          out.attribute("lang", entry.language);
          out.attribute("xml:lang", entry.language);
        }
        out.text(entry.label);
      }
      if (!entry.children.empty()) write_entries(out, entry.children);
    }
    out.line();
  }
}

void write_toc(XmlWriter& out, const Book& book, const std::string& heading) {
  const Element nav(
      out, "nav",
      {{"epub:type", "toc"}, {"role", "doc-toc"}, {"id", "toc"}, {"aria-labelledby", "contents"}});
  out.line();
  write_element(out, "h1", {{"id", "contents"}}, heading);
  out.line();
  write_entries(out, contents_of(book, book.toc_depth));
}

void write_landmarks(XmlWriter& out, const Book& book, const std::string& label) {
  const Element nav(out, "nav",
                    {{"epub:type", "landmarks"}, {"aria-label", label}, {"hidden", "hidden"}});
  const Element ol(out, "ol");
  out.line();
  for (const Landmark& landmark : landmarks_of(book)) {
    {
      const Element li(out, "li");
      write_element(out, "a", {{"epub:type", landmark.epub_type}, {"href", landmark.place}},
                    landmark.label);
    }
    out.line();
  }
}

void write_page_list(XmlWriter& out, const Book& book, const std::string& label) {
  const Element nav(out, "nav",
                    {{"epub:type", "page-list"},
                     {"role", "doc-pagelist"},
                     {"aria-label", label},
                     {"hidden", "hidden"}});
  const Element ol(out, "ol");
  out.line();
  for (const PageEntry& page : book.pages) {
    {
      const Element li(out, "li");
      write_element(out, "a", {{"href", page.place}}, page.label);
    }
    out.line();
  }
}

}  // namespace

std::string write_nav(const Book& book) {
  const model::Language& language = book.edition.meta.language;
  const model::GeneratedWords& words = model::words_for(language.convention);
  const PageHead head{.language = language,
                      .title = std::string(words.contents),
                      .to_root = "",
                      .author_css = book.author_css};
  return write_page(head, [&](XmlWriter& out) {
    write_toc(out, book, head.title);
    out.line();
    write_landmarks(out, book, std::string(words.landmarks));
    out.line();
    if (book.pages.empty()) return;
    write_page_list(out, book, std::string(words.page_list));
    out.line();
  });
}

}  // namespace keben::epub
