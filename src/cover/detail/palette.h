// The colours of a cover, as the JPEG stores them: brightness and two colour differences.
//
// A cover has three hues only: its ground, its paper, its seal. All else on them (type, rules,
// thread) differs in brightness alone, so the picture's colour planes are flat but for the edges of
// a few rectangles, which keeps type sharp at 4:2:0 and makes the file small.
#pragma once

#include <cstdint>
#include <string_view>

namespace keben::cover {

/// A colour in JFIF's YCbCr (ITU T.871 §7).
struct Tone {
  std::uint8_t y = 0, cb = 128, cr = 128;
  bool operator==(const Tone&) const = default;

  constexpr Tone with_brightness(std::uint8_t other) const { return {other, cb, cr}; }
};

struct Palette {
  Tone ground;               // the cloth
  Tone spine;                // its fold along the binding, darker
  std::uint8_t on_ground;    // brightness of type on the cloth
  std::uint8_t thread;       // of the binding's thread
  Tone paper;                // the title slip (题签)
  std::uint8_t on_paper;     // type on it
  Tone seal;                 // vermilion (朱砂)
  std::uint8_t on_seal = 0;  // type on it
};

/// One of twelve traditional colours, always the same for the same name.
Palette palette_of(std::string_view series);

}  // namespace keben::cover
