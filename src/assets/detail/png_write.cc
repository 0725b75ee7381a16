// Samples → PNG, by libpng. No time, no text, one zlib level: the same samples give the same bytes.
#include <png.h>

#include <new>

#include "assets/detail/escape.h"
#include "assets/detail/png.h"
#include "assets/detail/trouble.h"

namespace keben::assets {
namespace {

constexpr int kDeflateLevel = 6;

struct Writer {
  Bytes out;
  Escape escape;
  png_structp png = nullptr;
  png_infop info = nullptr;

  Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() { png_destroy_write_struct(&png, &info); }

  /// Takes what libpng has made; false where memory is out.
  bool append(const png_byte* data, std::size_t count) noexcept {
    try {
      out.append(reinterpret_cast<const char*>(data), count);
      return true;
    } catch (const std::bad_alloc&) {  // may not pass through libpng's frames
      return false;
    }
  }
};

extern "C" {
void on_write_error(png_structp png, png_const_charp why) {
  static_cast<Escape*>(png_get_error_ptr(png))->leave(why);
}
void on_write_warning(png_structp, png_const_charp) {}

void keep_png_bytes(png_structp png, png_bytep data, std::size_t count) {
  if (!static_cast<Writer*>(png_get_io_ptr(png))->append(data, count))
    png_error(png, "out of memory");
}
void flush_nothing(png_structp) {}
}

Writer::Writer() {
  png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &escape, on_write_error, on_write_warning);
  if (png) info = png_create_info_struct(png);
}

int colour_type(const Pixels& pixels) {
  if (pixels.channels == 1)
    return pixels.alpha.empty() ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_GRAY_ALPHA;
  return pixels.alpha.empty() ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA;
}

/// Row `y` with its alpha between the samples, as PNG wants it, in `row`.
void interleave(const Pixels& pixels, std::uint32_t y, std::uint8_t* row) noexcept {
  const std::size_t width = pixels.size.width.v;
  const auto channels = static_cast<std::size_t>(pixels.channels);
  const std::uint8_t* samples = pixels.samples.data() + y * width * channels;
  for (std::size_t x = 0; x < width; ++x) {
    for (std::size_t c = 0; c < channels; ++c)
      *row++ = *samples++;
    if (!pixels.alpha.empty()) *row++ = pixels.alpha[y * width + x];
  }
}

void write_all(Writer& writer, const Pixels& pixels, std::uint8_t* row) {
  png_set_write_fn(writer.png, &writer, keep_png_bytes, flush_nothing);
  png_set_compression_level(writer.png, kDeflateLevel);
  png_set_user_limits(writer.png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_IHDR(writer.png, writer.info, pixels.size.width.v, pixels.size.height.v, 8,
               colour_type(pixels), PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  png_write_info(writer.png, writer.info);
  for (std::uint32_t y = 0; y < pixels.size.height.v; ++y) {
    interleave(pixels, y, row);
    png_write_row(writer.png, row);
  }
  png_write_end(writer.png, nullptr);
}

}  // namespace

Result<Bytes> write_png(const Pixels& pixels) {
  Writer writer;
  if (!writer.info) return failure(broken("PNG", "out of memory"));
  std::vector<std::uint8_t> row(std::size_t{pixels.size.width.v} * 4);
  if (!attempt(writer.escape, [&] { write_all(writer, pixels, row.data()); }))
    return failure(broken("PNG", writer.escape.why()));
  return std::move(writer.out);
}

}  // namespace keben::assets
