// Samples of the kinds that pictures are made of, from the same numbers on every machine.
#pragma once

#include <cstdint>

#include "assets/decode.h"

namespace keben::test {

/// xorshift32.
class Numbers {
 public:
  explicit Numbers(std::uint32_t seed) : state_(seed) {}
  std::uint32_t below(std::uint32_t n) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 17;
    state_ ^= state_ << 5;
    return state_ % n;
  }

 private:
  std::uint32_t state_;
};

inline assets::Pixels blank(std::uint32_t width, std::uint32_t height, int channels, bool alpha) {
  assets::Pixels out{{{width}, {height}}, channels, {}, {}};
  const std::size_t count = std::size_t{width} * height;
  out.samples.resize(count * static_cast<std::size_t>(channels));
  if (alpha) out.alpha.resize(count);
  return out;
}

/// As a photograph is: shades that go over into each other, and grain.
inline assets::Pixels grain(std::uint32_t width, std::uint32_t height, int channels = 3,
                            bool alpha = false) {
  assets::Pixels out = blank(width, height, channels, alpha);
  Numbers numbers(7);
  const auto c = static_cast<std::size_t>(channels);
  for (std::size_t i = 0; i < out.samples.size(); ++i) {
    const std::size_t x = i / c % width, y = i / c / width;
    out.samples[i] =
        static_cast<std::uint8_t>((x + 2 * y) / 8 % 200 + i % c * 9 + numbers.below(24));
  }
  for (std::uint8_t& a : out.alpha)
    a = static_cast<std::uint8_t>(numbers.below(256));
  return out;
}

/// Just so many colours (of gray: levels), at random.
inline assets::Pixels of_colours(std::uint32_t colours, int channels, bool alpha) {
  assets::Pixels out = blank(61, 47, channels, alpha);
  Numbers numbers(colours);
  const std::size_t count = out.samples.size() / static_cast<std::size_t>(channels);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t colour =
        i < colours ? static_cast<std::uint32_t>(i) : numbers.below(colours);
    for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c)
      out.samples[i * static_cast<std::size_t>(channels) + c] =
          static_cast<std::uint8_t>(colour * (c + 3) + 5 + (colour >> 8) * 100);
    if (alpha) out.alpha[i] = static_cast<std::uint8_t>(255 - colour);
  }
  return out;
}

}  // namespace keben::test
