#include "epub/book/colophon.h"

#include "epub/xhtml/page.h"
#include "model/generated_words.h"

namespace keben::epub {
namespace {

using model::Language;

class ColophonWriter {
 public:
  ColophonWriter(const Book& book, XmlWriter& out)
      : book_(book), out_(out), language_(book.edition.meta.language) {}

  void write() {
    const edition::Colophon& colophon = *book_.edition.colophon;
    const Element section(
        out_, "section",
        {{"class", "colophon"}, {"epub:type", "colophon"}, {"role", "doc-colophon"}});
    out_.line();
    mark_pages(colophon.id);
    write_element(out_, "h1", {{"class", "title"}}, std::string(book_.edition.words().colophon));
    out_.line();
    for (const std::string& line : colophon.whole) {
      write_element(out_, "p", {}, line);
      out_.line();
    }
    const Element origins(out_, "ul", {{"class", "origins"}});
    out_.line();
    for (const edition::ColophonEntry& each : colophon.entries)
      entry(each);
  }

 private:
  void entry(const edition::ColophonEntry& entry) {
    const Language& language = book_.edition.essays[entry.essay.v].meta.language;
    {
      const Element item(out_, "li");
      if (!(language == language_)) {
        out_.attribute("lang", language.tag);
        out_.attribute("xml:lang", language.tag);
      }
      mark_pages(entry.id);
      {
        const Element first(out_, "p");
        write_element(out_, "a", {{"href", place_of(book_.edition.outline, {entry.essay, {}})}},
                      entry.title);
        if (!entry.about.empty()) out_.text(gap_ + entry.about);
      }
      if (!entry.address.empty()) {
        const Element second(out_, "p", {{"class", "address"}});
        write_element(out_, "a", {{"href", entry.address}}, entry.shown_address);
      }
    }
    out_.line();
  }

  void mark_pages(edition::NodeId node) {
    if (!book_.page_marks) return;
    for (const edition::PageStart& start : book_.page_marks->in(node))
      write_page_mark(out_, start.label);
  }

  const Book& book_;
  XmlWriter& out_;
  const Language& language_;
  const std::string gap_{model::between_facts(language_.convention)};
};

}  // namespace

std::string write_colophon(const Book& book) {
  const PageHead head{.language = book.edition.meta.language,
                      .title = std::string(book.edition.words().colophon),
                      .author_css = book.author_css};
  return write_page(head, [&](XmlWriter& out) { ColophonWriter(book, out).write(); });
}

}  // namespace keben::epub
