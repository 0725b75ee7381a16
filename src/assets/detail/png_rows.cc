// See png_rows.h. To inflate is nine tenths of the proof, and libdeflate does it whole at twice
// zlib's speed; a filter can be wrong in its number alone, so that no row need be unfiltered.
#include "assets/detail/png_rows.h"

#include <algorithm>
#include <array>
#include <utility>

#include "assets/detail/inflate.h"

namespace keben::assets {
namespace {

/// The rows of a picture, or of one of Adam7's passes.
struct Grid {
  std::size_t rows = 0;
  std::size_t bytes = 0;  // of one row and its filter's byte
};

Grid grid_of(std::size_t width, std::size_t height, std::size_t bits) {
  if (width == 0) return {};
  return {height, (width * bits + 7) / 8 + 1};
}

/// Adam7's passes where the rows are interlaced, else one grid and six empty ones.
std::array<Grid, 7> grids_of(const PngHeader& header) {
  struct Pass {
    std::size_t x, y, across, down;
  };
  constexpr Pass kPasses[] = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4},
                              {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};
  const std::size_t width = header.size.width.v, height = header.size.height.v;
  const auto bits = static_cast<std::size_t>(header.bits * header.channels());
  std::array<Grid, 7> out{};
  if (!header.interlaced) {
    out[0] = grid_of(width, height, bits);
    return out;
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Pass& pass = kPasses[i];
    out[i] = grid_of((width - std::min(width, pass.x) + pass.across - 1) / pass.across,
                     (height - std::min(height, pass.y) + pass.down - 1) / pass.down, bits);
  }
  return out;
}

/// What IDAT's chunks hold, put together.
Bytes deflated_rows(BytesView bytes) {
  Bytes out;
  for_each_png_chunk(bytes, [&](const PngChunk& chunk) {
    if (chunk.type() == "IDAT") out += chunk.data();
    return chunk.type() != "IEND";
  });
  return out;
}

bool filters_are_known(const PngHeader& header, const PngRows& rows) {
  constexpr char kLastFilter = 4;  // Paeth
  const char* at = rows.bytes.get();
  for (const Grid& grid : grids_of(header)) {
    for (std::size_t row = 0; row < grid.rows; ++row, at += grid.bytes)
      if (*at < 0 || *at > kLastFilter) return false;
  }
  return true;
}

/// The chunks' order (§5.6), as far as a decoder may stumble over it.
class Order {
 public:
  explicit Order(const PngHeader& header) : header_(header) {}

  /// Whether the chunk may stand here.
  bool takes(const PngChunk& chunk) {
    const std::string_view type = chunk.type();
    if (!chunk.is_sound() || is_over_) return false;
    const bool is_first = !std::exchange(has_begun_, true);
    if (is_first || type == "IHDR") return is_first && type == "IHDR";
    if (type != "IDAT" && rows_ == Rows::here) rows_ = Rows::past;
    if (type == "IDAT") return std::exchange(rows_, Rows::here) != Rows::past;
    if (type == "PLTE") return rows_ == Rows::ahead && takes_palette(chunk.data().size());
    if (type == "IEND") is_over_ = chunk.data().empty();
    return type == "IEND" || chunk.is_ancillary();
  }
  bool is_whole() const {
    return is_over_ && rows_ != Rows::ahead &&
           (has_palette_ || header_.colour != PngColour::palette);
  }

 private:
  bool takes_palette(std::size_t size) {
    if (std::exchange(has_palette_, true) || size == 0 || size % 3 != 0) return false;
    const bool in_gray =
        header_.colour == PngColour::gray || header_.colour == PngColour::gray_alpha;
    const int bits = header_.colour == PngColour::palette ? header_.bits : 8;
    return !in_gray && size / 3 <= std::size_t{1} << bits;
  }

  enum class Rows { ahead, here, past };
  const PngHeader& header_;
  Rows rows_ = Rows::ahead;
  bool has_begun_ = false, has_palette_ = false, is_over_ = false;
};

}  // namespace

std::optional<PngRows> png_rows(BytesView bytes) {
  const std::optional<PngHeader> header = png_header(bytes);
  if (!header) return {};
  PngRows out;
  for (const Grid& grid : grids_of(*header))
    out.size += grid.rows * grid.bytes;
  const Bytes deflated = deflated_rows(bytes);
  out.bytes.reset(new char[out.size]);  // not filled before it is used
  if (inflate_zlib(deflated, out.bytes.get(), out.size) != out.size) return {};
  constexpr std::size_t kLongestReach = 32768;
  out.in_window =
      std::size_t{256} << (byte_at(deflated, 0) >> 4) >= std::min(out.size, kLongestReach);
  return out;
}

bool png_is_plain(BytesView bytes, const PngRows& rows) {
  const std::optional<PngHeader> header = png_header(bytes);
  if (!header || !rows.in_window || !filters_are_known(*header, rows)) return false;
  Order order(*header);
  bool good = true;
  for_each_png_chunk(bytes, [&](const PngChunk& chunk) {
    good = order.takes(chunk);
    return good && !order.is_whole();
  });
  return good && order.is_whole();
}

}  // namespace keben::assets
