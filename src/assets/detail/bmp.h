// BMP (Windows' device-independent bitmap), by ourselves: no library of Debian's is small enough
// for so small a format.
#pragma once

#include <optional>

#include "assets/detail/raster.h"

namespace keben::assets {

std::optional<PixelSize> bmp_size(BytesView bytes);

/// 1, 4, 8, 16, 24 and 32 bits, BITFIELDS, RLE4 and RLE8, rows from the bottom or the top. Alpha
/// counts where its mask is named and any of it is not zero.
Result<Picture> read_bmp(BytesView bytes, const config::Limits& limits, Keep keep);

}  // namespace keben::assets
