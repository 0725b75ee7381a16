#include "epub/xhtml/chapter.h"

#include <algorithm>

#include "base/overload.h"
#include "epub/xhtml/detail/chapter_writer.h"
#include "epub/xhtml/page.h"
#include "epub/xhtml/people.h"
#include "epub/xhtml/quotes.h"
#include "epub/xhtml/upright.h"

namespace keben::epub {

using namespace model;

namespace {

/// How much deeper a chapter's heading elements stand than their ranks: one under a title, none or
/// less where the opening heading is the h1.
int ranks_above(const TextSource& source, ChapterId id) {
  const outline::DocumentOutline& own = source.outline.documents[id.document.v];
  const outline::Chapter& chapter = own.chapters[id.chapter];
  if (carries_title(source, id) || !chapter.heading) return 1;
  return 1 - own.headings[chapter.heading->v].rank;
}

/// Bytes of a file, ascending, as its lines.
std::vector<PlacedLine> by_line(const std::vector<std::pair<std::size_t, SourceSpan>>& places,
                                const std::string& file) {
  std::vector<PlacedLine> out;
  std::size_t line = 1, counted = 0;
  for (const auto& [byte, from] : places) {
    for (std::size_t end; (end = file.find('\n', counted)) < byte; counted = end + 1)
      ++line;
    out.push_back({line, from});
  }
  return out;
}

}  // namespace

void ContentFacts::merge(const ContentFacts& other) {
  pictures.insert(other.pictures.begin(), other.pictures.end());
  all_described = all_described && other.all_described;
  ruby = ruby || other.ruby;
  pages = pages || other.pages;
  names.merge(other.names);
}

/// A text that is cut in pieces and begins with a heading has its title on the title page alone; a
/// member of a collection always shows its own.
bool carries_title(const TextSource& source, ChapterId id) {
  const outline::DocumentOutline& own = source.outline.documents[id.document.v];
  if (id.chapter != 0) return false;
  return !source.collection.single() || own.chapters.size() == 1 || !own.chapters[0].heading;
}

ChapterFile write_chapter(const TextSource& source, ChapterId id, Diagnostics& log) {
  const Document& document = source.collection.documents[id.document.v];
  const outline::DocumentOutline& own = source.outline.documents[id.document.v];
  const auto& heading = own.chapters[id.chapter].heading;
  const PageHead head{
      .language = document.meta.language,
      .title = carries_title(source, id) ? document.meta.title : own.headings[heading->v].text,
      .author_css = source.author_css};
  ChapterFile out;
  std::vector<std::pair<std::size_t, SourceSpan>> places;
  out.xhtml = write_page(head, [&](XmlWriter& xml) {
    ChapterWriter writer(source, id, xml, log);
    writer.write();
    out.facts = std::move(writer.facts);
    out.pages = std::move(writer.pages);
    places = std::move(writer.places);
  });
  out.places = by_line(places, out.xhtml);
  if (source.vertical) out.xhtml = set_upright(out.xhtml);
  out.facts.names.add(out.xhtml);
  return out;
}

ChapterWriter::ChapterWriter(const TextSource& source, ChapterId id, XmlWriter& out,
                             Diagnostics& log)
    : source_(source),
      id_(id),
      out_(out),
      log_(log),
      document_(source.collection.documents[id.document.v]),
      generated_(words_for(document_.meta.language.convention)),
      ranks_above_(ranks_above(source, id)) {}

void ChapterWriter::write() {
  const outline::Chapter& chapter = own_outline().chapters[id_.chapter];
  const bool titled = carries_title(source_, id_);
  {
    const Element section(
        out_, "section",
        {{"epub:type", "chapter"},
         {"role", "doc-chapter"},
         {"aria-labelledby",
          titled ? own_outline().anchor : own_outline().headings[chapter.heading->v].anchor}});
    out_.line();
    if (titled) title_block();
    for (std::size_t i = chapter.first_block; i < chapter.end_block; ++i)
      block(document_.blocks[i]);
  }
  out_.line();
  notes();
}

/// The h1 of a document's first file. In a collection each member tells what differs from the whole
/// below it; an only text has that on the title page.
void ChapterWriter::title_block() {
  const Meta& meta = document_.meta;
  mark_pages_before(&document_);
  write_element(out_, "h1", {{"id", own_outline().anchor}, {"class", "title"}},
                with_real_quotes(meta.title, meta.language.convention, marks_of(source_.vertical)));
  out_.line();
  if (source_.collection.single()) return;
  if (!meta.subtitle.empty()) {
    write_element(
        out_, "p", {{"class", "subtitle"}},
        with_real_quotes(meta.subtitle, meta.language.convention, marks_of(source_.vertical)));
    out_.line();
  }
  std::vector<std::string> parts;
  if (meta.people != source_.collection.meta.people)
    parts = people_lines(meta.people, meta.language.convention);
  if (meta.published) parts.push_back(spoken_date(*meta.published, meta.language.convention));
  const std::string_view gap = between_facts(meta.language.convention);
  std::string byline;
  for (const std::string& part : parts)
    byline.append(byline.empty() ? "" : gap).append(part);
  const auto line = [&](const char* css_class, const std::string& words) {
    if (words.empty()) return;
    write_element(out_, "p", {{"class", css_class}}, words);
    out_.line();
  };
  line("byline", byline);
  line("tags", tag_line(meta));
  if (const std::string address = outline::page_address(meta); !address.empty()) {
    {
      const Element source(out_, "p", {{"class", "source"}});
      write_element(out_, "a", {{"href", address}}, outline::shown_address(address));
    }
    out_.line();
  }
}

const outline::DocumentOutline& ChapterWriter::own_outline() const {
  return source_.outline.documents[id_.document.v];
}

/// A link's address as it stands in this file; empty where it leads nowhere.
std::string ChapterWriter::href(const outline::Target& target) const {
  return std::visit(Overload{
                        [](const outline::External& t) { return t.address; },
                        [&](const outline::Internal& t) {
                          const bool here = chapter_of(source_.outline, t) == id_;
                          if (here && t.heading)
                            return "#" + source_.outline.at(t.document, *t.heading).anchor;
                          return place_of(source_.outline, t);
                        },
                        [](const outline::Dead&) { return std::string(); },
                    },
                    target);
}

}  // namespace keben::epub
