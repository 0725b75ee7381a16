// Where decoders put their rows: interleaved samples come in, Pixels come out, or nothing is kept.
//
// Where its proof takes decoding, a picture is decoded before it is trusted, and most are then
// never looked at again by us: with Keep::nothing that proof costs no memory.
#pragma once

#include <cstdint>

#include "assets/decode.h"

namespace keben::assets {

enum class Keep { samples, nothing };

/// What a format's reader hands back; `pixels.samples` is empty with Keep::nothing.
struct Picture {
  Pixels pixels;
  bool animated = false;
};

class Raster {
 public:
  /// @param components  samples a pixel in the rows to come: 1 gray, 2 gray and alpha, 3 RGB,
  ///                    4 RGB and alpha
  Raster(PixelSize size, int components, Keep keep);

  /// Takes row `y`, `components × width` samples. Allocates nothing, so it may be called from
  /// within a C library's loop.
  void put(std::uint32_t y, const std::uint8_t* row) noexcept;

  /// The picture; an alpha that is opaque everywhere is left out.
  Pixels take();

 private:
  Pixels pixels_;
  int components_;
  Keep keep_;
  bool opaque_ = true;
};

}  // namespace keben::assets
