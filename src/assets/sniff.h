// A picture's type by its first bytes, never by its name or its server's word; and its size before
// it is decoded.
#pragma once

#include <optional>

#include "assets/asset_store.h"
#include "base/bytes.h"
#include "base/length.h"

namespace keben::assets {

/// What the first bytes say. `unsupported` types are named so that the message can be.
struct Sniffed {
  std::optional<MediaType> type;
  std::string_view name;  // "PNG", "AVIF", "HTML", "text" …
};
Sniffed sniff(BytesView bytes);

/// Width and height from the header alone; nothing where the header is broken. SVG gives its
/// viewBox, rounded up.
std::optional<PixelSize> size_of(MediaType type, BytesView bytes);

}  // namespace keben::assets
