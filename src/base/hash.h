// Digests that others can check: SHA-1 for UUIDv5 (RFC 4122 §4.3), SHA-256 for outputs and the
// cache. By nettle.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "base/bytes.h"

namespace keben {

std::array<std::uint8_t, 20> sha1(BytesView bytes);
std::array<std::uint8_t, 32> sha256(BytesView bytes);

/// SHA-256 in lower-case hexadecimal.
std::string sha256_hex(BytesView bytes);

}  // namespace keben
