// WebP (RFC 9649), the first frame, by libwebp.
#pragma once

#include <optional>

#include "assets/detail/raster.h"

namespace keben::assets {

std::optional<PixelSize> webp_size(BytesView bytes);

/// Whether every sample was kept when it was made; of an animation, nothing is promised.
bool webp_is_lossless(BytesView bytes);

Result<Picture> read_webp(BytesView bytes, const config::Limits& limits, Keep keep);

}  // namespace keben::assets
