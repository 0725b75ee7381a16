#include "epub/book/first_leaves.h"

#include "epub/xhtml/page.h"
#include "epub/xhtml/people.h"
#include "epub/xhtml/quotes.h"
#include "model/generated_words.h"

namespace keben::epub {
namespace {

using model::Convention;
using model::Meta;

PageHead head_of(const Book& book, std::string_view title) {
  return {.language = book.collection.meta.language,
          .title = std::string(title),
          .author_css = book.author_css};
}

void write_line(XmlWriter& out, const char* css_class, const std::string& words) {
  if (words.empty()) return;
  write_element(out, "p", {{"class", css_class}}, words);
  out.line();
}

/// 刻本丛书　2
std::string series_line(const model::SeriesPlace& series) {
  if (series.name.empty() || series.number.empty()) return series.name;
  return series.name + "　" + series.number;
}

}  // namespace

std::string write_cover(const Book& book) {
  const Meta& meta = book.collection.meta;
  const model::GeneratedWords& words = model::words_for(meta.language.convention);
  std::string alt = std::string(words.cover) + "　" + meta.title;
  if (!meta.people.empty())
    alt += "　" + people_lines(meta.people, meta.language.convention).front();
  return write_page(head_of(book, words.cover), [&](XmlWriter& out) {
    const Element section(out, "section", {{"class", "cover"}, {"epub:type", "cover"}});
    write_void(out, "img",
               {{"role", "doc-cover"}, {"src", "../img/" + book.cover->file}, {"alt", alt}});
  });
}

std::string write_title_page(const Book& book) {
  const Meta& meta = book.collection.meta;
  const Convention convention = meta.language.convention;
  const QuoteMarks marks = marks_of(book.vertical);
  return write_page(head_of(book, meta.title), [&](XmlWriter& out) {
    const Element section(out, "section", {{"class", "titlepage"}, {"epub:type", "titlepage"}});
    out.line();
    write_line(out, "series", series_line(meta.series));
    write_element(out, "h1", {{"epub:type", "fulltitle"}, {"class", "title"}},
                  with_real_quotes(meta.title, convention, marks));
    out.line();
    write_line(out, "subtitle", with_real_quotes(meta.subtitle, convention, marks));
    for (const std::string& line : people_lines(meta.people, convention))
      write_line(out, "author", line);
    write_line(out, "publisher", meta.publisher);
    write_line(out, "date", model::days_of(book.collection));
    write_line(out, "description", with_real_quotes(meta.description, convention, marks));
  });
}

std::string write_part_page(const Book& book, std::size_t part) {
  const std::string title =
      with_real_quotes(book.collection.parts[part].title, book.collection.meta.language.convention,
                       marks_of(book.vertical));
  return write_page(head_of(book, title), [&](XmlWriter& out) {
    const Element section(out, "section",
                          {{"class", "part"}, {"epub:type", "part"}, {"role", "doc-part"}});
    out.line();
    if (book.page_marks) {
      for (const outline::PageStart& start : book.page_marks->in(&book.collection.parts[part]))
        write_page_mark(out, start.label);
    }
    write_element(out, "h1", {{"class", "title"}}, title);
    out.line();
  });
}

}  // namespace keben::epub
