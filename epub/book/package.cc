#include "epub/book/package.h"
#include "epub/book/colophon.h"

#include "epub/book/landmarks.h"
#include "epub/book/metadata.h"
#include "epub/xhtml/page.h"
#include "epub/xhtml/xml_writer.h"

namespace keben::epub {
namespace {

constexpr const char* kXhtml = "application/xhtml+xml";

void write_item(XmlWriter& out, const std::string& id, const std::string& href,
                const std::string& media_type, const std::string& properties = {}) {
  out.open("item");
  out.attribute("id", id);
  out.attribute("href", href);
  out.attribute("media-type", media_type);
  if (!properties.empty()) out.attribute("properties", properties);
  out.close_void();
  out.line();
}

/// Every file once (but the package itself), in a fixed order.
void write_manifest(XmlWriter& out, const Book& book) {
  const Element manifest(out, "manifest");
  out.line();
  write_item(out, "nav", "nav.xhtml", kXhtml, "nav");
  write_item(out, "ncx", "toc.ncx", "application/x-dtbncx+xml");
  write_item(out, "css", "css/book.css", "text/css");
  if (book.author_css) write_item(out, "author-css", "css/author.css", "text/css");
  if (book.cover) {
    write_item(out, "cover-image", "img/" + book.cover->file,
               std::string(assets::mime_of(book.cover->type)), "cover-image");
    write_item(out, "cover", "text/cover.xhtml", kXhtml);
  }
  write_item(out, "title-page", "text/title.xhtml", kXhtml);
  for (const ChapterId chapter : book.chapters) {
    for (const std::size_t part : parts_before(book, chapter))
      write_item(out, part_stem(part), "text/" + part_stem(part) + ".xhtml", kXhtml);
    write_item(out, chapter_stem(book.edition.outline, chapter),
               "text/" + chapter_file(book.edition.outline, chapter), kXhtml);
  }
  if (book.edition.outline.colophon)
    write_item(out, "colophon", "text/" + std::string(kColophonFile), kXhtml);
  for (const ListedPicture& picture : book.pictures)
    write_item(out, "p" + picture.file.substr(0, picture.file.find('.')), "img/" + picture.file,
               std::string(assets::mime_of(picture.type)));
  for (const ListedFont& font : book.fonts)
    write_item(out, "f-" + font.file.substr(0, font.file.find('.')), "fonts/" + font.file,
               font.media_type);
}

void write_itemref(XmlWriter& out, const std::string& id, bool linear = true) {
  out.open("itemref");
  out.attribute("idref", id);
  if (!linear) out.attribute("linear", "no");
  out.close_void();
  out.line();
}

void write_spine(XmlWriter& out, const Book& book) {
  const bool right_to_left =
      book.edition.vertical() || model::runs_leftward(book.edition.meta.language);
  const Element spine(
      out, "spine",
      {{"toc", "ncx"}, {"page-progression-direction", right_to_left ? "rtl" : "ltr"}});
  out.line();
  if (book.cover) write_itemref(out, "cover");
  write_itemref(out, "title-page");
  if (has_contents_page(book)) write_itemref(out, "nav");
  for (const ChapterId chapter : book.chapters) {
    for (const std::size_t part : parts_before(book, chapter))
      write_itemref(out, part_stem(part));
    write_itemref(out, chapter_stem(book.edition.outline, chapter));
  }
  if (book.edition.outline.colophon) write_itemref(out, "colophon");
  if (!has_contents_page(book)) write_itemref(out, "nav", false);
}

void write_guide(XmlWriter& out, const Book& book) {
  const Element guide(out, "guide");
  out.line();
  for (const Landmark& landmark : landmarks_of(book)) {
    write_void(
        out, "reference",
        {{"type", landmark.guide_type}, {"title", landmark.label}, {"href", landmark.place}});
    out.line();
  }
}

}  // namespace

std::string write_package(const Book& book) {
  const model::Language& language = book.edition.meta.language;
  XmlWriter out;
  {
    const Element package(out, "package",
                          {{"xmlns", "http://www.idpf.org/2007/opf"},
                           {"version", "3.0"},
                           {"unique-identifier", "pub-id"},
                           {"xml:lang", language.tag},
                           {"dir", model::runs_leftward(language) ? "rtl" : "ltr"}});
    if (!book.fonts.empty())
      out.attribute(
          "prefix",
          "ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/");
    out.line();
    write_metadata(out, book);
    out.line();
    write_manifest(out, book);
    out.line();
    write_spine(out, book);
    out.line();
    write_guide(out, book);
    out.line();
  }
  return out.finish();
}

}  // namespace keben::epub
