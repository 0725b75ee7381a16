// Collections of one essay with what a cover shows, for the cover's tests.
#pragma once

#include <string>
#include <utility>

#include "fonts/catalog.h"
#include "model/collection.h"

namespace keben::test {

inline const fonts::Catalog& faces() {
  static const fonts::Catalog catalog = std::move(*fonts::Catalog::open({}));
  return catalog;
}

inline const model::Language kHans{"zh-CN", model::Convention::hans};
inline const model::Language kJapanese{"ja", model::Convention::ja};
inline const model::Language kEnglish{"en", model::Convention::western};

inline model::Collection titled(std::string title, model::SeriesPlace series = {},
                                model::Language language = kHans) {
  model::Collection book;
  book.meta.title = std::move(title);
  book.meta.people = {{"王小明"}};
  book.meta.language = std::move(language);
  book.meta.published = model::Date{2025, 1, 25};
  book.meta.series = std::move(series);
  book.documents.resize(1);
  return book;
}

}  // namespace keben::test
