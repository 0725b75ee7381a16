// The fewest bits a pixel that lose nothing: what is drawn in few colours, as many diagrams are,
// takes a third of the room as places in a palette. What comes as gray alone stays levels of gray.
#pragma once

#include <cstdint>
#include <vector>

#include "assets/decode.h"
#include "assets/detail/png_chunks.h"

namespace keben::assets {

/// How the samples of a picture are written (PNG 3rd ed. §11.2.1).
class PngForm {
 public:
  explicit PngForm(const Pixels& pixels);

  PngColour colour() const { return colour_; }
  int bits() const { return bits_; }
  /// Bytes of PLTE and tRNS, or none. Clear colours come first, so that tRNS ends with them.
  const Bytes& palette() const { return palette_; }
  const Bytes& alpha() const { return alpha_; }
  /// Bytes of a pixel, at least one: how far back a filter looks.
  std::size_t step() const;
  /// Bytes of a row without its filter's.
  std::size_t row_bytes() const;

  /// Row `y`, `row_bytes()` long.
  void put_row(std::uint32_t y, std::uint8_t* out) const;

 private:
  void put_places(std::uint32_t y, std::uint8_t* out) const;
  void put_samples(std::uint32_t y, std::uint8_t* out) const;
  std::uint32_t place_of(std::uint32_t colour) const;

  const Pixels& pixels_;
  PngColour colour_ = PngColour::rgb;
  int bits_ = 8;
  bool is_gray_ = false;
  Bytes palette_, alpha_;
  std::vector<std::uint32_t> colours_;  // of the palette, ascending; alpha on top
};

}  // namespace keben::assets
