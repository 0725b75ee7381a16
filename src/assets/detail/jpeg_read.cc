// JPEG → samples, by libjpeg-turbo.
//
// The library patches over damage and only warns (a missing end becomes a gray half). A book must
// not hold half a picture, so warnings that mean lost samples end the reading as errors do. Both
// leave by longjmp: see escape.h for the one rule that this asks of the code here.
#include <cstdio>  // jpeglib.h takes FILE and size_t as given

#include <jpeglib.h>

#include <jerror.h>  // its codes depend on jpeglib.h's configuration

#include "assets/detail/colour.h"
#include "assets/detail/escape.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/jpeg_walk.h"
#include "assets/detail/trouble.h"

namespace keben::assets {
namespace {

constexpr int kMostScans = 500;  // each is a walk over the whole picture

/// One decompressor over bytes in memory.
struct Reader {
  jpeg_decompress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg_progress_mgr progress{};
  Escape escape;

  Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { jpeg_destroy_decompress(&jpeg); }
};

Escape& escape_of(j_common_ptr jpeg) {
  return *static_cast<Escape*>(jpeg->client_data);
}

bool means_lost_samples(int code) {
  return code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE ||
         code == JWRN_ARITH_BAD_CODE || code == JWRN_MUST_RESYNC;
}

extern "C" {
void on_jpeg_error(j_common_ptr jpeg) {
  char why[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, why);
  escape_of(jpeg).leave(why);
}

void on_jpeg_message(j_common_ptr jpeg, int level) {
  if (level < 0 && means_lost_samples(jpeg->err->msg_code)) on_jpeg_error(jpeg);
}

void on_jpeg_progress(j_common_ptr jpeg) {
  if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number > kMostScans)
    escape_of(jpeg).leave("too many scans");
}
}

Reader::Reader() {
  jpeg.err = jpeg_std_error(&errors);
  errors.error_exit = on_jpeg_error;
  errors.emit_message = on_jpeg_message;
  progress.progress_monitor = on_jpeg_progress;
  jpeg.client_data = &escape;
}

void read_header(Reader& reader, BytesView bytes) {
  jpeg_create_decompress(&reader.jpeg);
  reader.jpeg.progress = &reader.progress;
  jpeg_mem_src(&reader.jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_read_header(&reader.jpeg, TRUE);
}

bool is_cmyk(const jpeg_decompress_struct& jpeg) {
  return jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
}

/// The fewest eighths of the stored size that are no less than `least`; all eight where it is 0 ×
/// 0.
unsigned eighths(const Reader& reader, PixelSize least) {
  const std::uint64_t width = reader.jpeg.image_width, height = reader.jpeg.image_height;
  const auto read = [](std::uint64_t side, unsigned n) {
    return (side * n + 7) / 8;
  };  // rounded up
  for (unsigned n = 1; n < 8 && least.width.v > 0; ++n) {
    if (read(width, n) >= least.width.v && read(height, n) >= least.height.v) return n;
  }
  return 8;
}

/// Gray stays gray, CMYK is for us to mix, all else becomes RGB. Where nothing is kept an eighth of
/// the size will do: every code of the file is still read, and only the transform is spared.
void start(Reader& reader, Keep keep, PixelSize least) {
  jpeg_decompress_struct& jpeg = reader.jpeg;
  if (jpeg.jpeg_color_space == JCS_GRAYSCALE) {
    jpeg.out_color_space = JCS_GRAYSCALE;
  } else {
    jpeg.out_color_space = is_cmyk(jpeg) ? JCS_CMYK : JCS_RGB;
  }
  jpeg.scale_denom = 8;
  jpeg.scale_num = keep == Keep::nothing ? 1 : eighths(reader, least);
  jpeg_start_decompress(&jpeg);
}

/// Ink on white paper, plainly, where no profile says how the inks look: a channel of light is what
/// its ink and black both let through. Adobe writes the inks inverted (TN 5116), so that they are
/// light already.
void mix_inks(const std::uint8_t* inks, std::uint32_t width, bool inverted, std::uint8_t* rgb) {
  for (std::uint32_t x = 0; x < width; ++x) {
    const unsigned paper = inverted ? inks[3] : 255u - inks[3];
    for (int c = 0; c < 3; ++c) {
      const unsigned light = inverted ? inks[c] : 255u - inks[c];
      *rgb++ = static_cast<std::uint8_t>((light * paper + 127) / 255);
    }
    inks += 4;
  }
}

void read_rows(Reader& reader, const Inks& inks, std::uint8_t* row, std::uint8_t* rgb,
               Raster& raster) {
  jpeg_decompress_struct& jpeg = reader.jpeg;
  while (jpeg.output_scanline < jpeg.output_height) {
    const std::uint32_t y = jpeg.output_scanline;
    jpeg_read_scanlines(&jpeg, &row, 1);
    if (is_cmyk(jpeg) && inks.is_known()) {
      inks.mix(row, jpeg.output_width, rgb);
    } else if (is_cmyk(jpeg)) {
      mix_inks(row, jpeg.output_width, jpeg.saw_Adobe_marker != 0, rgb);
    }
    raster.put(y, is_cmyk(jpeg) ? rgb : row);
  }
  jpeg_finish_decompress(&jpeg);
}

Error broken_by(const Reader& reader) {
  return broken("JPEG", reader.escape.why());
}

}  // namespace

Result<Picture> read_jpeg(BytesView bytes, const config::Limits& limits, Keep keep,
                          PixelSize least) {
  const std::optional<JpegHeader> header = jpeg_header(bytes);
  const int orientation = header ? header->orientation : 1;
  if (keep == Keep::nothing && header && jpeg_is_plain(bytes)) {
    Picture proven;
    proven.pixels.size = turned(header->size, orientation);
    return proven;
  }
  least = turned(least, orientation);  // as stored: a transposition undoes itself
  Reader reader;
  if (!attempt(reader.escape, [&] { read_header(reader, bytes); }))
    return failure(broken_by(reader));
  const PixelSize size{{reader.jpeg.image_width}, {reader.jpeg.image_height}};
  if (!within(size, limits)) return failure(too_large(size, limits));
  if (!attempt(reader.escape, [&] { start(reader, keep, least); }))
    return failure(broken_by(reader));
  const Bytes profile = keep == Keep::samples ? jpeg_profile(bytes, limits.profile_bytes) : Bytes();
  const Inks inks(is_cmyk(reader.jpeg) ? profile : Bytes(), reader.jpeg.saw_Adobe_marker != 0);
  const PixelSize read{{reader.jpeg.output_width}, {reader.jpeg.output_height}};
  Raster raster(keep == Keep::samples ? read : size,
                reader.jpeg.out_color_space == JCS_GRAYSCALE ? 1 : 3, keep);
  std::vector<std::uint8_t> row(std::size_t{size.width.v} * 4);
  std::vector<std::uint8_t> rgb(is_cmyk(reader.jpeg) ? std::size_t{size.width.v} * 3 : 0);
  if (!attempt(reader.escape, [&] { read_rows(reader, inks, row.data(), rgb.data(), raster); }))
    return failure(broken_by(reader));
  Pixels pixels = raster.take();
  if (!is_cmyk(reader.jpeg)) make_srgb(pixels, profile);
  return Picture{turned(std::move(pixels), orientation), false};
}

}  // namespace keben::assets
