// A Book around a collection, as export makes it, for the tests of this room.
#pragma once

#include "epub/book/book.h"
#include "tests/support/build.h"
#include "tests/support/settled.h"

namespace keben::test {

/// Owns what a Book borrows.
struct Described {
  explicit Described(const model::Collection& from, const edition::Choices& choices = {}) {
    Diagnostics log;
    settled = test::settled(from, log, choices);
  }

  epub::Book book() const {
    epub::Book out{.edition = settled.edition};
    for (std::uint32_t d = 0; d < settled.edition.essays.size(); ++d) {
      for (std::size_t c = 0; c < settled.edition.essays[d].chapters.size(); ++c)
        out.chapters.push_back({{d}, c});
    }
    return out;
  }

  Settled settled;
};

}  // namespace keben::test
