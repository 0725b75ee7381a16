// Pictures as samples, and as the types that a backend can carry.
//
// Every picture is proven once before it is trusted, by its own room's code and its format's own
// library (detail/), and never by one that stands behind a book format.
#pragma once

#include <cstdint>
#include <optional>
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

/// Decodes a whole picture (of an animation the first frame; an SVG at its own size), as it is to
/// be seen: EXIF orientation applied, colours made sRGB. Fails with `image-broken` or
/// `image-too-large`.
Result<Pixels> decode(MediaType type, BytesView bytes, const config::Limits& limits);

/// The picture in no more samples than it is shown with: scaled down to `most` where it is larger
/// in both directions, its proportions kept; an SVG is drawn at that size, whatever its own.
///
/// @param slack  how many times finer than `most` a JPEG may stay that was read at some eighths of
///               its size (detail/jpeg.h), so that it need not be scaled once more
Result<Pixels> decode_at(MediaType type, BytesView bytes, PixelSize most,
                         const config::Limits& limits, double slack = 1);

/// Whether it came with samples that an encoder had changed: then another encoder may, too.
bool is_lossy(const Asset& asset);

/// Samples as a JPEG or a PNG file; always the same bytes for the same samples.
Result<Bytes> encode_jpeg(const Pixels& pixels);
Result<Bytes> encode_png(const Pixels& pixels);

/// What a picture that was decoded without error turned out to be.
struct Proven {
  PixelSize size;
  bool animated = false;
};

/// The proof that the bytes are whole and good: it holds exactly where `decode` would succeed.
///
/// What a walk over the file settles is not decoded: a PNG's rows are inflated and counted, a
/// baseline JPEG's codes read to the last. All else is decoded, and no sample kept.
Result<Proven> prove(MediaType type, BytesView bytes, const config::Limits& limits);

/// The picture as every reading system shows it and as an author would hand it out.
///
/// WebP (a core type of EPUB 3.3, but old Kindles and Kobos lack it), AVIF, BMP and TIFF become PNG
/// where they have alpha or are lossless, else JPEG; a JPEG in CMYK, with arithmetic coding, with
/// an EXIF orientation or with broken segments is encoded anew. What is larger than `fit` is scaled
/// down, lossless where it came so; an animation that is larger keeps its first frame. A copy that
/// is no lighter gives way to the original, where reading systems can show that. EXIF, XMP and
/// comments (where it was taken, by whom, with what) are cut out of PNG and JPEG without touching a
/// sample. What needs none of this is returned as it is. Deterministic.
Result<Asset> to_core_type(const Asset& asset, const config::Limits& limits,
                           const config::PictureFit& fit = {.original = true});

}  // namespace keben::assets
