// Pictures as samples, and as the types that a backend can carry.
//
// Source: faults.md §3 "Images". Every picture is decoded whole once before it is trusted, by
// libpng, libjpeg-turbo, giflib or libwebp, and never by a library that stands behind a book
// format.
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
/// within the limits. Fails with `image-broken`, `image-too-large` or `image-unsupported` (SVG).
Result<Pixels> decode(MediaType type, BytesView bytes, const config::Limits& limits);

/// What a picture that was decoded without error turned out to be.
struct Proven {
  PixelSize size;
  bool animated = false;
};

/// Decodes as `decode` does and keeps no sample: the proof that the bytes are whole and good.
Result<Proven> prove(MediaType type, BytesView bytes, const config::Limits& limits);

/// The picture as every reading system shows it and as an author would hand it out.
///
/// WebP (a core type of EPUB 3.3, but old Kindles and Kobos lack it) becomes PNG where it has alpha
/// or is lossless, else JPEG; a JPEG in CMYK, with arithmetic coding, with an EXIF orientation or
/// with broken segments is encoded anew. EXIF, XMP and comments (where it was taken, by whom, with
/// what) are cut out of PNG and JPEG without touching a sample. What needs none of this is returned
/// as it is. Deterministic.
Result<Asset> to_core_type(const Asset& asset, const config::Limits& limits);

}  // namespace keben::assets
