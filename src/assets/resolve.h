// From the images that a collection names to the pictures themselves: files inside the root, data:
// URIs, http(s).
#pragma once

#include <filesystem>
#include <vector>

#include "assets/asset_store.h"
#include "assets/fetcher.h"
#include "base/diagnostic.h"
#include "base/parallel.h"
#include "config/options.h"
#include "model/collection.h"

namespace keben::assets {

/// Reads, fetches and checks every picture once, covers named by front matter among them. What
/// cannot be had is a warning at the image's place (a cover's: the first line) and stays without an
/// asset: `image-missing` (no such file, or not downloaded), `image-offline`, `image-refused`,
/// `image-outside-root`, `image-unreadable`, `image-broken`, `image-unsupported`,
/// `image-too-large`.
///
/// What may be asked of the network is the fetcher's to know: offline, it answers from its cache.
/// The store and the warnings are the same whatever `jobs` is.
///
/// @param root  the folder outside which no file is read
AssetStore resolve(const model::Collection& collection, const std::filesystem::path& root,
                   Fetcher& fetcher, const config::FetchOptions& options, Jobs jobs,
                   Diagnostics& log);

/// The files that `resolve` would look for, whether they are there or not, from the root: each
/// once, in the order of their first use.
std::vector<std::filesystem::path> files_wanted(const model::Collection& collection,
                                                const std::filesystem::path& root,
                                                const config::Limits& limits);

/// Whether a picture on the web is wanted that `store` lacks.
bool lacks_downloads(const model::Collection& collection, const AssetStore& store,
                     const std::filesystem::path& root, const config::Limits& limits);

/// A picture that the command line names (`--cover FILE`), checked as `resolve` does; it may lie
/// anywhere. Fails and warns with the same codes.
Result<Asset> read_picture(const std::filesystem::path& file, const config::Limits& limits,
                           Diagnostics& log);

}  // namespace keben::assets
