#include "epub/book/contents.h"

#include <utility>

#include "epub/book/colophon.h"
#include "model/generated_words.h"

namespace keben::epub {
namespace {

using outline::TocEntry;

class ContentsMaker {
 public:
  ContentsMaker(const Book& book, int depth) : book_(book), depth_(depth) {}

  std::vector<ContentsEntry> all() {
    std::vector<ContentsEntry> out;
    if (book_.edition.single && begins_before_headings()) out.push_back(beginning());
    append(book_.edition.outline.toc, 1, out);
    if (book_.edition.outline.colophon) out.push_back(colophon());
    return out;
  }

 private:
  /// Whether an only text has words before its first entry, or no entry at all.
  bool begins_before_headings() const {
    const outline::DocumentOutline& text = book_.edition.outline.documents[0];
    return book_.edition.outline.toc.empty() || !text.chapters[0].heading;
  }

  ContentsEntry beginning() const {
    return entry({TocEntry::Kind::document, book_.edition.essays[0].opening.title, {0}, {}, {}});
  }

  ContentsEntry colophon() const {
    const auto& words = book_.edition.words();
    return {std::string(words.colophon), "text/" + std::string(kColophonFile), {}, {}};
  }

  ContentsEntry entry(const TocEntry& from) const {
    const model::Language& language = from.kind == TocEntry::Kind::part
                                          ? book_.edition.meta.language
                                          : book_.edition.essays[from.document.v].meta.language;
    const outline::Internal place{from.document, from.heading};
    const bool is_part = from.kind == TocEntry::Kind::part;
    return {from.title,
            "text/" + (is_part ? part_stem(from.part) + ".xhtml"
                               : place_of(book_.edition.outline, place)),
            language == book_.edition.meta.language ? "" : language.tag,
            {}};
  }

  void append(const std::vector<TocEntry>& from, int level, std::vector<ContentsEntry>& out) const {
    for (const TocEntry& toc : from) {
      ContentsEntry one = entry(toc);
      const bool begins_file = one.place.find('#') == std::string::npos;
      const bool fits = level <= depth_;
      if (fits || begins_file) out.push_back(std::move(one));
      append(toc.children, level + 1, level < depth_ ? out.back().children : out);
    }
  }

  const Book& book_;
  int depth_;
};

}  // namespace

std::vector<ContentsEntry> contents_of(const Book& book, int depth) {
  return ContentsMaker(book, depth < 1 ? 1 : depth).all();
}

}  // namespace keben::epub
