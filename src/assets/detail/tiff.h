// TIFF 6.0, the first page, by libtiff: gdk-pixbuf, which librsvg needs, brings it in any case.
#pragma once

#include <optional>

#include "assets/detail/raster.h"

namespace keben::assets {

std::optional<PixelSize> tiff_size(BytesView bytes);

/// Whatever libtiff makes RGBA of, its orientation applied; alpha where the file has it.
Result<Picture> read_tiff(BytesView bytes, const config::Limits& limits, Keep keep);

}  // namespace keben::assets
