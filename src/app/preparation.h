// What both backends need, made once: the settled edition, pictures, faces, cover.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/backends.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/stages.h"
#include "config/options.h"
#include "model/collection.h"

namespace keben::app {

/// Owns what a Material points to.
struct Preparation {
  edition::Edition edition;
  assets::AssetStore pictures;  // the cover among them
  Result<fonts::Catalog> faces;
  std::optional<assets::AssetId> cover;
  std::vector<std::filesystem::path> files_wanted;  // below the root, for the text's pictures
  bool lacks_downloads = false;
  std::optional<model::Collection> manuscript;  // with `keep_going`: what the edition was made of

  Material material(const config::ExportOptions& options) const {
    return {edition, pictures, cover, faces, options};
  }
};

/// Makes the edition of a preparation that has its pictures.
edition::Edition settle(model::Collection collection, const assets::AssetStore& pictures,
                        const config::ExportOptions& options, Stages& stages, Diagnostics& log);

/// Fails where the cover that the user named cannot be had.
///
/// @param folder       where the first text lies, for the root
/// @param needs_faces  whether a backend will set type
Result<Preparation> prepare(model::Collection collection, const std::filesystem::path& folder,
                            bool needs_faces, const config::ExportOptions& options,
                            const Voice& voice, Stages& stages, Diagnostics& log);

}  // namespace keben::app
