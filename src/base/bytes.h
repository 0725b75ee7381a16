// Bytes that are not text: pictures, type, finished books.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace keben {

/// Owned bytes. A std::string, since every C library takes char* and short ones need no allocation.
using Bytes = std::string;
using BytesView = std::string_view;

/// A 64-bit digest for names and equality within one run: FNV-1a with a final mix. Not for
/// strangers' collisions.
constexpr std::uint64_t digest64(BytesView bytes, std::uint64_t seed = 0xcbf29ce484222325u) {
  std::uint64_t h = seed;
  for (const char c : bytes)
    h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdu;
  h ^= h >> 33;
  return h;
}

}  // namespace keben
