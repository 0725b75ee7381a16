// Galleys of small texts, and what they say.
#pragma once

#include <string>

#include "pdf/galley/compose.h"
#include "tests/support/build.h"
#include "tests/support/pictures.h"

namespace keben::test {

inline const fonts::Catalog& faces() {
  static const fonts::Catalog catalog = std::move(*fonts::Catalog::open({}));
  return catalog;
}

inline pdf::galley::Galley composed(const model::Document& document, Diagnostics& log,
                                    const model::Meta* whole = nullptr,
                                    const config::PdfOptions& options = {}) {
  model::Collection book = book_of(document);
  book.meta.language = document.meta.language;
  const outline::Outline outline = outline::make_outline(book, log);
  const assets::AssetStore pictures = pictures_for(book);
  const pdf::style::Stylesheet sheet = pdf::style::make_stylesheet(options, {}, book.meta.language);
  const pdf::galley::Surroundings around{book.documents[0], {0}, outline, pictures, sheet};
  return pdf::galley::compose(around, 0, document.blocks.size(), faces(), log, whole);
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
