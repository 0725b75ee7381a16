#include "epub/book/colophon.h"

#include "epub/xhtml/page.h"
#include "epub/xhtml/quotes.h"
#include "model/generated_words.h"

namespace keben::epub {
namespace {

using model::Language;

class ColophonWriter {
 public:
  ColophonWriter(const Book& book, XmlWriter& out)
      : book_(book), out_(out), language_(book.collection.meta.language) {}

  void write() {
    const outline::Colophon& colophon = *book_.outline.colophon;
    const Element section(
        out_, "section",
        {{"class", "colophon"}, {"epub:type", "colophon"}, {"role", "doc-colophon"}});
    out_.line();
    mark_pages(&colophon);
    write_element(out_, "h1", {{"class", "title"}},
                  std::string(model::words_for(language_.convention).colophon));
    out_.line();
    for (const std::string& line : colophon.whole) {
      write_element(out_, "p", {}, real(line, language_));
      out_.line();
    }
    const Element origins(out_, "ul", {{"class", "origins"}});
    out_.line();
    for (const outline::Origin& each : colophon.origins)
      origin(each);
  }

 private:
  void origin(const outline::Origin& origin) {
    const model::Meta& meta = book_.collection.documents[origin.document.v].meta;
    {
      const Element item(out_, "li");
      if (!(meta.language == language_)) {
        out_.attribute("lang", meta.language.tag);
        out_.attribute("xml:lang", meta.language.tag);
      }
      mark_pages(&origin);
      {
        const Element first(out_, "p");
        write_element(out_, "a", {{"href", place_of(book_.outline, {origin.document, {}})}},
                      real(meta.title, meta.language));
        if (!origin.about.empty()) out_.text(gap_ + origin.about);
      }
      if (!origin.address.empty()) {
        const Element second(out_, "p", {{"class", "address"}});
        write_element(out_, "a", {{"href", origin.address}},
                      outline::shown_address(origin.address));
      }
    }
    out_.line();
  }

  std::string real(const std::string& words, const Language& language) const {
    return with_real_quotes(words, language.convention, marks_of(book_.vertical));
  }

  void mark_pages(const void* node) {
    if (!book_.page_marks) return;
    for (const outline::PageStart& start : book_.page_marks->in(node))
      write_page_mark(out_, start.label);
  }

  const Book& book_;
  XmlWriter& out_;
  const Language& language_;
  const std::string gap_{model::between_facts(language_.convention)};
};

}  // namespace

std::string write_colophon(const Book& book) {
  const PageHead head{
      .language = book.collection.meta.language,
      .title = std::string(model::words_for(book.collection.meta.language.convention).colophon),
      .author_css = book.author_css};
  return write_page(head, [&](XmlWriter& out) { ColophonWriter(book, out).write(); });
}

}  // namespace keben::epub
