#include "outline/outline.h"

#include <set>
#include <string>

#include "outline/chapters.h"
#include "outline/headings.h"
#include "outline/links.h"
#include "outline/members.h"
#include "outline/toc.h"

namespace keben::outline {
namespace {

/// Which chapter each heading came to stand in; those of notes go where their note goes.
void tell_chapters(const model::Document& document, const std::vector<FoundHeading>& found,
                   DocumentOutline& out) {
  std::size_t chapter = 0;
  for (const FoundHeading& f : found) {
    if (f.block >= document.blocks.size()) break;
    while (f.block >= out.chapters[chapter].end_block)
      ++chapter;
    out.headings[f.heading->id.v].chapter = chapter;
  }
  for (std::size_t n = 0; n < document.notes.size(); ++n) {
    for (const FoundHeading& f : find_headings_in(document.notes[n]))
      out.headings[f.heading->id.v].chapter = out.note_chapter[n];
  }
}

DocumentOutline outline_of(const model::Document& document, std::uint32_t number, bool only,
                           std::set<std::string>& taken) {
  const std::vector<FoundHeading> found = find_headings(document);
  DocumentOutline out;
  out.anchor = "e" + std::to_string(number);
  out.headings = place_headings(document, found, number, taken);
  out.chapters = cut_chapters(document, found, only);
  out.note_chapter = chapters_of_notes(document, out.chapters);
  tell_chapters(document, found, out);
  return out;
}

}  // namespace

Outline make_outline(const model::Collection& collection, Diagnostics& log) {
  Outline out;
  std::set<std::string> taken;
  for (const model::Document& document : collection.documents) {
    const auto number = static_cast<std::uint32_t>(out.documents.size() + 1);
    out.documents.push_back(outline_of(document, number, collection.single(), taken));
  }
  const Members members(collection, out.documents);
  for (std::uint32_t d = 0; d < out.documents.size(); ++d)
    out.documents[d].links = resolve_links(collection, {d}, members, log);
  out.colophon = make_colophon(collection);
  out.toc = make_toc(collection, out.documents);
  out.chapters_open_pages =
      collection.single() && chapters_open_pages(collection.documents[0], out.documents[0]);
  return out;
}

}  // namespace keben::outline
