#include "outline/dump.h"

#include <variant>

#include "base/overload.h"

namespace keben::outline {
namespace {

void dump_headings(const DocumentOutline& document, std::size_t chapter, std::string& out) {
  for (const HeadingPlace& place : document.headings) {
    if (place.chapter != chapter) continue;
    out += "    heading rank=" + std::to_string(place.rank) +
           " level=" + std::to_string(place.level) + " #" + place.anchor + " \"" + place.text +
           "\"" + (place.listed ? "" : " unlisted") + "\n";
  }
}

void dump_target(const Target& target, const Outline& outline, std::string& out) {
  std::visit(Overload{
                 [&](const External& to) { out += to.address; },
                 [&](const Internal& to) {
                   const DocumentOutline& document = outline.documents[to.document.v];
                   out += "#" +
                          (to.heading ? document.headings[to.heading->v].anchor : document.anchor);
                 },
                 [&](const Dead&) { out += "nowhere"; },
             },
             target);
}

void dump_toc(const std::vector<TocEntry>& entries, std::size_t depth, std::string& out) {
  for (const TocEntry& entry : entries) {
    out += std::string(2 * depth, ' ') + entry.title + "\n";
    dump_toc(entry.children, depth + 1, out);
  }
}

}  // namespace

std::string dump(const Outline& outline) {
  std::string out;
  for (std::size_t d = 0; d < outline.documents.size(); ++d) {
    const DocumentOutline& document = outline.documents[d];
    out += "document " + std::to_string(d) + " #" + document.anchor + "\n";
    for (std::size_t c = 0; c < document.chapters.size(); ++c) {
      out += "  chapter blocks=" + std::to_string(document.chapters[c].first_block) + ".." +
             std::to_string(document.chapters[c].end_block) + "\n";
      dump_headings(document, c, out);
    }
    for (std::size_t l = 0; l < document.links.size(); ++l) {
      out += "  link " + std::to_string(l) + " ";
      dump_target(document.links[l], outline, out);
      out += "\n";
    }
  }
  out += "contents\n";
  dump_toc(outline.toc, 1, out);
  return out;
}

}  // namespace keben::outline
