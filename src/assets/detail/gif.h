// GIF (GIF89a specification), the first frame, by giflib.
#pragma once

#include <optional>

#include "assets/detail/raster.h"

namespace keben::assets {

std::optional<PixelSize> gif_size(BytesView bytes);

/// How many frames the blocks tell of (counted to 2); nothing where a block is cut short.
std::optional<int> gif_frames(BytesView bytes);

/// The first frame on its canvas, which shows through where the frame does not reach or is
/// transparent.
Result<Picture> read_gif(BytesView bytes, const config::Limits& limits, Keep keep);

}  // namespace keben::assets
