// What both backends need, made once: outline, edition, pictures, faces, cover.
#pragma once

#include <filesystem>
#include <optional>

#include "app/backends.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/stages.h"
#include "config/options.h"
#include "model/collection.h"

namespace keben::app {

/// Owns what a Material points to.
struct Preparation {
  model::Collection collection;
  outline::Outline outline;
  outline::Edition edition;
  assets::AssetStore pictures;  // the cover among them
  Result<fonts::Catalog> faces;
  std::optional<assets::AssetId> cover;

  Material material(const config::ExportOptions& options) const {
    return {collection, outline, edition, pictures, cover, faces, options};
  }
};

/// Fails where the cover that the user named cannot be had.
///
/// @param folder       where the first text lies, for the root
/// @param needs_faces  whether a backend will set type
Result<Preparation> prepare(model::Collection collection, const std::filesystem::path& folder,
                            bool needs_faces, const config::ExportOptions& options,
                            const Voice& voice, Stages& stages, Diagnostics& log);

}  // namespace keben::app
