// PNG (W3C PNG, 3rd edition), by libpng.
#pragma once

#include <optional>

#include "assets/detail/raster.h"

namespace keben::assets {

std::optional<PixelSize> png_size(BytesView bytes);

/// The ICC profile of its colours, where they are not sRGB: that of iCCP, or one made of gAMA and
/// cHRM. Empty where there is none, or one that is broken or longer than `most`.
Bytes png_profile(BytesView bytes, std::size_t most);

/// Whether it is an APNG: acTL stands before the first IDAT (PNG 3rd ed. §11.3.6.1).
bool png_is_animated(BytesView bytes);

/// Whether tRNS stands before the first IDAT (§11.3.1.1).
bool png_has_transparency(BytesView bytes);

/// Any bit depth, palette, tRNS and Adam7, as 8-bit gray or RGB with alpha apart, made sRGB where
/// its chunks say otherwise (see png_profile). Text is not read; 16 bits are rounded to 8.
Result<Picture> read_png(BytesView bytes, const config::Limits& limits, Keep keep);

/// Always the same bytes for the same samples.
Result<Bytes> write_png(const Pixels& pixels);

/// The file without the chunks that tell of its making: tEXt, zTXt, iTXt, eXIf, tIME and unknown
/// ones. `bytes` is a PNG that has been decoded without error.
Bytes png_without_metadata(BytesView bytes);

}  // namespace keben::assets
