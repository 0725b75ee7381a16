// Numbers as people number essays: 12, １２, 十二, XII.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace keben::series {

/// A number and how many bytes it takes.
struct Numeral {
  unsigned value = 0;
  std::size_t bytes = 0;
  bool operator==(const Numeral&) const = default;
};

/// The digits that `text` begins with, ASCII or full-width; nothing past six of them.
std::optional<Numeral> take_digits(std::string_view text);

/// The Chinese numeral that `text` begins with, up to 万: 三, 十二, 二十, 廿三, 一百零五, 二〇.
std::optional<Numeral> take_chinese(std::string_view text);

/// The Roman numeral that `text` begins with, I to XXXIX, in capitals, with no letter or digit
/// behind it. L, C, D and M are left out: they are words and grades more often than numbers.
std::optional<Numeral> take_roman(std::string_view text);

/// Any of the three.
std::optional<Numeral> take_numeral(std::string_view text);

}  // namespace keben::series
