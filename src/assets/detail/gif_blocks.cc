// A GIF file as a row of blocks (GIF89a Appendix B grammar): whether it is whole, and whether it
// moves, without decoding its later frames.
#include "assets/detail/big_endian.h"
#include "assets/detail/gif.h"

namespace keben::assets {
namespace {

constexpr std::size_t kScreen = 13;  // signature and logical screen descriptor
constexpr std::size_t kFrame = 9;    // image descriptor after its introducer
constexpr std::uint32_t kImage = 0x2C;
constexpr std::uint32_t kExtension = 0x21;

/// Bytes of the colour table that a packed field announces.
std::size_t colour_table(std::uint32_t packed) {
  return packed & 0x80 ? std::size_t{3} << ((packed & 7) + 1) : 0;
}

/// Past the zero that ends a run of sub-blocks; nothing where it is not there.
std::optional<std::size_t> after_sub_blocks(BytesView bytes, std::size_t at) {
  while (at < bytes.size()) {
    const std::size_t length = byte_at(bytes, at);
    at += 1 + length;
    if (length == 0) return at;
  }
  return {};
}

std::size_t little_endian_16(BytesView bytes, std::size_t at) {
  return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8;
}

}  // namespace

std::optional<PixelSize> gif_size(BytesView bytes) {
  if (bytes.size() < kScreen) return {};
  return PixelSize{{static_cast<std::uint32_t>(little_endian_16(bytes, 6))},
                   {static_cast<std::uint32_t>(little_endian_16(bytes, 8))}};
}

std::optional<int> gif_frames(BytesView bytes) {
  if (bytes.size() < kScreen) return {};
  int frames = 0;
  std::optional<std::size_t> at = kScreen + colour_table(byte_at(bytes, 10));
  while (*at < bytes.size()) {
    const std::uint32_t block = byte_at(bytes, *at);
    // The trailer, or bytes that some programs leave after the last frame.
    if (block != kImage && block != kExtension) break;
    std::size_t blocks = *at + 2;
    if (block == kImage) {
      if (*at + 1 + kFrame > bytes.size()) return {};
      blocks = *at + 1 + kFrame + colour_table(byte_at(bytes, *at + kFrame)) + 1;
      frames = frames < 2 ? frames + 1 : 2;
    }
    at = after_sub_blocks(bytes, blocks);
    if (!at) return {};
  }
  return frames;
}

}  // namespace keben::assets
