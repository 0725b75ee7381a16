// From the images that a collection names to the pictures themselves: files inside the root, data:
// URIs, http(s).
#pragma once

#include <filesystem>

#include "assets/asset_store.h"
#include "assets/fetcher.h"
#include "base/diagnostic.h"
#include "config/options.h"
#include "model/collection.h"

namespace keben::assets {

/// Reads, fetches and checks every picture once. What cannot be had is a warning (`image-missing`,
/// `image-broken`, `image-outside-root`, `image-unsupported`, `image-too-large`) at the image's
/// place, and stays without an asset.
///
/// @param root  the folder outside which no file is read; absolute
AssetStore resolve(const model::Collection& collection, const std::filesystem::path& root,
                   Fetcher& fetcher, const config::FetchOptions& options, Jobs jobs,
                   Diagnostics& log);

}  // namespace keben::assets
