// The finished canvas as a JPEG file.
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "cover/detail/canvas.h"

namespace keben::cover {

/// Baseline JFIF, 4:2:0, at most `kHeaviest` bytes; the same bytes for the same samples.
Result<Bytes> encode_jpeg(const Canvas& canvas);

/// decisions.md 11.
inline constexpr std::size_t kHeaviest = 120'000;

}  // namespace keben::cover
