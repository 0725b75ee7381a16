#include "epub/book/first_leaves.h"

#include "epub/xhtml/page.h"
#include "model/generated_words.h"

namespace keben::epub {
namespace {

using model::Convention;
using model::Meta;

PageHead head_of(const Book& book, std::string_view title) {
  return {.language = book.edition.meta.language,
          .title = std::string(title),
          .author_css = book.author_css};
}

void write_line(XmlWriter& out, const char* css_class, const std::string& words) {
  if (words.empty()) return;
  write_element(out, "p", {{"class", css_class}}, words);
  out.line();
}

}  // namespace

std::string write_cover(const Book& book) {
  const Meta& meta = book.edition.meta;
  const model::GeneratedWords& words = model::words_for(meta.language.convention);
  std::string alt = std::string(words.cover) + "　" + meta.title;
  const std::vector<std::string>& makers = book.edition.title_page.makers;
  if (!makers.empty()) alt += "　" + makers.front();
  return write_page(head_of(book, words.cover), [&](XmlWriter& out) {
    const Element section(out, "section", {{"class", "cover"}, {"epub:type", "cover"}});
    write_void(out, "img",
               {{"role", "doc-cover"}, {"src", "../img/" + book.cover->file}, {"alt", alt}});
  });
}

std::string write_title_page(const Book& book) {
  const edition::TitlePage& page = book.edition.title_page;
  return write_page(head_of(book, page.title), [&](XmlWriter& out) {
    const Element section(out, "section", {{"class", "titlepage"}, {"epub:type", "titlepage"}});
    out.line();
    write_line(out, "series", page.series);
    write_element(out, "h1", {{"epub:type", "fulltitle"}, {"class", "title"}}, page.title);
    out.line();
    write_line(out, "subtitle", page.subtitle);
    for (const std::string& line : page.makers)
      write_line(out, "author", line);
    write_line(out, "publisher", page.publisher);
    write_line(out, "date", page.days);
    write_line(out, "description", page.description);
  });
}

std::string write_part_page(const Book& book, std::size_t number) {
  const edition::Part& part = book.edition.parts[number];
  return write_page(head_of(book, part.title), [&](XmlWriter& out) {
    const Element section(out, "section",
                          {{"class", "part"}, {"epub:type", "part"}, {"role", "doc-part"}});
    out.line();
    if (book.page_marks) {
      for (const edition::PageStart& start : book.page_marks->in(part.id))
        write_page_mark(out, start.label);
    }
    write_element(out, "h1", {{"class", "title"}}, part.title);
    out.line();
  });
}

}  // namespace keben::epub
