// A PNG's rows as its filters left them: all that has to be inflated to know that they are there.
#pragma once

#include <memory>

#include "assets/detail/png_chunks.h"

namespace keben::assets {

/// Each row behind the byte that names its filter (PNG 3rd ed. §9); Adam7's seven small pictures
/// one after another (§8.1).
struct PngRows {
  std::unique_ptr<char[]> bytes;
  std::size_t size = 0;
  /// Whether the stream's window (RFC 1950 §2.2) is as long as any match can reach back. Where it
  /// is shorter, zlib refuses a match from beyond it, which libdeflate does not see.
  bool in_window = true;
};

/// Inflates IDAT; nothing where it does not give exactly as many bytes as the size asks for. More
/// is a bomb, or two files in one. The size is within limits.
std::optional<PngRows> png_rows(BytesView bytes);

/// Whether nothing is left to doubt: the chunks that matter are sound and stand where they should,
/// and every row has a filter that there is. What is odd is for libpng to judge, which forgives
/// some of it.
bool png_is_plain(BytesView bytes, const PngRows& rows);

}  // namespace keben::assets
