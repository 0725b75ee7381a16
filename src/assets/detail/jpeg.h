// JPEG (ITU T.81, JFIF, Adobe TN 5116), by libjpeg-turbo; its segments by ourselves.
#pragma once

#include <optional>

#include "assets/detail/raster.h"

namespace keben::assets {

/// What the segments before the samples tell.
struct JpegHeader {
  PixelSize size;  // as stored
  int components = 0;
  bool arithmetic = false;  // T.81 Annex D: libjpeg-turbo reads it, readers of books do not
  bool named_rgb = false;   // its components are called R, G and B
  bool adobe = false;       // an Adobe marker stands (TN 5116): inks are inverted
  int orientation = 1;      // EXIF 2.32 §4.6.4, 1 to 8
};
std::optional<JpegHeader> jpeg_header(BytesView bytes);

/// How finely an encoder of libjpeg's kind stepped, 1 to 100, by its first table of steps; 100
/// where there is none to read.
int jpeg_quality(BytesView bytes);

/// The size of a picture after its orientation is applied.
PixelSize turned(PixelSize size, int orientation);

/// The picture as EXIF's orientation wants it seen.
Pixels turned(Pixels pixels, int orientation);

/// The ICC profile of its APP2 segments (ICC.1:2010 Annex B.4), put together; empty where there is
/// none, or one that is not whole or longer than `most`.
Bytes jpeg_profile(BytesView bytes, std::size_t most);

/// Baseline, progressive or arithmetic; gray, YCbCr, RGB, CMYK or YCCK (inverted where an Adobe
/// marker stands) as gray or RGB, orientation applied. At most 500 scans.
///
/// @param least  a size that the samples need not exceed: the file is then read at the fewest
///               eighths of its size that are no less (libjpeg's scaled transform); 0 × 0: whole
Result<Picture> read_jpeg(BytesView bytes, const config::Limits& limits, Keep keep,
                          PixelSize least = {});

/// Baseline, 4:2:0, Huffman tables made to measure. Alpha is laid over white, as paper would show
/// it. Always the same bytes for the same samples.
Result<Bytes> write_jpeg(const Pixels& pixels, int quality);

/// The file without EXIF, XMP, IPTC, comments and whatever follows its end; colour profile, JFIF
/// and Adobe markers stay. Nothing where the segments do not lead to the end: libjpeg reads over
/// more faults than a copy should hand on.
std::optional<Bytes> jpeg_without_metadata(BytesView bytes);

}  // namespace keben::assets
