// Fewer samples for the same picture.
#pragma once

#include <cstdint>
#include <vector>

#include "assets/decode.h"

namespace keben::assets {

/// The largest size of the same proportions that is no larger than `most` in width or height, or
/// `size` itself; at least 1 × 1.
PixelSize fitted(PixelSize size, PixelSize most);

/// The largest size of the same proportions with at most so many pixels, or `size` itself.
PixelSize fitted(PixelSize size, std::size_t most_pixels);

/// What share each old sample of an axis has in a new one. New sample i covers `most` old ones from
/// `first[i]` on, whose shares stand from `i * most` on and add up to 4096; where it covers fewer,
/// the rest have none.
struct AxisShares {
  std::vector<std::uint32_t> first;
  std::size_t most = 1;
  std::vector<std::uint16_t> shares;
};

/// Each new sample is the mean of the area that it covers, colours weighed by their alpha: exact
/// for making smaller, and what printers' rasters do.
class Scaler {
 public:
  /// @param pixels  outlives the scaler
  /// @param to      no larger than the picture
  Scaler(const Pixels& pixels, PixelSize to);

  /// So many rows of the new picture.
  Pixels rows(std::uint32_t first, std::uint32_t count) const;

 private:
  const Pixels& pixels_;
  PixelSize to_;
  AxisShares columns_, rows_;
};

/// All rows.
Pixels scaled(const Pixels& pixels, PixelSize to);

}  // namespace keben::assets
