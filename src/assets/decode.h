// Pictures as samples, and as the types that a backend can carry.
//
// Source: faults.md §3 "Images". Every picture is decoded whole once before it is trusted, by
// the format's own library (detail/), and never by one that stands behind a book format.
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
Result<Pixels> decode_at(MediaType type, BytesView bytes, PixelSize most,
                         const config::Limits& limits);

/// A JPEG that a reader which knows baseline and progressive JPEG, and ICC profiles, shows right as
/// it is: its bytes without metadata, and its profile (empty: sRGB). Nothing where it has to be
/// decoded: CMYK, arithmetic coding, an orientation, 12 bits.
struct PassableJpeg {
  Bytes bytes;
  Bytes profile;
  int channels = 3;
};
std::optional<PassableJpeg> passable_jpeg(const Asset& asset, const config::Limits& limits);

/// The rows of a PNG, still filtered and deflated, where they can be handed on as they are: not
/// interlaced, no alpha, at most 8 bits, no colour profile that means another thing than sRGB, and
/// exactly as many bytes as its size asks for.
struct PassablePng {
  PixelSize size;
  int channels = 3;  // 1: gray, or places in the palette
  int bits = 8;
  Bytes palette;  // three bytes a colour, or empty
  Bytes deflated;
};
std::optional<PassablePng> passable_png(BytesView bytes, const config::Limits& limits);

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

/// Decodes as `decode` does and keeps no sample: the proof that the bytes are whole and good.
Result<Proven> prove(MediaType type, BytesView bytes, const config::Limits& limits);

/// The picture as every reading system shows it and as an author would hand it out.
///
/// WebP (a core type of EPUB 3.3, but old Kindles and Kobos lack it), AVIF, BMP and TIFF become PNG
/// where they have alpha or are lossless, else JPEG; a JPEG in CMYK, with arithmetic coding, with
/// an EXIF orientation or with broken segments is encoded anew. What is larger than `fit` is scaled
/// down, lossless where it came so; an animation that is larger keeps its first frame. EXIF, XMP
/// and comments (where it was taken, by whom, with what) are cut out of PNG and JPEG without
/// touching a sample. What needs none of this is returned as it is. Deterministic.
Result<Asset> to_core_type(const Asset& asset, const config::Limits& limits,
                           const config::PictureFit& fit = {.original = true});

}  // namespace keben::assets
