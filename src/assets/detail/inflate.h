// zlib's streams (RFC 1950), inflated whole.
#pragma once

#include <cstddef>
#include <optional>

#include "base/bytes.h"

namespace keben::assets {

/// Inflates into `out`, which has room for `room` bytes; how many they are. Nothing where the
/// stream is broken, its checksum is wrong, or the room does not do.
std::optional<std::size_t> inflate_zlib(BytesView deflated, char* out, std::size_t room);

}  // namespace keben::assets
