// A collection of `build.h` as the program hands it to a backend, with a picture for every image.
#pragma once

#include <optional>

#include "edition/settle.h"
#include "tests/support/pictures.h"

namespace keben::test {

/// A book and its pictures, which both backends read.
struct Settled {
  edition::Edition edition;
  assets::AssetStore pictures;
};

inline Settled settled(const model::Collection& book, assets::AssetStore pictures, Diagnostics& log,
                       const edition::Choices& choices = {},
                       std::optional<std::int64_t> epoch = std::nullopt) {
  outline::Outline outline = outline::make_outline(book, log);
  Settled out{{}, std::move(pictures)};
  out.edition = edition::settle(book, std::move(outline), outline::identity_of(book, epoch),
                                out.pictures, choices, log);
  return out;
}

inline Settled settled(const model::Collection& book, Diagnostics& log,
                       const edition::Choices& choices = {}) {
  return settled(book, pictures_for(book), log, choices);
}

}  // namespace keben::test
