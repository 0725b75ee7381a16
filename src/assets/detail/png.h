// PNG (W3C PNG, 3rd edition), by libpng.
#pragma once

#include <optional>

#include "assets/detail/raster.h"

namespace keben::assets {

std::optional<PixelSize> png_size(BytesView bytes);

/// The ICC profile of its iCCP chunk, inflated; empty where there is none, or one that is broken or
/// longer than `most`.
Bytes png_profile(BytesView bytes, std::size_t most);

/// Whether IDAT inflates to as many bytes as the size asks for, no more and no less: more is a
/// bomb, or two files in one. The size is within limits.
bool png_rows_are_exact(BytesView bytes);

/// Whether it is an APNG: acTL stands before the first IDAT (PNG 3rd ed. §11.3.6.1).
bool png_is_animated(BytesView bytes);

/// Any bit depth, palette, tRNS and Adam7, as 8-bit gray or RGB with alpha apart, made sRGB where
/// an iCCP says otherwise. gAMA and text are not read; 16 bits are rounded to 8.
Result<Picture> read_png(BytesView bytes, const config::Limits& limits, Keep keep);

/// Always the same bytes for the same samples.
Result<Bytes> write_png(const Pixels& pixels);

/// The file without the chunks that tell of its making: tEXt, zTXt, iTXt, eXIf, tIME and unknown
/// ones. `bytes` is a PNG that has been decoded without error.
Bytes png_without_metadata(BytesView bytes);

}  // namespace keben::assets
