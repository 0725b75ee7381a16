// JPEG: written with tables made of a part of it.
#include "assets/detail/jpeg.h"

#include <catch2/catch.hpp>

#include "tests/unit/assets/pictures.h"
#include "tests/unit/assets/png_samples.h"

using namespace keben;
using namespace keben::assets;
using namespace keben::test;

namespace {

const config::Limits kLimits;

struct Coding {
  int quality = 90;
  bool made_to_measure = false;
  int across = 2, down = 2;  // of the first component's samples
  int restart = 0;           // groups between restarts
  bool in_scans = false;     // each component by itself
};

/// A JPEG by libjpeg.
Bytes coded(const Pixels& pixels, const Coding& coding = {}) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* out = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &out, &size);
  jpeg.image_width = pixels.size.width.v;
  jpeg.image_height = pixels.size.height.v;
  jpeg.input_components = pixels.channels;
  jpeg.in_color_space = pixels.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, coding.quality, TRUE);
  jpeg.optimize_coding = coding.made_to_measure ? TRUE : FALSE;
  jpeg.restart_interval = static_cast<unsigned>(coding.restart);
  jpeg.comp_info[0].h_samp_factor = coding.across;
  jpeg.comp_info[0].v_samp_factor = coding.down;
  std::vector<jpeg_scan_info> scans;
  for (int i = 0; i < pixels.channels && coding.in_scans; ++i)
    scans.push_back({1, {i}, 0, 63, 0, 0});
  if (coding.in_scans) {
    jpeg.scan_info = scans.data();
    jpeg.num_scans = pixels.channels;
  }
  jpeg_start_compress(&jpeg, TRUE);
  const std::size_t stride = pixels.size.width.v * static_cast<std::size_t>(pixels.channels);
  for (std::size_t y = 0; y < pixels.size.height.v; ++y) {
    auto* row = const_cast<JSAMPROW>(pixels.samples.data() + y * stride);
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  Bytes bytes(reinterpret_cast<char*>(out), size);
  jpeg_destroy_compress(&jpeg);
  std::free(out);
  return bytes;
}

}  // namespace

TEST_CASE("tables made of a part of a picture code all of it, nearly as short",
          "[assets][jpeg][convert]") {
  Pixels half_flat = grain(1024, 768);  // what the part does not hold
  for (std::size_t y = 0; y < 768; ++y) {
    if (y % 128 < 16)
      std::fill_n(half_flat.samples.begin() + static_cast<std::ptrdiff_t>(y * 3072), 3072, 90);
  }
  for (const Pixels& pixels : {grain(1024, 768), grain(1024, 768, 1), half_flat}) {
    const Bytes ours = *write_jpeg(pixels, 85);
    const Bytes theirs = coded(pixels, {.quality = 85, .made_to_measure = true});
    CHECK(decode(MediaType::jpeg, ours, kLimits)->samples ==
          decode(MediaType::jpeg, theirs, kLimits)->samples);
    CHECK(static_cast<double>(ours.size()) < 1.01 * static_cast<double>(theirs.size()));
  }
}
