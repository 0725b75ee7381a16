#include "outline/toc.h"

#include <utility>

namespace keben::outline {
namespace {

using model::DocumentId;
using model::HeadingId;

/// The entries of one document's headings, nested by rank.
class HeadingEntries {
 public:
  HeadingEntries(DocumentId document, const std::vector<HeadingPlace>& places)
      : document_(document), places_(places) {
    for (std::uint32_t i = 0; i < places.size(); ++i) {
      if (places[i].listed) shown_.push_back({i});
    }
  }

  std::vector<TocEntry> all() { return below(0); }

 private:
  const HeadingPlace& place(std::size_t i) const { return places_[shown_[i].v]; }

  /// The entries from here on that are deeper than `rank`; stops before the first that is not.
  std::vector<TocEntry> below(int rank) {
    std::vector<TocEntry> out;
    while (next_ < shown_.size() && place(next_).rank > rank) {
      const std::size_t here = next_++;
      out.push_back({TocEntry::Kind::heading, place(here).text, document_, shown_[here], {}});
      out.back().children = below(place(here).rank);
    }
    return out;
  }

  DocumentId document_;
  const std::vector<HeadingPlace>& places_;
  std::vector<HeadingId> shown_;
  std::size_t next_ = 0;
};

}  // namespace

std::vector<TocEntry> make_toc(const model::Collection& collection,
                               const std::vector<DocumentOutline>& documents) {
  if (collection.single()) return HeadingEntries({0}, documents[0].headings).all();
  std::vector<TocEntry> out;
  std::size_t part = 0;
  bool in_part = false;
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    bool opens = false;
    for (; part < collection.parts.size() && collection.parts[part].first <= d; ++part) {
      const model::Part& begun = collection.parts[part];
      in_part = !begun.title.empty();
      opens = begun.opened;
      if (begun.has_page_of_its_own())
        out.push_back({TocEntry::Kind::part, begun.title, {d}, {}, {}, part});
    }
    std::vector<TocEntry>& siblings = in_part && !opens ? out.back().children : out;
    siblings.push_back({TocEntry::Kind::document,
                        collection.documents[d].meta.title,
                        {d},
                        {},
                        HeadingEntries({d}, documents[d].headings).all()});
  }
  return out;
}

}  // namespace keben::outline
