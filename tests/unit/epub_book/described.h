// A Book around a collection, as export makes it, for the tests of this room.
#pragma once

#include "epub/book/book.h"
#include "tests/support/build.h"

namespace keben::test {

/// Owns what a Book borrows.
struct Described {
  explicit Described(model::Collection from) : collection(std::move(from)) {
    Diagnostics log;
    outline = outline::make_outline(collection, log);
    edition = outline::edition_of(collection, std::nullopt);
  }

  epub::Book book() const {
    epub::Book out{.collection = collection, .outline = outline, .edition = edition};
    for (std::uint32_t d = 0; d < outline.documents.size(); ++d) {
      for (std::size_t c = 0; c < outline.documents[d].chapters.size(); ++c)
        out.chapters.push_back({{d}, c});
    }
    return out;
  }

  model::Collection collection;
  outline::Outline outline;
  outline::Edition edition;
};

}  // namespace keben::test
