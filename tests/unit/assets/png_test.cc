// PNG: read by our own road where nothing is in doubt, and written in the fewest bits.
#include "assets/detail/png.h"

#include <catch2/catch.hpp>

#include "assets/detail/png_chunks.h"
#include "assets/detail/png_forecast.h"
#include "assets/detail/png_rows.h"
#include "assets/detail/scale.h"
#include "tests/unit/assets/more_pictures.h"
#include "tests/unit/assets/png_samples.h"

using namespace keben;
using namespace keben::assets;
using namespace keben::test;

namespace {

const config::Limits kLimits;

/// A PNG by libpng, of whole samples, every row filtered in one way.
Bytes filtered_png(const Pixels& pixels, int filter) {
  const bool alpha = !pixels.alpha.empty(), gray = pixels.channels == 1;
  Bytes out;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(
      png, &out,
      [](png_structp p, png_bytep data, std::size_t n) {
        static_cast<Bytes*>(png_get_io_ptr(p))->append(reinterpret_cast<char*>(data), n);
      },
      nullptr);
  png_set_IHDR(png, info, pixels.size.width.v, pixels.size.height.v, 8,
               (gray ? 0 : PNG_COLOR_MASK_COLOR) | (alpha ? PNG_COLOR_MASK_ALPHA : 0),
               PNG_INTERLACE_NONE, 0, 0);
  png_set_filter(png, 0, filter);
  png_write_info(png, info);
  const auto channels = static_cast<std::size_t>(pixels.channels);
  const std::size_t width = pixels.size.width.v;
  for (std::size_t y = 0; y < pixels.size.height.v; ++y) {
    std::vector<std::uint8_t> row;
    for (std::size_t i = y * width; i < (y + 1) * width; ++i) {
      row.insert(row.end(), &pixels.samples[i * channels],
                 &pixels.samples[i * channels] + channels);
      if (alpha) row.push_back(pixels.alpha[i]);
    }
    png_write_row(png, row.data());
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return out;
}

bool is_plain(const Bytes& png) {
  const std::optional<PngRows> rows = png_rows(png);
  return rows && png_is_plain(png, *rows);
}

PngHeader header(const Bytes& png) {
  const std::optional<PngHeader> out = png_header(png);
  REQUIRE(out);
  return *out;
}

Pixels decoded(const Bytes& png) {
  const Result<Pixels> out = decode(MediaType::png, png, kLimits);
  REQUIRE(out);
  return *out;
}

/// Three channels: a palette has them, where gray went in, and gray has one, where all colours
/// were.
std::vector<std::uint8_t> in_colour(const Pixels& pixels) {
  if (pixels.channels == 3) return pixels.samples;
  std::vector<std::uint8_t> out;
  for (const std::uint8_t level : pixels.samples)
    out.insert(out.end(), 3, level);
  return out;
}

}  // namespace

TEST_CASE("every filter of whole samples is undone", "[assets][png]") {
  for (const int channels : {1, 3}) {
    for (const bool alpha : {false, true}) {
      for (const int filter : {PNG_FILTER_NONE, PNG_FILTER_SUB, PNG_FILTER_UP, PNG_FILTER_AVG,
                               PNG_FILTER_PAETH, PNG_ALL_FILTERS}) {
        for (const std::uint32_t width : {1u, 2u, 33u}) {
          CAPTURE(channels, alpha, filter, width);
          const Pixels pixels = grain(width, 19, channels, alpha);
          const Bytes png = filtered_png(pixels, filter);
          CHECK(is_plain(png));
          const Pixels back = decoded(png);
          CHECK((back.samples == pixels.samples));
          CHECK((back.alpha == pixels.alpha));
        }
      }
    }
  }
}

TEST_CASE("what may be read in two ways is left to libpng", "[assets][png]") {
  CHECK(is_plain(png()));
  CHECK(is_plain(png({.depth = 4, .colour = PNG_COLOR_TYPE_PALETTE, .transparent = true})));
  CHECK(is_plain(png({.depth = 16, .interlaced = true})));
  CHECK(is_plain(png() + "whatever follows the end"));
  const Bytes good = png();
  Bytes bad_text = with_chunk(good, chunk("tEXt", "a"));
  bad_text[45] ^= 1;  // the last byte of its CRC: libpng leaves the chunk out
  CHECK_FALSE(is_plain(bad_text));
  CHECK(prove(MediaType::png, bad_text, kLimits));
  for (const char* critical : {"ABCD", "IHDR", "IEND"}) {
    const Bytes odd = with_chunk(good, chunk(critical, ""));
    CHECK_FALSE(is_plain(odd));
    CHECK(prove(MediaType::png, odd, kLimits).has_value() ==
          decode(MediaType::png, odd, kLimits).has_value());
  }
  CHECK_FALSE(is_plain(good.substr(0, good.size() - 12)));  // no end
  Bytes no_png = good;
  no_png[6] = '\0';  // as a transfer that mends line ends leaves it
  for (const Bytes& bad : {no_png, with_chunk(good, chunk("te t", ""))}) {
    CHECK_FALSE(is_plain(bad));
    CHECK_FALSE(prove(MediaType::png, bad, kLimits));
  }
}

TEST_CASE("a match that reaches further than the window is none", "[assets][png]") {
  // Two equal halves, 24 KB apart, in a stream that says that it looks back 256 bytes.
  Pixels twice = grain(100, 160);
  std::copy_n(twice.samples.begin(), twice.samples.size() / 2,
              twice.samples.begin() + static_cast<std::ptrdiff_t>(twice.samples.size() / 2));
  Bytes narrow = filtered_png(twice, PNG_FILTER_NONE);
  const std::size_t data = narrow.find("IDAT") + 4;
  narrow[data] = '\x08';
  narrow[data + 1] = '\x1D';  // both bytes are a multiple of 31
  const std::uint32_t length = big_endian_32(narrow, data - 8);
  const Bytes mended = chunk("IDAT", narrow.substr(data, length));
  narrow.replace(data - 8, mended.size(), mended);
  CHECK_FALSE(is_plain(narrow));
  CHECK_FALSE(prove(MediaType::png, narrow, kLimits));
}

TEST_CASE("few colours are places in a palette, without loss", "[assets][png][png-write]") {
  for (const int channels : {1, 3}) {
    for (const bool alpha : {false, true}) {
      for (const std::uint32_t colours : {1u, 2u, 3u, 4u, 5u, 16u, 17u, 256u, 300u}) {
        if (channels == 1 && colours > 256) continue;
        CAPTURE(channels, alpha, colours);
        const Pixels pixels = of_colours(colours, channels, alpha);
        const Bytes png = *encode_png(pixels);
        CHECK(is_plain(png));
        const bool in_palette = colours <= 256 && (channels == 3 || alpha);
        CHECK((header(png).colour == PngColour::palette) == in_palette);
        if (in_palette)
          CHECK(header(png).bits == (colours <= 2 ? 1 : colours <= 4 ? 2 : colours <= 16 ? 4 : 8));
        const Pixels back = decoded(png);
        CHECK((in_colour(back) == in_colour(pixels)));
        CHECK((back.alpha == (colours == 1 ? std::vector<std::uint8_t>() : pixels.alpha)));
      }
    }
  }
}

TEST_CASE("gray of few even levels takes as many bits", "[assets][png][png-write]") {
  for (const auto& [levels, bits] : {std::pair{2u, 1}, {4u, 2}, {16u, 4}, {256u, 8}}) {
    for (const int channels : {1, 3}) {
      Pixels pixels = blank(33, 31, channels, false);
      Numbers numbers(levels);
      for (std::size_t i = 0; i < 33 * 31; ++i) {
        const auto level = static_cast<std::uint8_t>(numbers.below(levels) * (255 / (levels - 1)));
        for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c)
          pixels.samples[i * static_cast<std::size_t>(channels) + c] = level;
      }
      const Bytes png = *encode_png(pixels);
      CHECK(header(png).colour == PngColour::gray);
      CHECK(header(png).bits == bits);
      CHECK((in_colour(decoded(png)) == in_colour(pixels)));
    }
  }
}

/// Lines of something like letters, as on a screen.
Pixels page_of_text() {
  Pixels out = blank(1500, 1200, 3, false);
  Numbers numbers(5);
  for (std::size_t y = 0; y < 1200; ++y) {
    for (std::size_t x = 0; x < 1500; ++x) {
      const bool inked = y % 24 < 14 && x < 1100 && numbers.below(3) == 0;
      std::fill_n(&out.samples[(y * 1500 + x) * 3], 3, static_cast<std::uint8_t>(inked ? 40 : 250));
    }
  }
  return out;
}

TEST_CASE(
    "what a PNG will weigh is foretold: nearly, of photographs, and roughly, of pages of text",
    "[assets][png][convert]") {
  const auto foretold = [](const Pixels& pixels, std::uint32_t width) {
    const PixelSize size = fitted(pixels.size, PixelSize{{width}, {width}});
    return static_cast<double>(expected_png_bytes(pixels, size)) /
           static_cast<double>(encode_png(scaled(pixels, size))->size());
  };
  for (const std::uint32_t width : {300u, 700u, 1099u}) {
    CAPTURE(width);
    CHECK(foretold(grain(1500, 1200), width) == Approx(1).margin(0.1));
    CHECK(foretold(grain(900, 1100, 1, true), width) == Approx(1).margin(0.1));
    CHECK(foretold(page_of_text(), width) == Approx(1).margin(0.25));
  }
}

TEST_CASE("a PNG's own curve and primaries are heeded, but for sRGB's", "[assets][png]") {
  const auto number = [](std::uint32_t n) {
    return Bytes{static_cast<char>(n >> 24), static_cast<char>(n >> 16), static_cast<char>(n >> 8),
                 static_cast<char>(n)};
  };
  const auto gamma = [&](std::uint32_t n) { return chunk("gAMA", number(n)); };
  const Bytes wide =
      chunk("cHRM", number(31270) + number(32900) + number(64000) + number(33000) + number(21000) +
                        number(71000) + number(15000) + number(6000));
  const Bytes plain = png({.width = 32, .height = 32});
  const Pixels as_it_is = decoded(plain);
  const auto changes = [&](const Bytes& chunks) {
    return decoded(with_chunk(plain, chunks)).samples != as_it_is.samples;
  };
  CHECK(changes(gamma(100000)));
  CHECK(decoded(with_chunk(plain, gamma(100000))).samples ==
        decoded(with_profile(plain, linear_profile())).samples);
  CHECK(changes(gamma(45455) + wide));
  CHECK_FALSE(changes(gamma(45455)));
  CHECK_FALSE(changes(gamma(0)));
  CHECK_FALSE(changes(wide));  // primaries without a curve say nothing of numbers
  CHECK_FALSE(changes(gamma(100000) + chunk("sRGB", Bytes(1, '\0'))));
  CHECK(png_profile(with_chunk(plain, gamma(100000)), 1u << 20) ==
        png_profile(with_chunk(plain, gamma(100000)), 1u << 20));
  const Bytes gray = png({.colour = PNG_COLOR_TYPE_GRAY});
  CHECK(decoded(with_chunk(gray, gamma(100000))).samples != decoded(gray).samples);
}
