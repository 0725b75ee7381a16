#include "epub/xhtml/chapter.h"

#include <algorithm>

#include "base/overload.h"
#include "epub/xhtml/detail/chapter_writer.h"
#include "epub/xhtml/page.h"
#include "epub/xhtml/upright.h"

namespace keben::epub {
namespace {

/// How much deeper a chapter's heading elements stand than their ranks: the opening heading of a
/// piece is its h1, whatever its rank in the whole.
int ranks_above(const TextSource& source, ChapterId id) {
  const outline::DocumentOutline& own = source.edition.outline.documents[id.document.v];
  const std::optional<model::HeadingId> heading = own.chapters[id.chapter].heading;
  if (!carries_title(source, id) && heading) return 1 - own.headings[heading->v].rank;
  return source.edition.single ? 1 : 0;  // below the title
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
  const outline::DocumentOutline& own = source.edition.outline.documents[id.document.v];
  if (id.chapter != 0) return false;
  return !source.edition.single || own.chapters.size() == 1 || !own.chapters[0].heading;
}

ChapterFile write_chapter(const TextSource& source, ChapterId id, Diagnostics& log) {
  const edition::Essay& essay = source.essay(id);
  const outline::DocumentOutline& own = source.edition.outline.documents[id.document.v];
  const auto& heading = own.chapters[id.chapter].heading;
  const PageHead head{
      .language = essay.meta.language,
      .title = carries_title(source, id) ? essay.opening.title : own.headings[heading->v].text,
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
  if (source.edition.vertical()) out.xhtml = set_upright(out.xhtml);
  out.facts.names.add(out.xhtml);
  return out;
}

ChapterWriter::ChapterWriter(const TextSource& source, ChapterId id, XmlWriter& out,
                             Diagnostics& log)
    : source_(source),
      id_(id),
      out_(out),
      log_(log),
      essay_(source.essay(id)),
      generated_(model::words_for(essay_.meta.language.convention)),
      ranks_above_(ranks_above(source, id)) {}

void ChapterWriter::write() {
  const outline::Chapter& chapter = essay_.chapters[id_.chapter];
  const bool titled = carries_title(source_, id_);
  {
    const Element section(
        out_, "section",
        {{"epub:type", "chapter"},
         {"role", "doc-chapter"},
         {"aria-labelledby",
          titled ? own_outline().anchor : own_outline().headings[chapter.heading->v].anchor}});
    out_.line();
    if (titled) opening();
    for (std::size_t i = chapter.first_block; i < chapter.end_block; ++i)
      block(essay_.blocks[i]);
  }
  out_.line();
  notes();
}

/// The h1 of a text's first file, and below it what an edition says there.
void ChapterWriter::opening() {
  const edition::Opening& opening = essay_.opening;
  mark_pages_before(opening.id);
  write_element(out_, "h1", {{"id", own_outline().anchor}, {"class", "title"}}, opening.title);
  out_.line();
  const auto line = [&](const char* css_class, const std::string& words) {
    if (words.empty()) return;
    write_element(out_, "p", {{"class", css_class}}, words);
    out_.line();
  };
  line("subtitle", opening.subtitle);
  line("byline", opening.byline);
  line("tags", opening.tags);
  if (opening.address.empty()) return;
  {
    const Element source(out_, "p", {{"class", "source"}});
    write_element(out_, "a", {{"href", opening.address}}, opening.shown_address);
  }
  out_.line();
}

const outline::DocumentOutline& ChapterWriter::own_outline() const {
  return source_.edition.outline.documents[id_.document.v];
}

/// A destination as it stands in this file.
std::string ChapterWriter::href(const edition::Destination& to) const {
  const outline::Outline& outline = source_.edition.outline;
  return std::visit(Overload{
                        [](const outline::External& t) { return t.address; },
                        [&](const outline::Internal& t) {
                          if (t.heading && chapter_of(outline, t) == id_)
                            return "#" + outline.at(t.document, *t.heading).anchor;
                          return place_of(outline, t);
                        },
                    },
                    to);
}

}  // namespace keben::epub
