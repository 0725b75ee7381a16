// PNG → samples. libpng is told to expand everything to 8 bits and to skip every chunk that is not
// needed for that, so that a bomb in zTXt or iCCP is never inflated.
//
// It can inflate by zlib alone, at half of libdeflate's speed. The rows of every file are inflated
// for the proof already: those of large pictures, which are mostly eight bits deep and of whole
// colours, are unfiltered where they lie.
//
// Its errors leave by longjmp: see escape.h for the one rule that this asks of the code here.
#include <png.h>

#include <cstring>
#include <vector>

#include "assets/detail/colour.h"
#include "assets/detail/escape.h"
#include "assets/detail/png.h"
#include "assets/detail/png_rows.h"
#include "assets/detail/png_unfilter.h"
#include "assets/detail/trouble.h"

namespace keben::assets {
namespace {

constexpr png_alloc_size_t kChunkBytes = 4u << 20;
constexpr png_uint_32 kCachedChunks = 128;

/// One libpng reader over bytes in memory.
struct Reader {
  BytesView rest;
  Escape escape;
  png_structp png = nullptr;
  png_infop info = nullptr;

  explicit Reader(BytesView bytes);
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { png_destroy_read_struct(&png, &info, nullptr); }
};

extern "C" {
void on_png_error(png_structp png, png_const_charp why) {
  static_cast<Escape*>(png_get_error_ptr(png))->leave(why);
}
void on_png_warning(png_structp, png_const_charp) {}

void give_png_bytes(png_structp png, png_bytep out, std::size_t count) {
  auto* reader = static_cast<Reader*>(png_get_io_ptr(png));
  if (count > reader->rest.size()) png_error(png, "the file ends early");
  std::memcpy(out, reader->rest.data(), count);
  reader->rest.remove_prefix(count);
}
}

Reader::Reader(BytesView bytes) : rest(bytes) {
  png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &escape, on_png_error, on_png_warning);
  if (png) info = png_create_info_struct(png);
}

struct Header {
  PixelSize size;
  int components = 0;
  int passes = 1;  // 7 where the rows are interlaced
};

void set_limits(png_structp png, const config::Limits& limits) {
  png_set_user_limits(png, limits.image_side, limits.image_side);
  png_set_chunk_malloc_max(png, kChunkBytes);
  png_set_chunk_cache_max(png, kCachedChunks);
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
}

Header read_header(Reader& reader, const config::Limits& limits) {
  set_limits(reader.png, limits);
  png_set_read_fn(reader.png, &reader, give_png_bytes);
  png_read_info(reader.png, reader.info);
  png_set_expand(reader.png);
  png_set_scale_16(reader.png);
  const int passes = png_set_interlace_handling(reader.png);
  png_read_update_info(reader.png, reader.info);
  return {{{png_get_image_width(reader.png, reader.info)},
           {png_get_image_height(reader.png, reader.info)}},
          png_get_channels(reader.png, reader.info),
          passes};
}

/// Adam7's seven passes fill the same rows again and again, so they are all held at once; where
/// nothing is kept one row serves, whatever libpng combines in it.
struct Rows {
  std::vector<std::uint8_t> samples;
  std::size_t stride = 0;

  Rows(const Header& header, Keep keep)
      : stride(std::size_t{header.size.width.v} * static_cast<std::size_t>(header.components)) {
    const bool all = header.passes > 1 && keep == Keep::samples;
    samples.resize(all ? stride * header.size.height.v : stride);
  }
  std::uint8_t* row(std::uint32_t y) {
    return samples.size() == stride ? samples.data() : samples.data() + y * stride;
  }
};

void read_rows(Reader& reader, const Header& header, Rows& rows, Raster& raster) {
  for (int pass = 1; pass <= header.passes; ++pass) {
    for (std::uint32_t y = 0; y < header.size.height.v; ++y) {
      png_read_row(reader.png, rows.row(y), nullptr);
      if (pass == header.passes) raster.put(y, rows.row(y));
    }
  }
  png_read_end(reader.png, nullptr);
}

Result<Picture> read_by_libpng(BytesView bytes, const config::Limits& limits, Keep keep) {
  Reader reader(bytes);
  if (!reader.info) return failure(broken("PNG", "out of memory"));
  Header header;
  if (!attempt(reader.escape, [&] { header = read_header(reader, limits); }))
    return failure(broken("PNG", reader.escape.why()));
  if (!within(header.size, limits)) return failure(too_large(header.size, limits));
  Rows rows(header, keep);
  Raster raster(header.size, header.components, keep);
  if (!attempt(reader.escape, [&] { read_rows(reader, header, rows, raster); }))
    return failure(broken("PNG", reader.escape.why()));
  return Picture{raster.take(), false};
}

/// Whether a row's bytes are its samples.
bool has_whole_samples(const PngHeader& header, BytesView bytes) {
  if (header.bits != 8 || header.interlaced || header.colour == PngColour::palette) return false;
  return !png_has_transparency(bytes);
}

/// The samples of a plain file; its rows are used up.
Pixels unfiltered(const PngHeader& header, const PngRows& rows) {
  const auto step = static_cast<std::size_t>(header.channels());
  const std::size_t count = header.size.width.v * step;
  const bool has_alpha = step == 2 || step == 4;
  const std::vector<std::uint8_t> nothing(count);
  const std::uint8_t* above = nothing.data();
  auto* at = reinterpret_cast<std::uint8_t*>(rows.bytes.get());
  Raster raster(header.size, header.channels(), has_alpha ? Keep::samples : Keep::nothing);
  std::vector<std::uint8_t> samples;  // without alpha they need not be taken apart
  if (!has_alpha) samples.reserve(count * header.size.height.v);
  for (std::uint32_t y = 0; y < header.size.height.v; ++y, at += 1 + count) {
    unfilter(*at, at + 1, above, count, step);
    above = at + 1;
    raster.put(y, above);
    if (!has_alpha) samples.insert(samples.end(), above, above + count);
  }
  Pixels out = raster.take();
  if (!has_alpha) out.samples = std::move(samples);
  return out;
}

/// @param plain  whether nothing is left to prove
Result<Picture> read_samples(BytesView bytes, const PngRows& rows, bool plain,
                             const config::Limits& limits) {
  const std::optional<PngHeader> header = png_header(bytes);
  if (!plain || !has_whole_samples(*header, bytes))
    return read_by_libpng(bytes, limits, Keep::samples);
  return Picture{unfiltered(*header, rows), false};
}

}  // namespace

Result<Picture> read_png(BytesView bytes, const config::Limits& limits, Keep keep) {
  const std::optional<PixelSize> size = png_size(bytes);
  if (size && !within(*size, limits)) return failure(too_large(*size, limits));
  // libpng would inflate whatever follows the last row, to the end.
  const std::optional<PngRows> rows = png_rows(bytes);
  if (!rows) return failure(broken("PNG", "rows"));
  const bool plain = png_is_plain(bytes, *rows);
  Result<Picture> out = Picture{};
  if (keep == Keep::samples) {
    out = read_samples(bytes, *rows, plain, limits);
    if (out) make_srgb(out->pixels, png_profile(bytes, limits.profile_bytes));
  } else if (plain) {
    out->pixels.size = *size;
  } else {
    out = read_by_libpng(bytes, limits, keep);
  }
  if (out) out->animated = png_is_animated(bytes);
  return out;
}

}  // namespace keben::assets
