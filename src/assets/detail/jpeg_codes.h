// Huffman's codes as a baseline JPEG uses them (ITU T.81 Annex F), read and thrown away: how many
// bits a block takes, not what it shows.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/bytes.h"

namespace keben::assets {

/// A code with the bits that it announces, and how far it leads in a block: one number, so that a
/// walk need but add them up.
struct JpegStep {
  std::uint32_t v = 0;

  static constexpr JpegStep of(std::uint32_t bits, std::uint32_t coefficients) {
    return {coefficients << 8 | bits};
  }
  std::uint32_t bits() const { return v & 0xFF; }
  std::uint32_t coefficients() const { return v >> 8; }
  bool operator==(const JpegStep&) const = default;

  static constexpr std::uint32_t kMostBits = 16 + 15;
};

/// So far leads the code that ends a block.
constexpr std::uint32_t kBlockEnd = 128;

/// One table.
class JpegCodes {
 public:
  enum class Of { first, others };  // a block's first coefficient, or the 63 others

  /// @param counts   how many codes have 1 to 16 bits
  /// @param symbols  in the order of their codes
  /// @returns nothing where the codes do not go into their bits
  static std::optional<JpegCodes> of(Of coefficients, BytesView counts, BytesView symbols);

  /// What the next bits begin with, of other coefficients often several steps in one; `kLong` where
  /// that is not seen at once.
  /// @param ahead  the next bits, the first one on top; at least 16 of them
  JpegStep quick(std::uint64_t ahead) const { return {quick_[ahead >> (64 - kQuickBits)]}; }
  static constexpr JpegStep kLong = JpegStep::of(0, 64);

  /// A single step, of a code of any length; nothing where there is none.
  std::optional<JpegStep> slow(std::uint64_t ahead) const;

 private:
  static constexpr int kQuickBits = 12;
  static constexpr int kMostBits = 16;

  void join_steps();

  std::array<std::uint16_t, 1u << kQuickBits> quick_{};
  std::array<std::uint32_t, kMostBits + 1> end_{};    // past the last code of so many bits
  std::array<std::uint32_t, kMostBits + 1> first_{};  // where its steps begin, less its first code
  std::vector<JpegStep> steps_;
};

}  // namespace keben::assets
