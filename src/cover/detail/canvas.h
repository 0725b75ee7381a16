// The picture while it is drawn: a plane of brightness at full size, two of colour at half (4:2:0).
//
// Glyphs are filled by FreeType's smooth rasteriser from the outlines that HarfBuzz reads off the
// faces which are open already; no font file is opened twice. Coverage is integer arithmetic, so
// the samples are the same on every machine.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "cover/detail/palette.h"
#include "fonts/face.h"

namespace keben::cover {

/// The picture's width and height in samples; both are whole numbers of JPEG's 16-sample cells.
inline constexpr int kWidth = 1600, kHeight = 2560;

/// A rectangle in samples from the top left; even numbers, so that the colour planes can show it.
struct Area {
  int left = 0, top = 0, width = 0, height = 0;
  constexpr int right() const { return left + width; }
  constexpr int bottom() const { return top + height; }
  constexpr Area inset(int by) const {
    return {left + by, top + by, width - 2 * by, height - 2 * by};
  }
};

/// A point in sixty-fourths of a sample, from the top left.
struct Spot {
  std::int64_t x = 0, y = 0;
};

class Canvas {
 public:
  explicit Canvas(Tone ground);
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;
  ~Canvas();

  void fill(Area area, Tone tone);
  /// Changes brightness only.
  void fill(Area area, std::uint8_t brightness);
  /// A frame just inside `area`.
  void frame(Area area, int thickness, std::uint8_t brightness);

  /// Draws a glyph from its origin on the baseline; what lies outside the picture is cut.
  void glyph(const fonts::Face& face, fonts::GlyphId glyph, Spot origin, int size,
             std::uint8_t brightness);
  /// Draws a glyph of the colour emoji face in a cell of an em from its origin; where the face has
  /// no picture of it, nothing.
  void picture(const fonts::Face& face, fonts::GlyphId glyph, Spot origin, int size);

  const std::vector<std::uint8_t>& brightness() const { return y_; }
  const std::vector<std::uint8_t>& blue() const { return cb_; }
  const std::vector<std::uint8_t>& red() const { return cr_; }

 private:
  struct Rasteriser;
  std::vector<std::uint8_t> y_, cb_, cr_;
  std::unique_ptr<Rasteriser> rasteriser_;
};

}  // namespace keben::cover
