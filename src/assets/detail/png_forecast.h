// What a PNG would weigh, before it is made.
#pragma once

#include <cstddef>

#include "assets/decode.h"

namespace keben::assets {

/// About how many bytes the picture would take as a PNG of that size; no larger than it is. Some
/// strips of it are scaled and packed, an eighth of the whole, so that it costs an eighth. It is
/// right to some percents of a photograph or a page of text, and to a quarter of other drawings.
std::size_t expected_png_bytes(const Pixels& pixels, PixelSize size);

}  // namespace keben::assets
