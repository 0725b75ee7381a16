// AVIF (AV1 Image File Format), the still or the first frame, by libavif (with dav1d for AV1).
//
// HEIC is not read, though its container is the same: libheif brings libde265 and the x265 encoder
// with it, 20 MB of code under patents, for a format that cameras write and no blog's server sends.
#pragma once

#include <optional>

#include "assets/detail/raster.h"

namespace keben::assets {

/// As it is to be seen: `irot` applied.
std::optional<PixelSize> avif_size(BytesView bytes);

/// Whether every sample was kept when it was made: RGB without a matrix, not subsampled.
bool avif_is_lossless(BytesView bytes);

Result<Picture> read_avif(BytesView bytes, const config::Limits& limits, Keep keep);

}  // namespace keben::assets
