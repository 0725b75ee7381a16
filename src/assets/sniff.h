// A picture's type by its first bytes, never by its name or its server's word; and its size before
// it is decoded.
#pragma once

#include <optional>
#include <string_view>

#include "assets/asset_store.h"
#include "base/bytes.h"
#include "base/length.h"

namespace keben::assets {

/// What the first bytes say. Types that we cannot show are named too, so that the message can be.
struct Sniffed {
  std::optional<MediaType> type;
  std::string_view name;  // "PNG", "AVIF", "HTML", "text", "empty", "unknown" …
};
Sniffed sniff(BytesView bytes);

/// Width and height from the header alone, as the picture is to be seen (EXIF orientation applied);
/// nothing where the header is broken, and for SVG, which has no samples.
std::optional<PixelSize> size_of(MediaType type, BytesView bytes);

}  // namespace keben::assets
