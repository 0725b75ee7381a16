// From bytes of any origin to a picture that may be trusted: its type by its content, its limits,
// the proof by decoding.
#pragma once

#include <string>

#include "assets/asset_store.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "config/options.h"

namespace keben::assets {

/// Fails with `image-broken`, `image-unsupported` or `image-too-large`.
///
/// @param hash         SHA-256 of the bytes
/// @param origin       the source as written, passwords masked
/// @param from_server  whether words speak of a server or of a file
Result<Asset> proven_picture(HeldBytes bytes, std::string hash, std::string origin,
                             bool from_server, const config::Limits& limits);

/// `image-mended`, where a drawing could not stay as it was.
void warn_of_repairs(const Asset& asset, SourceSpan at, Diagnostics& log);

}  // namespace keben::assets
