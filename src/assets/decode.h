// Pictures as samples, and as the types that a backend can carry.
#pragma once

#include <cstdint>
#include <vector>

#include "assets/asset_store.h"
#include "base/bytes.h"
#include "base/result.h"
#include "config/options.h"

namespace keben::assets {

/// Eight-bit samples, rows from the top, no padding: `channels` is 1 (gray) or 3 (RGB) and alpha
/// stands apart.
struct Pixels {
  PixelSize size;
  int channels = 3;
  std::vector<std::uint8_t> samples;
  std::vector<std::uint8_t> alpha;  // empty where the picture is opaque
};

/// Decodes a whole PNG, JPEG, GIF (first frame) or WebP (first frame), EXIF orientation applied,
/// within the limits.
Result<Pixels> decode(MediaType type, BytesView bytes, const config::Limits& limits);

/// A type that every reading system shows (EPUB 3.3 core, WebP excepted: old Kindles and Kobos do
/// not): WebP becomes PNG where it has alpha or is lossless, else JPEG; others are returned as they
/// are.
Result<Asset> to_core_type(const Asset& asset, const config::Limits& limits);

}  // namespace keben::assets
