// The first of several bytes in one pass over a text.
//
// std::string_view::find_first_of asks memchr about every byte that it looks at; over a book's
// worth of paragraphs that was a fifth of the reader's time.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "base/byte_blocks.h"

namespace keben {

/// `Count` bytes, at most eight: each is compared with every block of the text.
template <std::size_t Count>
class ByteSet {
 public:
  static_assert(Count <= 8);

  /// From a literal, its closing NUL left out.
  explicit constexpr ByteSet(const char (&bytes)[Count + 1]) {
    for (std::size_t k = 0; k < Count; ++k)
      bytes_[k] = static_cast<std::uint8_t>(bytes[k]);
  }

  /// Where the first of them stands at or after `at`; npos where there is none.
  std::size_t find_in(std::string_view text, std::size_t at = 0) const {
    while (at + kBlock <= text.size() && !any(among(block_at(text, at))))
      at += kBlock;
    for (; at < text.size(); ++at) {
      if (holds(static_cast<std::uint8_t>(text[at]))) return at;
    }
    return std::string_view::npos;
  }

 private:
  auto among(const ByteBlock& block) const {
    auto found = block == bytes_[0];
    for (std::size_t k = 1; k < Count; ++k)
      found |= block == bytes_[k];
    return found;
  }

  constexpr bool holds(std::uint8_t byte) const {
    for (const std::uint8_t each : bytes_) {
      if (each == byte) return true;
    }
    return false;
  }

  std::array<std::uint8_t, Count> bytes_{};
};

template <std::size_t Size>
ByteSet(const char (&)[Size]) -> ByteSet<Size - 1>;

}  // namespace keben
