// Samples → PNG. No time, no text, one level: the same samples give the same bytes.
//
// libpng can deflate by zlib alone, which looks many times as long for matches in a photograph's
// noise as libdeflate does. A file of whole rows asks for little else: each row filtered in the way
// that leaves the least (PNG 3rd ed. §12.7), and three chunks.
#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <new>
#include <utility>
#include <vector>

#include "assets/detail/png.h"
#include "assets/detail/trouble.h"
#include "base/c_handle.h"

namespace keben::assets {
namespace {

constexpr int kDeflateLevel = 4;
constexpr std::size_t kFilters = 5;  // none, sub, up, average, Paeth (§9.2)

using Compressor = CHandle<libdeflate_compressor, libdeflate_free_compressor>;
using Row = std::vector<std::uint8_t>;

void append_number(Bytes& out, std::uint32_t number) {
  for (const int shift : {24, 16, 8, 0})
    out += static_cast<char>(number >> shift & 0xFF);
}

void append_chunk(Bytes& out, BytesView type, BytesView data) {
  append_number(out, static_cast<std::uint32_t>(data.size()));
  const std::size_t begin = out.size();
  out += type;
  out += data;
  append_number(out, libdeflate_crc32(0, out.data() + begin, out.size() - begin));
}

Bytes header_of(const Pixels& pixels) {
  constexpr int kAlpha = 4, kColour = 2;
  const int type = (pixels.channels == 1 ? 0 : kColour) | (pixels.alpha.empty() ? 0 : kAlpha);
  Bytes out;
  append_number(out, pixels.size.width.v);
  append_number(out, pixels.size.height.v);
  for (const int part : {8, type, 0, 0, 0})  // bits; deflate; the five filters; not interlaced
    out += static_cast<char>(part);
  return out;
}

/// Row `y` with its alpha between the samples.
void interleave(const Pixels& pixels, std::uint32_t y, std::uint8_t* row) {
  const std::size_t width = pixels.size.width.v;
  const auto channels = static_cast<std::size_t>(pixels.channels);
  const std::uint8_t* samples = pixels.samples.data() + y * width * channels;
  for (std::size_t x = 0; x < width; ++x) {
    for (std::size_t c = 0; c < channels; ++c)
      *row++ = *samples++;
    if (!pixels.alpha.empty()) *row++ = pixels.alpha[y * width + x];
  }
}

/// The one of three that is nearest to left + up - corner (§9.4), without a branch.
std::uint8_t paeth(int left, int up, int corner) {
  const int by_left = std::abs(up - corner), by_up = std::abs(left - corner),
            by_corner = std::abs(left + up - 2 * corner);
  const int upper = by_up <= by_corner ? up : corner;
  return static_cast<std::uint8_t>(by_left <= by_up && by_left <= by_corner ? left : upper);
}

/// All filters of one row. `row` and `above` begin with `step` zeros, which stand for what lies
/// left of their first samples.
void filter(const Row& row, const Row& above, std::size_t step, std::array<Row, kFilters>& out) {
  const std::size_t count = row.size() - step;
  const std::uint8_t *left = row.data(), *here = left + step;
  const std::uint8_t *corner = above.data(), *up = corner + step;
  std::uint8_t *by_left = out[1].data(), *by_up = out[2].data(), *by_mean = out[3].data(),
               *by_paeth = out[4].data();
  std::copy_n(here, count, out[0].data());
  for (std::size_t i = 0; i < count; ++i)
    by_left[i] = static_cast<std::uint8_t>(here[i] - left[i]);
  for (std::size_t i = 0; i < count; ++i)
    by_up[i] = static_cast<std::uint8_t>(here[i] - up[i]);
  for (std::size_t i = 0; i < count; ++i)
    by_mean[i] = static_cast<std::uint8_t>(here[i] - ((left[i] + up[i]) >> 1));
  for (std::size_t i = 0; i < count; ++i)
    by_paeth[i] = static_cast<std::uint8_t>(here[i] - paeth(left[i], up[i], corner[i]));
}

/// How far a filtered row is from nothing, its bytes taken with their signs.
std::uint64_t weight_of(const Row& row) {
  std::uint64_t sum = 0;
  for (const std::uint8_t byte : row)
    sum += static_cast<std::uint8_t>(byte < 128 ? byte : 256 - byte);
  return sum;
}

/// Every row behind the number of its filter.
Bytes filtered_rows(const Pixels& pixels) {
  const auto channels = static_cast<std::size_t>(pixels.channels);
  const std::size_t step = channels + (pixels.alpha.empty() ? 0 : 1);
  const std::size_t count = pixels.size.width.v * step;
  Row row(step + count), above(step + count);
  std::array<Row, kFilters> filtered;
  filtered.fill(Row(count));
  Bytes out;
  out.reserve((count + 1) * pixels.size.height.v);
  for (std::uint32_t y = 0; y < pixels.size.height.v; ++y) {
    interleave(pixels, y, row.data() + step);
    filter(row, above, step, filtered);
    std::size_t best = 0;
    std::uint64_t least = weight_of(filtered[0]);
    for (std::size_t f = 1; f < kFilters; ++f) {
      const std::uint64_t weight = weight_of(filtered[f]);
      if (weight < least) {
        best = f;
        least = weight;
      }
    }
    out += static_cast<char>(best);
    out.append(reinterpret_cast<const char*>(filtered[best].data()), count);
    std::swap(row, above);
  }
  return out;
}

Bytes deflated(const Bytes& data) {
  const Compressor compressor(libdeflate_alloc_compressor(kDeflateLevel));
  if (!compressor) throw std::bad_alloc();
  Bytes out(libdeflate_zlib_compress_bound(compressor.get(), data.size()), '\0');
  out.resize(
      libdeflate_zlib_compress(compressor.get(), data.data(), data.size(), out.data(), out.size()));
  return out;
}

}  // namespace

Result<Bytes> write_png(const Pixels& pixels) {
  Bytes out = "\x89PNG\r\n\x1a\n";
  append_chunk(out, "IHDR", header_of(pixels));
  append_chunk(out, "IDAT", deflated(filtered_rows(pixels)));
  append_chunk(out, "IEND", {});
  return out;
}

}  // namespace keben::assets
