// Where in the text each page begins, so that the EPUB of the same run can mark it.
#pragma once

#include <optional>
#include <span>

#include "pdf/galley/galley.h"
#include "pdf/pages/make_up.h"

namespace keben::pdf::pages {

/// Asked for one page after another. The places come in the order of the text, as those of a list
/// of pages must: what a page begins with never stands before what the page before began with.
class Beginnings {
 public:
  explicit Beginnings(const galley::Galley& galley) : galley_(galley) {}

  /// White does not count, nor do figures that waited for a page that has text: the text goes on
  /// below them. Where a page has nothing else, it begins with the figure; or behind all text so
  /// far, if the page before began behind the figure's own place; or with the rest of a note.
  edition::TextPlace of(const Cut& cut);

 private:
  /// The first of these pieces that says where it stands.
  const galley::Piece* first_in(std::span<const Cut::Span> spans) const;

  const galley::Galley& galley_;
  std::uint32_t page_ = 0;   // the piece with which the last page that had text began
  edition::TextPlace last_;  // where the last piece of text began
};

}  // namespace keben::pdf::pages
