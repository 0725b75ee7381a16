// PNG → samples. libpng is told to expand everything to 8 bits and to skip every chunk that is not
// needed for that, so that a bomb in zTXt or iCCP is never inflated.
//
// Its errors leave by longjmp: see escape.h for the one rule that this asks of the code here.
#include <png.h>

#include <cstring>

#include "assets/detail/colour.h"
#include "assets/detail/escape.h"
#include "assets/detail/png.h"
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

}  // namespace

Result<Picture> read_png(BytesView bytes, const config::Limits& limits, Keep keep) {
  const std::optional<PixelSize> said = png_size(bytes);
  if (said && !within(*said, limits)) return failure(too_large(*said, limits));
  // libpng would inflate whatever follows the last row, to the end.
  if (!png_rows_are_exact(bytes)) return failure(broken("PNG", "rows"));
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
  Pixels pixels = raster.take();
  if (keep == Keep::samples) make_srgb(pixels, png_profile(bytes, limits.profile_bytes));
  return Picture{std::move(pixels), png_is_animated(bytes)};
}

}  // namespace keben::assets
