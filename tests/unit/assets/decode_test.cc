#include "assets/decode.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "assets/detail/jpeg.h"
#include "assets/detail/scale.h"
#include "tests/unit/assets/pictures.h"

using namespace keben;
using namespace keben::assets;
using namespace keben::test;

namespace {

const config::Limits kLimits;

Pixels decoded(MediaType type, const Bytes& bytes) {
  Result<Pixels> pixels = decode(type, bytes, kLimits);
  INFO((pixels ? "" : pixels.error().what.en));
  REQUIRE(pixels);
  const Result<Proven> proof = prove(type, bytes, kLimits);
  REQUIRE(proof);
  CHECK(proof->size == pixels->size);
  return std::move(*pixels);
}

/// The code of the failure, the same from `decode` and from `prove`; empty where both succeed.
std::string failing(MediaType type, const Bytes& bytes, const config::Limits& limits = kLimits) {
  const Result<Pixels> pixels = decode(type, bytes, limits);
  const Result<Proven> proof = prove(type, bytes, limits);
  CHECK(pixels.has_value() == proof.has_value());
  if (pixels || proof) return {};
  CHECK(pixels.error().code == proof.error().code);
  CHECK_FALSE(pixels.error().what.zh.empty());
  return pixels.error().code;
}

using Pixel = std::vector<int>;

Pixel at(const Pixels& pixels, unsigned x, unsigned y) {
  Pixel out;
  const std::size_t i = std::size_t{y} * pixels.size.width.v + x;
  for (std::size_t c = 0; c < static_cast<std::size_t>(pixels.channels); ++c)
    out.push_back(pixels.samples[i * static_cast<std::size_t>(pixels.channels) + c]);
  if (!pixels.alpha.empty()) out.push_back(pixels.alpha[i]);
  return out;
}

bool close_to(const Pixel& is, const Pixel& wanted) {
  return is.size() == wanted.size() &&
         std::equal(is.begin(), is.end(), wanted.begin(),
                    [](int a, int b) { return std::abs(a - b) <= 3; });
}

}  // namespace

TEST_CASE("PNG: every depth and colour type becomes 8 bits",
          "[assets][pdf-writer-8][images.16-bit]") {
  for (const bool interlaced : {false, true}) {
    for (const int depth : {1, 2, 4, 8, 16}) {
      const Pixels gray =
          decoded(MediaType::png,
                  png({.depth = depth, .colour = PNG_COLOR_TYPE_GRAY, .interlaced = interlaced}));
      CHECK(gray.channels == 1);
      CHECK(gray.alpha.empty());
      const int levels = (1 << std::min(depth, 8)) - 1;
      CHECK(at(gray, 1, 2) == Pixel{depth < 8 ? 255 / levels : shade(1, 2)});
    }
    const Pixels rgb = decoded(MediaType::png, png({.interlaced = interlaced}));
    CHECK(at(rgb, 3, 4) == Pixel(3, shade(3, 4)));
    const Pixels palette =
        decoded(MediaType::png,
                png({.depth = 4, .colour = PNG_COLOR_TYPE_PALETTE, .interlaced = interlaced}));
    CHECK(at(palette, 5, 0) == Pixel{80, 0, 255});
  }
}

TEST_CASE("PNG: alpha stands apart, whether a channel or tRNS", "[assets][pdf-writer-8]") {
  const Pixels rgba = decoded(MediaType::png, png({.colour = PNG_COLOR_TYPE_RGB_ALPHA}));
  CHECK(at(rgba, 2, 3) == Pixel(4, shade(2, 3)));
  const Pixels gray =
      decoded(MediaType::png, png({.depth = 16, .colour = PNG_COLOR_TYPE_GRAY_ALPHA}));
  CHECK(at(gray, 2, 3) == Pixel(2, shade(2, 3)));
  const Pixels keyed = decoded(MediaType::png, png({.transparent = true}));
  CHECK(at(keyed, 0, 0).back() == 0);
  CHECK(at(keyed, 1, 0).back() == 255);
  const Pixels palette = decoded(
      MediaType::png, png({.depth = 2, .colour = PNG_COLOR_TYPE_PALETTE, .transparent = true}));
  CHECK(at(palette, 1, 0) == Pixel{16, 0, 255, 128});
}

TEST_CASE("an alpha that is opaque everywhere is no alpha", "[assets]") {
  CHECK(decoded(MediaType::gif, gif()).alpha.empty());
  CHECK(decoded(MediaType::webp, animated_webp()).alpha.empty());
}

TEST_CASE("PNG: a bad CRC, a cut or a missing end is a broken picture",
          "[assets][faults-images][images.corrupt][images.truncated]") {
  const Bytes good = png();
  Bytes bad_crc = good;
  bad_crc[bad_crc.size() - 17] ^= 1;  // the last byte of IDAT's CRC
  CHECK(failing(MediaType::png, bad_crc) == "image-broken");
  for (std::size_t cut = 1; cut < good.size(); ++cut)
    CHECK(failing(MediaType::png, good.substr(0, cut)) == "image-broken");
  CHECK(failing(MediaType::png, png({.interlaced = true}).substr(0, 80)) == "image-broken");
}

TEST_CASE("PNG: bombs in zTXt and iCCP are not inflated",
          "[assets][faults-images][images.bomb-ztxt][images.bomb-iccp][images.gama-0]") {
  const Bytes nonsense = Bytes("Comment\0\0", 9) + Bytes(100'000, 'x');
  CHECK(failing(MediaType::png, with_chunk(png(), chunk("zTXt", nonsense))).empty());
  CHECK(failing(MediaType::png, with_chunk(png(), chunk("iCCP", nonsense))).empty());
  CHECK(failing(MediaType::png, with_chunk(png(), chunk("gAMA", Bytes(4, '\0')))).empty());
}

TEST_CASE("a bomb is refused by its header, before it is decoded",
          "[assets][faults-images][images.bomb-size]") {
  Bytes huge = png();
  const Bytes header = chunk("IHDR", Bytes("\0\0\xFF\xFF\0\0\xFF\xFF\x08\x02\0\0\0", 13));
  huge.replace(8, header.size(), header);
  CHECK(failing(MediaType::png, huge) == "image-too-large");
  config::Limits few;
  few.image_pixels = 16;
  CHECK(failing(MediaType::png, png(), few) == "image-too-large");
  CHECK(failing(MediaType::jpeg, jpeg(), few) == "image-too-large");
  CHECK(failing(MediaType::gif, gif(), few) == "image-too-large");
  CHECK(failing(MediaType::webp, webp(false, false), few) == "image-too-large");
  config::Limits narrow;
  narrow.image_side = 8;
  CHECK(failing(MediaType::png, png(), narrow) == "image-too-large");
  config::Limits light;
  light.image_bytes = 10;
  CHECK(failing(MediaType::png, png(), light) == "image-too-large");
}

TEST_CASE("JPEG: baseline, progressive, arithmetic and gray are read", "[assets][pdf-writer-8]") {
  for (const JpegKind& kind :
       {JpegKind{}, JpegKind{.progressive = true}, JpegKind{.arithmetic = true},
        JpegKind{.stored = JCS_RGB, .adobe = true}}) {
    const Pixels pixels = decoded(MediaType::jpeg, jpeg(kind));
    CHECK(close_to(at(pixels, 1, 1), {0, 0, 0}));
    CHECK(close_to(at(pixels, 14, 6), {255, 255, 255}));
  }
  const Pixels gray =
      decoded(MediaType::jpeg, jpeg({.from = JCS_GRAYSCALE, .stored = JCS_GRAYSCALE}));
  CHECK(gray.channels == 1);
  CHECK(close_to(at(gray, 14, 6), {255}));
}

TEST_CASE("JPEG: inks become light, inverted where Adobe wrote them",
          "[assets][pdf-writer-8][images.cmyk]") {
  const std::vector<std::uint8_t> orange_ink = {0, 128, 255, 0};
  const std::vector<std::uint8_t> as_adobe = {255, 127, 0, 255};
  const Pixel orange = {255, 127, 0};
  const auto first = [](const JpegKind& kind) {
    return at(decoded(MediaType::jpeg, jpeg(kind)), 4, 4);
  };
  CHECK(close_to(first({.from = JCS_CMYK, .stored = JCS_CMYK, .flat = orange_ink}), orange));
  CHECK(close_to(first({.from = JCS_CMYK, .stored = JCS_CMYK, .adobe = true, .flat = as_adobe}),
                 orange));
  CHECK(close_to(first({.from = JCS_CMYK, .stored = JCS_YCCK, .adobe = true, .flat = as_adobe}),
                 orange));
  CHECK(close_to(first({.from = JCS_CMYK, .stored = JCS_CMYK, .flat = {0, 0, 0, 255}}), {0, 0, 0}));
}

TEST_CASE("JPEG: EXIF 1 to 8 turn the picture as it was seen",
          "[assets][faults-images][images.exif]") {
  // Stored: 16 wide, 8 high, the left half black.
  struct Seen {
    unsigned width, black_x, black_y, white_x, white_y;
  };
  const Seen seen[] = {{16, 0, 0, 15, 7}, {16, 15, 0, 0, 7}, {16, 15, 7, 0, 0}, {16, 0, 7, 15, 0},
                       {8, 7, 0, 0, 15},  {8, 7, 0, 0, 15},  {8, 0, 15, 7, 0},  {8, 0, 15, 7, 0}};
  for (int orientation = 1; orientation <= 8; ++orientation) {
    CAPTURE(orientation);
    const Seen& wanted = seen[orientation - 1];
    const Pixels pixels = decoded(MediaType::jpeg, jpeg({.orientation = orientation}));
    CHECK(pixels.size.width.v == wanted.width);
    CHECK(close_to(at(pixels, wanted.black_x, wanted.black_y), {0, 0, 0}));
    CHECK(close_to(at(pixels, wanted.white_x, wanted.white_y), {255, 255, 255}));
  }
}

TEST_CASE("each orientation puts the stored corner where EXIF says", "[assets][faults-images]") {
  const Pixels stored{{{2}, {2}}, 1, {1, 2, 3, 4}, {}};
  const std::vector<std::vector<std::uint8_t>> seen = {
      {1, 2, 3, 4}, {2, 1, 4, 3}, {4, 3, 2, 1}, {3, 4, 1, 2},
      {1, 3, 2, 4}, {3, 1, 4, 2}, {4, 2, 3, 1}, {2, 4, 1, 3},
  };
  for (int orientation = 1; orientation <= 8; ++orientation) {
    CAPTURE(orientation);
    CHECK(turned(stored, orientation).samples == seen[static_cast<std::size_t>(orientation - 1)]);
  }
}

TEST_CASE("JPEG: a cut anywhere is a broken picture, never a gray half",
          "[assets][faults-images][images.truncated]") {
  for (const bool progressive : {false, true}) {
    const Bytes good = jpeg({.progressive = progressive});
    for (std::size_t cut = 3; cut < good.size(); ++cut) {
      CAPTURE(cut);
      CHECK(failing(MediaType::jpeg, good.substr(0, cut)) == "image-broken");
    }
  }
}

TEST_CASE("JPEG: more than 500 scans are not read", "[assets][faults-images][images.jpeg-scans]") {
  Bytes scans = jpeg({.progressive = true});
  // Repeats the last scan, a refinement that a decoder must walk through each time.
  const std::size_t last = scans.rfind("\xFF\xDA");
  const Bytes scan = scans.substr(last, scans.size() - 2 - last);
  for (int i = 0; i < 600; ++i)
    scans.insert(scans.size() - 2, scan);
  const Result<Proven> proof = prove(MediaType::jpeg, scans, kLimits);
  REQUIRE_FALSE(proof);
  CHECK(proof.error().what.en.find("too many scans") != std::string::npos);
}

TEST_CASE("GIF: the first frame lies on its canvas", "[assets][faults-images]") {
  const Pixels plain = decoded(MediaType::gif, gif());
  CHECK(plain.alpha.empty());
  for (unsigned y = 0; y < 9; ++y)
    CHECK(at(plain, 2, y) == Pixel{static_cast<int>(16 * y), 0, 0});
  const Pixels interlaced = decoded(MediaType::gif, gif({.interlaced = true}));
  CHECK(interlaced.samples == plain.samples);
  const Pixels small =
      decoded(MediaType::gif, gif({.left = 1, .top = 2, .frame_width = 3, .frame_height = 4}));
  CHECK(at(small, 0, 0).back() == 0);
  CHECK(at(small, 1, 3) == Pixel{16, 0, 0, 255});
  CHECK(at(small, 4, 3).back() == 0);
  const Pixels keyed = decoded(MediaType::gif, gif({.transparent = 3}));
  CHECK(at(keyed, 0, 3).back() == 0);
  CHECK(at(keyed, 0, 4).back() == 255);
}

TEST_CASE("GIF: a frame that leaves its canvas is cut to it", "[assets][faults-images]") {
  Bytes out = gif({.width = 9, .height = 9, .left = 3, .top = 3});
  out[6] = 5;  // the canvas made 5 wide and 5 high
  out[8] = 5;
  const Pixels pixels = decoded(MediaType::gif, out);
  CHECK(pixels.size == PixelSize{{5}, {5}});
  CHECK(at(pixels, 4, 4) == Pixel{16, 0, 0, 255});
}

TEST_CASE("GIF: a cut is a broken picture; frames are counted to know what moves",
          "[assets][faults-images]") {
  const Bytes moving = gif({.frames = 3});
  CHECK(prove(MediaType::gif, moving, kLimits)->animated);
  CHECK_FALSE(prove(MediaType::gif, gif(), kLimits)->animated);
  for (const std::size_t cut : {20u, 70u, 80u, 100u})
    CHECK(failing(MediaType::gif, gif().substr(0, std::min(cut, gif().size() - 4))) ==
          "image-broken");
  CHECK(failing(MediaType::gif, moving.substr(0, moving.size() - 5)) == "image-broken");
  CHECK(failing(MediaType::gif, moving.substr(0, moving.size() - 1)).empty());  // only the trailer
}

TEST_CASE("WebP: lossy, lossless, alpha and the first frame of many", "[assets][faults-images]") {
  CHECK(close_to(at(decoded(MediaType::webp, webp(false, false)), 2, 2), {200, 100, 50}));
  CHECK(at(decoded(MediaType::webp, webp(true, false)), 2, 2) == Pixel{200, 100, 50});
  CHECK(at(decoded(MediaType::webp, webp(true, true)), 1, 0) == Pixel{200, 100, 50, 128});
  const Bytes moving = animated_webp();
  CHECK(at(decoded(MediaType::webp, moving), 2, 2) == Pixel{200, 100, 50});
  CHECK(prove(MediaType::webp, moving, kLimits)->animated);
  for (std::size_t cut = 16; cut < moving.size(); cut += 3)
    CHECK(failing(MediaType::webp, moving.substr(0, cut)) == "image-broken");
  const Bytes still = webp(false, false);
  for (std::size_t cut = 16; cut + 1 < still.size(); ++cut)
    CHECK(failing(MediaType::webp, still.substr(0, cut)) == "image-broken");
}

TEST_CASE("fewer samples: each is the mean of what it covers", "[assets][convert]") {
  const Pixels four{{{4}, {2}}, 1, {0, 100, 200, 250, 100, 0, 250, 200}, {}};
  CHECK(scaled(four, {{2}, {1}}).samples == std::vector<std::uint8_t>{50, 225});
  CHECK(scaled(four, {{1}, {1}}).samples == std::vector<std::uint8_t>{138});
  const Pixels thirds{{{3}, {1}}, 1, {0, 90, 240}, {}};
  CHECK(scaled(thirds, {{2}, {1}}).samples == std::vector<std::uint8_t>{30, 190});
  const Pixels glass{{{2}, {1}}, 1, {200, 10}, {255, 0}};
  CHECK(scaled(glass, {{1}, {1}}).samples == std::vector<std::uint8_t>{200});
  CHECK(scaled(glass, {{1}, {1}}).alpha == std::vector<std::uint8_t>{128});
  CHECK(fitted({{300}, {200}}, PixelSize{{100}, {100}}) == PixelSize{{100}, {66}});
  CHECK(fitted({{30}, {20}}, PixelSize{{100}, {100}}) == PixelSize{{30}, {20}});
  CHECK(fitted({{3000}, {2000}}, 4'000'000) == PixelSize{{2449}, {1632}});
  CHECK(fitted({{30'000}, {1}}, PixelSize{{10}, {10}}) == PixelSize{{10}, {1}});
}

TEST_CASE("a JPEG is decoded at no more than it is shown with", "[assets][convert]") {
  const Bytes large = jpeg({.width = 160, .height = 80, .orientation = 6});
  const Result<Pixels> small = decode_at(MediaType::jpeg, large, {{30}, {30}}, kLimits);
  REQUIRE(small);
  CHECK(small->size == PixelSize{{15}, {30}});
  CHECK(close_to(at(*small, 7, 0), {0, 0, 0}));
  CHECK(close_to(at(*small, 7, 29), {255, 255, 255}));
}
