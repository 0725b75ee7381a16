// Samples → JPEG, by libjpeg-turbo. No comment, no time: the same samples give the same bytes.
#include <cstdio>  // jpeglib.h takes FILE and size_t as given
#include <cstdlib>

#include <jpeglib.h>

#include "assets/detail/escape.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/trouble.h"

namespace keben::assets {
namespace {

struct Writer {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  Escape escape;
  unsigned char* out = nullptr;  // grown by libjpeg with malloc
  unsigned long size = 0;

  Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() {
    jpeg_destroy_compress(&jpeg);
    std::free(out);
  }
};

extern "C" {
void on_encoder_error(j_common_ptr jpeg) {
  char why[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, why);
  static_cast<Escape*>(jpeg->client_data)->leave(why);
}
void on_encoder_message(j_common_ptr, int) {}
}

Writer::Writer() {
  jpeg.err = jpeg_std_error(&errors);
  errors.error_exit = on_encoder_error;
  errors.emit_message = on_encoder_message;
  jpeg.client_data = &escape;
}

void start(Writer& writer, const Pixels& pixels, int quality) {
  jpeg_compress_struct& jpeg = writer.jpeg;
  jpeg_create_compress(&jpeg);
  jpeg_mem_dest(&jpeg, &writer.out, &writer.size);
  jpeg.image_width = pixels.size.width.v;
  jpeg.image_height = pixels.size.height.v;
  jpeg.input_components = pixels.channels;
  jpeg.in_color_space = pixels.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, quality, TRUE);
  jpeg.optimize_coding = TRUE;
  jpeg_start_compress(&jpeg, TRUE);
}

/// Row `y` over white paper, in `row`.
void flatten(const Pixels& pixels, std::uint32_t y, std::uint8_t* row) noexcept {
  const std::size_t width = pixels.size.width.v;
  const auto channels = static_cast<std::size_t>(pixels.channels);
  const std::uint8_t* samples = pixels.samples.data() + y * width * channels;
  for (std::size_t i = 0; i < width * channels; ++i) {
    const unsigned alpha = pixels.alpha.empty() ? 255u : pixels.alpha[y * width + i / channels];
    row[i] = static_cast<std::uint8_t>((samples[i] * alpha + 255u * (255u - alpha) + 127u) / 255u);
  }
}

void write_all(Writer& writer, const Pixels& pixels, int quality, std::uint8_t* row) {
  start(writer, pixels, quality);
  for (std::uint32_t y = 0; y < pixels.size.height.v; ++y) {
    flatten(pixels, y, row);
    jpeg_write_scanlines(&writer.jpeg, &row, 1);
  }
  jpeg_finish_compress(&writer.jpeg);
}

}  // namespace

Result<Bytes> write_jpeg(const Pixels& pixels, int quality) {
  Writer writer;
  std::vector<std::uint8_t> row(std::size_t{pixels.size.width.v} *
                                static_cast<std::size_t>(pixels.channels));
  if (!attempt(writer.escape, [&] { write_all(writer, pixels, quality, row.data()); }))
    return failure(broken("JPEG", writer.escape.why()));
  return Bytes(reinterpret_cast<const char*>(writer.out), writer.size);
}

}  // namespace keben::assets
