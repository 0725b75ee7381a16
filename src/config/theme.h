// The looks of a theme as typed tokens: one set draws the EPUB's stylesheet and the PDF's styles,
// so that both editions look related.
#pragma once

#include <array>
#include <cstdint>

#include "base/length.h"

namespace keben::config {

struct Colour {
  std::uint8_t r = 0, g = 0, b = 0;
  bool operator==(const Colour&) const = default;
};

struct Theme {
  Em indent{2};        // of a Chinese paragraph's first line
  Em quote_margin{2};  // on both sides
  // Heading sizes in points on a 10.5 pt page, by level as written; deeper levels take the last.
  std::array<double, 4> heading_pt{18, 14, 12, 10.5};
  Colour text{0, 0, 0};
  Colour muted{0x66, 0x66, 0x66};  // folios, running heads, marks that are not the author's
  Colour hairline{0x99, 0x99, 0x99};
  Colour panel{0xF4, 0xF4, 0xF4};  // behind code
  Colour mark{0xE4, 0xE4, 0xE4};   // behind ==mark==
  // An admonition's bar by kind: note tip info important warning caution success quote other.
  std::array<Colour, 9> admonition{{{0x2F, 0x5D, 0x8A},
                                    {0x2E, 0x7D, 0x5B},
                                    {0x2F, 0x5D, 0x8A},
                                    {0x6A, 0x4C, 0x93},
                                    {0xB0, 0x6A, 0x00},
                                    {0xA8, 0x32, 0x2D},
                                    {0x2E, 0x7D, 0x5B},
                                    {0x70, 0x70, 0x70},
                                    {0x70, 0x70, 0x70}}};
};

}  // namespace keben::config
