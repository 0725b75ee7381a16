// The pictures that the text shows, as files of the book.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assets/asset_store.h"
#include "base/diagnostic.h"
#include "base/parallel.h"
#include "config/options.h"

namespace keben::epub {

/// By AssetId: the picture in a type that every reading system shows, and its name in img/; nothing
/// and an empty name where the text does not show it or it could not be made.
struct BookPictures {
  std::vector<std::optional<assets::Asset>> made;
  std::vector<std::string> names;
};

/// Converts what needs it of those that the text shows, in parallel; a picture that cannot be
/// converted is a warning
/// (`image-unconverted`), and its words stand in its place. What does not move any more is a note
/// (`image-first-frame`), and so is that some became heavier (`image-heavier`).
BookPictures make_pictures(const std::map<assets::AssetId, SourceSpan>& pictures,
                           const assets::AssetStore& assets, const config::EpubOptions& options,
                           const config::Limits& limits, Diagnostics& log);

}  // namespace keben::epub
