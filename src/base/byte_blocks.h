// Sixteen bytes of a text at once, for the loops that look at every byte of a book: is one of a few
// bytes among them? Vectors as GCC and Clang know them, on any machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace keben {

/// Comparing one with a byte gives a mask: all bits of a byte for yes, none for no.
using ByteBlock = std::uint8_t __attribute__((vector_size(16)));
inline constexpr std::size_t kBlock = sizeof(ByteBlock);

/// The block of `text` that begins at `at`; all of it lies inside.
inline ByteBlock block_at(std::string_view text, std::size_t at) {
  ByteBlock block;
  std::memcpy(&block, text.data() + at, sizeof block);
  return block;
}

/// Whether a mask says yes of any byte.
template <class Mask>
bool any(const Mask& mask) {
  static_assert(sizeof(Mask) == kBlock);
  std::uint64_t halves[2];
  std::memcpy(halves, &mask, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/// Where a character of three bytes stands at or after `at`; npos where it does not. Asked for one
/// whose lead byte is that of every full-width comma, std::string_view::find stops at each.
inline std::size_t find_character(std::string_view text, std::string_view three,
                                  std::size_t at = 0) {
  const auto byte = [three](std::size_t k) { return static_cast<std::uint8_t>(three[k]); };
  for (; at + kBlock + 2 <= text.size(); at += kBlock) {
    if (any((block_at(text, at) == byte(0)) & (block_at(text, at + 1) == byte(1)) &
            (block_at(text, at + 2) == byte(2))))
      break;
  }
  return text.find(three, at);
}

}  // namespace keben
