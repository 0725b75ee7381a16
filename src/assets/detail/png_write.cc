// Samples → PNG. No time, no text: the same samples give the same bytes.
//
// libpng can deflate by zlib alone, which looks many times as long for matches in a photograph's
// noise as libdeflate does. A file of whole rows asks for little else: each row filtered in the way
// that leaves the least (PNG 3rd ed. §12.7), and a few chunks. Even libdeflate need not look for
// what is not there: noise is packed at its quickest level, in a third of the time for a twentieth
// more; drawings at a higher one, which costs them nothing.
#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>
#include <vector>

#include "assets/detail/png.h"
#include "assets/detail/png_form.h"
#include "assets/detail/png_unfilter.h"
#include "assets/detail/trouble.h"
#include "base/c_handle.h"

namespace keben::assets {
namespace {

constexpr int kLevelOfNoise = 1, kLevelOfDrawings = 6;
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

Bytes header_of(PixelSize size, const PngForm& form) {
  Bytes out;
  append_number(out, size.width.v);
  append_number(out, size.height.v);
  for (const int part : {form.bits(), static_cast<int>(form.colour()), 0, 0, 0})
    out += static_cast<char>(part);  // last: deflate; the five filters; not interlaced
  return out;
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

/// The filter that leaves the least.
std::size_t best_of(const std::array<Row, kFilters>& filtered) {
  std::size_t best = 0;
  std::uint64_t least = weight_of(filtered[0]);
  for (std::size_t f = 1; f < kFilters; ++f) {
    const std::uint64_t weight = weight_of(filtered[f]);
    if (weight < least) {
      best = f;
      least = weight;
    }
  }
  return best;
}

/// Every row behind the number of its filter. Places in a palette are no numbers to be foretold,
/// nor are several samples in a byte (§12.7): they have none.
Bytes filtered_rows(PixelSize size, const PngForm& form) {
  const std::size_t step = form.step(), count = form.row_bytes();
  const bool filters = form.colour() != PngColour::palette && form.bits() == 8;
  Row row(step + count), above(step + count);
  std::array<Row, kFilters> filtered;
  filtered.fill(Row(count));
  Bytes out;
  out.reserve((count + 1) * size.height.v);
  for (std::uint32_t y = 0; y < size.height.v; ++y) {
    form.put_row(y, row.data() + step);
    if (filters) filter(row, above, step, filtered);
    const std::size_t best = filters ? best_of(filtered) : 0;
    const std::uint8_t* left = filters ? filtered[best].data() : row.data() + step;
    out += static_cast<char>(best);
    out.append(reinterpret_cast<const char*>(left), count);
    std::swap(row, above);
  }
  return out;
}

Bytes deflated(BytesView data, int level) {
  const Compressor compressor(libdeflate_alloc_compressor(level));
  if (!compressor) throw std::bad_alloc();
  Bytes out(libdeflate_zlib_compress_bound(compressor.get(), data.size()), '\0');
  out.resize(
      libdeflate_zlib_compress(compressor.get(), data.data(), data.size(), out.data(), out.size()));
  return out;
}

/// By what the quickest level makes of some of it, from eight places.
int level_for(BytesView rows) {
  constexpr std::size_t kPlaces = 8, kPart = 16384;
  if (rows.size() < 2 * kPlaces * kPart) return kLevelOfDrawings;
  Bytes some;
  for (std::size_t i = 0; i < kPlaces; ++i)
    some += rows.substr(rows.size() / kPlaces * i, kPart);
  const bool is_noise = deflated(some, kLevelOfNoise).size() > some.size() / 3;
  return is_noise ? kLevelOfNoise : kLevelOfDrawings;
}

}  // namespace

Result<Bytes> write_png(const Pixels& pixels) {
  const PngForm form(pixels);
  const Bytes rows = filtered_rows(pixels.size, form);
  Bytes out = "\x89PNG\r\n\x1a\n";
  append_chunk(out, "IHDR", header_of(pixels.size, form));
  if (!form.palette().empty()) append_chunk(out, "PLTE", form.palette());
  if (!form.alpha().empty()) append_chunk(out, "tRNS", form.alpha());
  append_chunk(out, "IDAT", deflated(rows, level_for(rows)));
  append_chunk(out, "IEND", {});
  return out;
}

}  // namespace keben::assets
