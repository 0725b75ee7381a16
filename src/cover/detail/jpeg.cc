// Planes go to libjpeg as they are: no conversion of colours, no scaling of planes, which is most
// of what writing a JPEG costs elsewhere.
#include "cover/detail/jpeg.h"

#include <algorithm>
#include <array>
#include <cstdio>  // jpeglib.h takes FILE and size_t as given
#include <cstdlib>
#include <span>

#include <jpeglib.h>

#include "assets/detail/escape.h"

namespace keben::cover {
namespace {

// Crowded covers weigh too much at the first quality. What a lower one would make of them can be
// told from the first try, so that nearly always the second is the last: the cells that hold edges
// shrink by `weight`, those that are flat (two bits each) do not.
struct Quality {
  int quality;
  double weight;
};
constexpr std::array<Quality, 9> kQualities = {{{80, 1},
                                                {70, 0.88},
                                                {60, 0.79},
                                                {50, 0.72},
                                                {40, 0.66},
                                                {30, 0.58},
                                                {20, 0.49},
                                                {10, 0.37},
                                                {5, 0.28}}};
constexpr std::size_t kFlat = 27'000;  // an empty cover

constexpr int kStrip = 2 * DCTSIZE;  // rows of brightness that libjpeg takes at a time

struct Writer {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  assets::Escape escape;
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
void on_cover_error(j_common_ptr jpeg) {
  char why[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, why);
  static_cast<assets::Escape*>(jpeg->client_data)->leave(why);
}
void on_cover_message(j_common_ptr, int) {}
}

Writer::Writer() {
  jpeg.err = jpeg_std_error(&errors);
  errors.error_exit = on_cover_error;
  errors.emit_message = on_cover_message;
  jpeg.client_data = &escape;
}

/// Quality decides how finely edges are drawn and nothing else: flat cells keep their colour to
/// half a step at any quality, so that one series has one colour.
void set_tables(jpeg_compress_struct& jpeg, int quality) noexcept {
  jpeg_set_quality(&jpeg, quality, TRUE);
  jpeg.quant_tbl_ptrs[0]->quantval[0] = std::min<UINT16>(jpeg.quant_tbl_ptrs[0]->quantval[0], 4);
  UINT16* const edges = jpeg.quant_tbl_ptrs[0]->quantval;
  UINT16 kept[DCTSIZE2];
  std::copy_n(edges, DCTSIZE2, kept);
  jpeg_set_quality(&jpeg, kQualities.front().quality, TRUE);
  std::copy_n(kept, DCTSIZE2, edges);
  jpeg.quant_tbl_ptrs[1]->quantval[0] = 4;
}

void start(Writer& writer, int quality) {
  jpeg_compress_struct& jpeg = writer.jpeg;
  jpeg_create_compress(&jpeg);
  jpeg_mem_dest(&jpeg, &writer.out, &writer.size);
  jpeg.image_width = kWidth;
  jpeg.image_height = kHeight;
  jpeg.input_components = 3;
  jpeg.in_color_space = JCS_YCbCr;
  jpeg_set_defaults(&jpeg);  // 4:2:0
  set_tables(jpeg, quality);
  jpeg.raw_data_in = TRUE;
  // Tables made to measure: the shared ones spend six bits on each flat block, 60 KB in all.
  jpeg.optimize_coding = TRUE;
  jpeg_start_compress(&jpeg, TRUE);
}

/// Pointers to the rows of one plane that begin at `y`; libjpeg takes char* but does not write.
template <std::size_t N>
void point_at(std::array<JSAMPROW, N>& rows, const std::vector<std::uint8_t>& plane, int y,
              std::size_t width) noexcept {
  for (std::size_t i = 0; i < N; ++i)
    rows[i] = const_cast<JSAMPROW>(plane.data() + (static_cast<std::size_t>(y) + i) * width);
}

void write_all(Writer& writer, const Canvas& canvas, int quality) {
  start(writer, quality);
  std::array<JSAMPROW, kStrip> brightness{};
  std::array<JSAMPROW, kStrip / 2> blue{}, red{};
  std::array<JSAMPARRAY, 3> strip = {brightness.data(), blue.data(), red.data()};
  static_assert(kHeight % kStrip == 0 && kWidth % kStrip == 0);
  for (int y = 0; y < kHeight; y += kStrip) {
    point_at(brightness, canvas.brightness(), y, kWidth);
    point_at(blue, canvas.blue(), y / 2, kWidth / 2);
    point_at(red, canvas.red(), y / 2, kWidth / 2);
    jpeg_write_raw_data(&writer.jpeg, strip.data(), kStrip);
  }
  jpeg_finish_compress(&writer.jpeg);
}

Error cannot_encode(std::string_view why) {
  const std::string reason(why);
  return {Fault::machine,
          "cover-failed",
          {"无法生成封面：" + reason, "the cover cannot be drawn: " + reason},
          {"用 --cover none 不要封面，或用 --cover 指定一幅图片",
           "leave it out with --cover none, or name a picture with --cover"}};
}

Result<Bytes> encoded(const Canvas& canvas, int quality) {
  Writer writer;
  if (!assets::attempt(writer.escape, [&] { write_all(writer, canvas, quality); }))
    return failure(cannot_encode(writer.escape.why()));
  return Bytes(reinterpret_cast<const char*>(writer.out), writer.size);
}

}  // namespace

Result<Bytes> encode_jpeg(const Canvas& canvas) {
  Result<Bytes> bytes = encoded(canvas, kQualities.front().quality);
  if (!bytes || bytes->size() <= kHeaviest) return bytes;
  const double wanted =
      static_cast<double>(kHeaviest - kFlat) / static_cast<double>(bytes->size() - kFlat);
  for (const Quality& step : std::span(kQualities).subspan(1)) {
    const bool last = &step == &kQualities.back();
    if (step.weight > wanted && !last) continue;
    bytes = encoded(canvas, step.quality);
    if (!bytes || bytes->size() <= kHeaviest) break;
  }
  return bytes;
}

}  // namespace keben::cover
