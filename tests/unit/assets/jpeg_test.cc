// JPEG: proven by its codes where it is baseline, and written with tables made of a part of it.
#include "assets/detail/jpeg.h"

#include <catch2/catch.hpp>

#include "assets/detail/jpeg_walk.h"
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

/// What libjpeg says, which reads every code to make samples of it.
bool can_be_decoded(const Bytes& jpeg) {
  return decode(MediaType::jpeg, jpeg, kLimits).has_value();
}

std::size_t first_sample(const Bytes& jpeg) {
  const std::size_t scan = jpeg.find("\xFF\xDA");
  return scan + 2 + (static_cast<unsigned char>(jpeg[scan + 2]) << 8) +
         static_cast<unsigned char>(jpeg[scan + 3]);
}

}  // namespace

TEST_CASE("a baseline JPEG is proven by its codes alone", "[assets][jpeg]") {
  for (const std::uint32_t side : {1u, 7u, 16u, 51u}) {
    for (const int channels : {1, 3}) {
      const Pixels pixels = grain(side, side + 3, channels);
      for (const Coding& coding :
           {Coding{}, Coding{.quality = 100}, Coding{.quality = 3}, Coding{.made_to_measure = true},
            Coding{.across = 1, .down = 1}, Coding{.across = 2, .down = 1}, Coding{.restart = 1},
            Coding{.restart = 3}, Coding{.in_scans = true},
            Coding{.across = 4, .down = 2, .restart = 2, .in_scans = true}}) {
        CAPTURE(side, channels, coding.quality, coding.across, coding.restart, coding.in_scans);
        CHECK(jpeg_is_plain(coded(pixels, coding)));
      }
    }
  }
  CHECK(jpeg_is_plain(jpeg({.orientation = 6})));
  CHECK(jpeg_is_plain(jpeg({.from = JCS_CMYK, .stored = JCS_YCCK, .adobe = true})));
  CHECK(jpeg_is_plain(jpeg() + "whatever follows the end"));
}

TEST_CASE("what is not baseline is left to libjpeg", "[assets][jpeg]") {
  for (const JpegKind& kind : {JpegKind{.progressive = true}, JpegKind{.arithmetic = true}}) {
    CHECK_FALSE(jpeg_is_plain(jpeg(kind)));
    CHECK(prove(MediaType::jpeg, jpeg(kind), kLimits));
  }
}

TEST_CASE("a scan that lost a part, though every marker stands, is seen by its codes",
          "[assets][jpeg][images.truncated]") {
  const Bytes good = coded(grain(64, 48), {.made_to_measure = true});
  const std::size_t first = first_sample(good);
  for (std::size_t cut = first + 7; cut + 2 < good.size(); cut += 7) {
    CAPTURE(cut);
    CHECK_FALSE(jpeg_is_plain(good.substr(0, cut) + "\xFF\xD9"));
    // A hole of a few bytes in one block may leave codes as good as others: nobody can see it.
    if (cut < first + 100) continue;
    CHECK_FALSE(jpeg_is_plain(good.substr(0, first) + good.substr(cut)));
  }
  const Bytes restarts = coded(grain(64, 48), {.restart = 2});
  const std::size_t one = restarts.find("\xFF\xD1", first), two = restarts.find("\xFF\xD2", one);
  CHECK_FALSE(jpeg_is_plain(restarts.substr(0, one) + restarts.substr(two)));
}

TEST_CASE("whatever is done to a JPEG, what its codes prove can be decoded", "[assets][jpeg]") {
  Numbers numbers(20250125);
  int proven = 0;
  for (const Bytes& good :
       {coded(grain(40, 33), {.made_to_measure = true}), coded(grain(40, 33), {.restart = 1}),
        coded(grain(9, 31, 1)), coded(grain(24, 24), {.in_scans = true})}) {
    for (int i = 0; i < 1500; ++i) {
      Bytes bad = good;
      for (std::uint32_t n = 1 + numbers.below(3); n > 0; --n)
        bad[numbers.below(static_cast<std::uint32_t>(bad.size()))] ^=
            static_cast<char>(1u << numbers.below(8));
      if (!jpeg_is_plain(bad)) continue;
      ++proven;
      CAPTURE(i);
      CHECK(can_be_decoded(bad));
    }
  }
  CHECK(proven > 100);  // a bit of a sample, a step, a profile
}

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
    CHECK(jpeg_is_plain(ours));
    CHECK(decode(MediaType::jpeg, ours, kLimits)->samples ==
          decode(MediaType::jpeg, theirs, kLimits)->samples);
    CHECK(static_cast<double>(ours.size()) < 1.01 * static_cast<double>(theirs.size()));
  }
}

TEST_CASE("how finely a JPEG was encoded is read from its steps", "[assets][jpeg]") {
  for (const int quality : {20, 50, 75, 85, 95})
    CHECK(std::abs(jpeg_quality(coded(grain(16, 16), {.quality = quality})) - quality) <= 1);
  CHECK(jpeg_quality("no picture") == 100);
}
