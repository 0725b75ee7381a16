// Fewer samples for the same picture.
#pragma once

#include "assets/decode.h"

namespace keben::assets {

/// The largest size of the same proportions that is no larger than `most` in width or height, or
/// `size` itself; at least 1 × 1.
PixelSize fitted(PixelSize size, PixelSize most);

/// The largest size of the same proportions with at most so many pixels, or `size` itself.
PixelSize fitted(PixelSize size, std::size_t most_pixels);

/// Each new sample is the mean of the area that it covers, colours weighed by their alpha: exact
/// for making smaller, and what printers' rasters do. `to` is no larger than the picture.
Pixels scaled(const Pixels& pixels, PixelSize to);

}  // namespace keben::assets
