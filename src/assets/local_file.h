// From a path in a text to the file that its author meant.
//
// Sites resolve `/x` in folders of their own, editors percent-encode hanzi, and addresses copied
// from a page carry `?v=2`: the same picture has many spellings, and each is tried inside the wall.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "assets/root_folder.h"
#include "base/bytes.h"
#include "base/result.h"
#include "config/options.h"

namespace keben::assets {

/// Where a path may lead, relative to the root and lexically normal, in the order in which the
/// files are tried: as written, percent-decoded, then both without `?query` and `#fragment`. A path
/// from the root is looked up in it, then in its public/, static/ and source/, then as the
/// machine's own path where that lies in the root.
///
/// @param folder  the document's, absolute and normal
/// @param root    absolute and normal
std::vector<std::filesystem::path> candidates(std::string_view path,
                                              const std::filesystem::path& folder,
                                              const std::filesystem::path& root);

/// The first of the candidates that can be read. Fails with `image-missing`, `image-outside-root`,
/// `image-too-large` or `image-unreadable`; `path` is for the message.
Result<Bytes> read_first(const RootFolder& root, std::string_view path,
                         const std::vector<std::filesystem::path>& candidates,
                         const config::Limits& limits);

/// `path` made absolute, links resolved as far as it exists: what names given by the user are held
/// against.
std::filesystem::path settled(const std::filesystem::path& path);

}  // namespace keben::assets
