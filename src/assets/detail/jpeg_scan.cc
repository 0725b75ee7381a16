#include "assets/detail/jpeg_scan.h"

#include <algorithm>
#include <optional>
#include <string>

#include "assets/detail/big_endian.h"

namespace keben::assets {
namespace {

constexpr std::uint32_t kFirstRestart = 0xD0;

/// The bits of one interval, with some bytes of nothing behind them: a block that reads into those
/// has gone beyond the end.
class Bits {
 public:
  void begin() {
    bytes_.clear();
    at_ = 0;
  }
  void add(BytesView bytes) { bytes_ += bytes; }
  void end() {
    constexpr std::size_t kLongestBlock = 64 * JpegStep::kMostBits / 8 + 16;
    size_ = bytes_.size() * 8;
    bytes_.append(kLongestBlock, '\0');
  }

  bool take_block(const JpegScan::Part& part) {
    const std::uint64_t bits = ahead(at_);
    std::optional<JpegStep> first = part.first->quick(bits);
    if (first == JpegCodes::kLong) first = part.first->slow(bits);
    return first && take_others(*part.others, at_ + first->bits());
  }
  /// What is left are the ones that fill the last byte.
  bool are_over() const { return size_ - at_ < 8; }

 private:
  /// The 63 others, and whether they are just so many.
  bool take_others(const JpegCodes& codes, std::size_t at) {
    // Two counts in one number, so that a single look tells when either is full: coefficients, and
    // over them the bits that have been taken from those ahead, of which the next step needs some.
    constexpr std::uint32_t kTaken = 64 - (kAhead - JpegStep::kMostBits + 1);
    constexpr std::uint32_t kFull = JpegStep::of(64, 64 | 128).v;
    std::uint32_t coefficients = 1;
    while (coefficients < 64) {
      std::uint64_t bits = ahead(at);
      JpegStep count = JpegStep::of(kTaken, coefficients), step;
      do {
        step = codes.quick(bits);
        bits <<= step.bits();
        count.v += step.v;
      } while ((count.v & kFull) == 0);
      // Steps that were joined may lead into the next block, and even to its end.
      if (step == JpegCodes::kLong || is_beyond(count.coefficients())) {
        count.v -= step.v;
        const std::optional<JpegStep> code = codes.slow(ahead(at + count.bits() - kTaken));
        if (!code) return false;
        count.v += code->v;
      }
      at += count.bits() - kTaken;
      coefficients = count.coefficients();
    }
    at_ = at;
    return !is_beyond(coefficients) && at <= size_;
  }

  /// A block holds 64, or fewer and its end.
  static bool is_beyond(std::uint32_t coefficients) {
    return coefficients > 64 && (coefficients < kBlockEnd || coefficients >= kBlockEnd + 64);
  }

  static constexpr std::uint32_t kAhead = 57;

  /// The next `kAhead` bits and some more.
  std::uint64_t ahead(std::size_t at) const {
    const char* from = bytes_.data() + at / 8;
    const auto byte = [from](int i) {
      return std::uint64_t{static_cast<unsigned char>(from[i])} << (56 - 8 * i);
    };
    return (byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7))
           << (at % 8);
  }

  std::string bytes_;
  std::size_t at_ = 0, size_ = 0;
};

/// Moves one interval's bytes into `bits`, its stuffing (0xFF 0x00, B.1.1.5) taken out, up to the
/// restart that is due, or to the end.
bool take_interval(BytesView& samples, std::size_t number, bool is_last, Bits& bits) {
  bits.begin();
  for (;;) {
    const std::size_t at = samples.find('\xFF');
    if (at == samples.npos || at + 1 == samples.size()) {
      bits.add(samples);
      samples = {};
      bits.end();
      return is_last && at == samples.npos;
    }
    const std::uint32_t next = byte_at(samples, at + 1);
    bits.add(samples.substr(0, at + (next == 0 ? 1 : 0)));
    samples.remove_prefix(at + 2);
    if (next == 0) continue;
    bits.end();
    return !is_last && next == kFirstRestart + number % 8;
  }
}

}  // namespace

bool JpegScan::is_whole(std::size_t interval, BytesView samples) const {
  if (interval == 0) interval = groups;
  Bits bits;
  std::size_t left = groups;
  for (std::size_t number = 0; left > 0; ++number) {
    const std::size_t now = std::min(left, interval);
    left -= now;
    if (!take_interval(samples, number, left == 0, bits)) return false;
    for (std::size_t group = 0; group < now; ++group) {
      for (const Part& part : parts) {
        for (std::size_t block = 0; block < part.blocks; ++block)
          if (!bits.take_block(part)) return false;
      }
    }
    if (!bits.are_over()) return false;
  }
  return true;
}

}  // namespace keben::assets
