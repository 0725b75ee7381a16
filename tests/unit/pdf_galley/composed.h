// Galleys of small texts, and what they say.
#pragma once

#include <string>

#include "pdf/galley/compose.h"
#include "tests/support/build.h"
#include "tests/support/settled.h"

namespace keben::test {

inline const fonts::Catalog& faces() {
  static const fonts::Catalog catalog = std::move(*fonts::Catalog::open({}));
  return catalog;
}

/// @param whole  what is said of a book that has another text, too; null: this one is the book
inline pdf::galley::Galley composed(const model::Document& document, Diagnostics& log,
                                    const model::Meta* whole = nullptr,
                                    const config::PdfOptions& options = {}) {
  model::Collection book = book_of(document);
  if (whole) book.meta = *whole, book.documents.push_back(essay("other.md", "他", {}));
  book.meta.language = document.meta.language;
  const Settled settled = test::settled(book, log);
  const pdf::style::Stylesheet sheet = pdf::style::make_stylesheet(options, {}, book.meta.language);
  const pdf::galley::Surroundings around{settled.edition, {0}, settled.pictures, sheet};
  return pdf::galley::compose(around, 0, settled.edition.essays[0].blocks.size(), faces(), log,
                              whole != nullptr);
}

inline pdf::galley::Galley composed(const model::Document& document) {
  Diagnostics log;
  return composed(document, log);
}

inline std::string text_of(const pdf::galley::Piece& piece) {
  std::string out;
  for (const pdf::draw::Item& item : piece.items) {
    if (const auto* run = std::get_if<pdf::draw::Glyphs>(&item.is)) out += run->text;
  }
  return out;
}

}  // namespace keben::test
