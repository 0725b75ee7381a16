// Samples → JPEG, by libjpeg-turbo. No comment, no time: the same samples give the same bytes.
#include <cstdio>  // jpeglib.h takes FILE and size_t as given
#include <cstdlib>

#include <jpeglib.h>

#include "assets/detail/escape.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/jpeg_tables.h"
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

/// Which of a picture's rows are coded: of each `step` groups of 16 the first; all where it is 1.
struct Part {
  static constexpr std::uint32_t kGroup = 16;  // rows that are coded together
  std::uint32_t step = 1;

  std::uint32_t rows(std::uint32_t height) const {
    return step == 1 ? height : height / (kGroup * step) * kGroup;
  }
  std::uint32_t row(std::uint32_t i) const { return i / kGroup * kGroup * step + i % kGroup; }
};

/// @param tables  to code with; none: they are made to measure
void start(Writer& writer, const Pixels& pixels, int quality, Part part, const JpegTables* tables) {
  jpeg_compress_struct& jpeg = writer.jpeg;
  jpeg_create_compress(&jpeg);
  jpeg_mem_dest(&jpeg, &writer.out, &writer.size);
  jpeg.image_width = pixels.size.width.v;
  jpeg.image_height = part.rows(pixels.size.height.v);
  jpeg.input_components = pixels.channels;
  jpeg.in_color_space = pixels.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, quality, TRUE);
  jpeg.optimize_coding = tables ? FALSE : TRUE;
  if (tables) give_tables(*tables, jpeg);
  jpeg_start_compress(&jpeg, TRUE);
}

/// Row `y` over white paper, in `row`.
void flatten(const Pixels& pixels, std::uint32_t y, std::uint8_t* row) noexcept {
  const std::size_t width = pixels.size.width.v;
  const auto channels = static_cast<std::size_t>(pixels.channels);
  const std::uint8_t* samples = pixels.samples.data() + y * width * channels;
  for (std::size_t i = 0; i < width * channels; ++i) {
    const unsigned alpha = pixels.alpha[y * width + i / channels];
    row[i] = static_cast<std::uint8_t>((samples[i] * alpha + 255u * (255u - alpha) + 127u) / 255u);
  }
}

void write_rows(Writer& writer, const Pixels& pixels, int quality, Part part,
                const JpegTables* tables, std::uint8_t* row) {
  start(writer, pixels, quality, part, tables);
  const std::size_t stride =
      std::size_t{pixels.size.width.v} * static_cast<std::size_t>(pixels.channels);
  for (std::uint32_t i = 0; i < writer.jpeg.image_height; ++i) {
    const std::uint32_t y = part.row(i);
    // libjpeg takes rows that it may write to, and does not.
    JSAMPROW samples = const_cast<JSAMPROW>(pixels.samples.data() + y * stride);
    if (!pixels.alpha.empty()) {
      flatten(pixels, y, row);
      samples = row;
    }
    jpeg_write_scanlines(&writer.jpeg, &samples, 1);
  }
  jpeg_finish_compress(&writer.jpeg);
}

}  // namespace

Result<Bytes> write_jpeg(const Pixels& pixels, int quality) {
  constexpr std::size_t kMany = 500'000;  // pixels, of which an eighth tells enough
  std::vector<std::uint8_t> row(std::size_t{pixels.size.width.v} *
                                static_cast<std::size_t>(pixels.channels));
  JpegTables made;
  const JpegTables* tables = nullptr;
  if (std::size_t{pixels.size.width.v} * pixels.size.height.v >= kMany) {
    Writer part;
    if (attempt(part.escape,
                [&] { write_rows(part, pixels, quality, {8}, nullptr, row.data()); }) &&
        take_tables(part.jpeg, made))
      tables = &made;
  }
  Writer writer;
  if (!attempt(writer.escape, [&] { write_rows(writer, pixels, quality, {}, tables, row.data()); }))
    return failure(broken("JPEG", writer.escape.why()));
  return Bytes(reinterpret_cast<const char*>(writer.out), writer.size);
}

}  // namespace keben::assets
