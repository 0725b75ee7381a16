// Which picture stands on the front of both books.
#pragma once

#include <optional>

#include "assets/asset_store.h"
#include "base/result.h"
#include "config/options.h"
#include "fonts/catalog.h"
#include "model/collection.h"

namespace keben::app {

/// Whether the cover will be drawn whatever becomes of the pictures: nobody names one.
bool surely_draws_cover(const model::Collection& collection, const config::CoverChoice& choice);

/// Whether `front_cover` wants one drawn.
bool draws_cover(const assets::AssetStore& pictures, const config::CoverChoice& choice);

/// The file of `--cover`; else the picture that front matter names; else the one drawn in the
/// book's own type, where there are faces to draw it in. Nothing for `--cover none`. Fails where
/// the user's file is no picture that a book can show.
///
/// @param faces  null where there are none
Result<std::optional<assets::Asset>> front_cover(const model::Collection& collection,
                                                 const assets::AssetStore& pictures,
                                                 const fonts::Catalog* faces,
                                                 const config::ExportOptions& options,
                                                 Diagnostics& log);

}  // namespace keben::app
