#include "assets/detail/jpeg_codes.h"

#include <algorithm>

#include "assets/detail/big_endian.h"

namespace keben::assets {
namespace {

/// F.1.2.1 and F.1.2.2: the low half byte says how many bits follow the code; the high one, but for
/// a first coefficient, how many that are nothing come before.
JpegStep step_of(JpegCodes::Of coefficients, std::uint32_t symbol, int code_bits) {
  const std::uint32_t run = symbol >> 4, size = symbol & 15;
  const std::uint32_t bits = static_cast<std::uint32_t>(code_bits) + size;
  if (coefficients == JpegCodes::Of::first) return JpegStep::of(bits, 1);
  const bool is_end = size == 0 && run != 15;
  return JpegStep::of(bits, is_end ? kBlockEnd : run + 1);
}

}  // namespace

std::optional<JpegCodes> JpegCodes::of(Of coefficients, BytesView counts, BytesView symbols) {
  JpegCodes out;
  out.quick_.fill(kLong.v);
  std::uint32_t code = 0;
  for (int bits = 1; bits <= kMostBits; ++bits) {
    const auto b = static_cast<std::size_t>(bits);
    code <<= 1;
    out.first_[b] = static_cast<std::uint32_t>(out.steps_.size()) - code;
    for (std::uint32_t left = byte_at(counts, b - 1); left > 0; --left, ++code) {
      if (out.steps_.size() == symbols.size() || code >> bits != 0) return {};
      const std::uint32_t symbol = byte_at(symbols, out.steps_.size());
      if (coefficients == Of::first && symbol > 15) return {};
      const JpegStep step = step_of(coefficients, symbol, bits);
      out.steps_.push_back(step);
      if (bits > kQuickBits) continue;
      const int free = kQuickBits - bits;
      std::fill_n(out.quick_.begin() + (code << free), 1u << free,
                  static_cast<std::uint16_t>(step.v));
    }
    out.end_[b] = code;
  }
  if (out.steps_.size() != symbols.size()) return {};
  if (coefficients == Of::others) out.join_steps();
  return out;
}

/// Several steps in one, as far as the bits of a quick look go.
void JpegCodes::join_steps() {
  const auto single = quick_;
  for (std::size_t bits = 0; bits < quick_.size(); ++bits) {
    JpegStep all{single[bits]};
    for (;;) {
      const JpegStep next{single[bits << all.bits() & (quick_.size() - 1)]};
      if (all.coefficients() >= 64 || next == kLong) break;  // the block is full, or it is kLong
      if (all.bits() + next.bits() > kQuickBits) break;
      all.v += next.v;
    }
    quick_[bits] = static_cast<std::uint16_t>(all.v);
  }
}

std::optional<JpegStep> JpegCodes::slow(std::uint64_t ahead) const {
  for (int bits = 1; bits <= kMostBits; ++bits) {
    const auto b = static_cast<std::size_t>(bits);
    const auto code = static_cast<std::uint32_t>(ahead >> (64 - bits));
    if (code < end_[b]) return steps_[first_[b] + code];
  }
  return {};
}

}  // namespace keben::assets
