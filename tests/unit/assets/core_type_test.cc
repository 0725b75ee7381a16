#include <catch2/catch.hpp>

#include "assets/decode.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/png.h"
#include "base/hash.h"
#include "tests/unit/assets/pictures.h"
#include "tests/unit/assets/png_samples.h"

using namespace keben;
using namespace keben::assets;
using namespace keben::test;

namespace {

const config::Limits kLimits;

Asset asset(MediaType type, Bytes bytes) {
  const Result<Proven> proof = prove(type, bytes, kLimits);
  REQUIRE(proof);
  std::string hash = sha256_hex(bytes);
  return {std::move(bytes), type, proof->size, proof->animated, std::move(hash), "a"};
}

Asset core(MediaType type, Bytes bytes) {
  const Result<Asset> out = to_core_type(asset(type, std::move(bytes)), kLimits);
  REQUIRE(out);
  CHECK(out->hash == sha256_hex(out->bytes));
  const Result<Proven> proof = prove(out->type, out->bytes, kLimits);
  REQUIRE(proof);
  CHECK(proof->size == out->size);
  return *out;
}

}  // namespace

TEST_CASE("WebP becomes PNG where it has alpha or is lossless, else JPEG",
          "[assets][epub-24][images.animated-webp]") {
  CHECK(core(MediaType::webp, webp(true, false)).type == MediaType::png);
  CHECK(core(MediaType::webp, webp(false, true)).type == MediaType::png);
  CHECK(core(MediaType::webp, webp(false, false)).type == MediaType::jpeg);
  const Asset moving = core(MediaType::webp, animated_webp());
  CHECK_FALSE(moving.animated);
}

TEST_CASE("lossless stays lossless", "[assets][epub-24]") {
  const Asset out = core(MediaType::webp, webp(true, true));
  const Result<Pixels> before = decode(MediaType::webp, webp(true, true), kLimits);
  const Result<Pixels> after = decode(MediaType::png, out.bytes, kLimits);
  REQUIRE((before && after));
  CHECK(before->samples == after->samples);
  CHECK(before->alpha == after->alpha);
}

TEST_CASE("what needs no change keeps its bytes", "[assets][epub-24][images.animated-gif]") {
  for (const auto& [type, bytes] : {std::pair{MediaType::png, png()},
                                    {MediaType::jpeg, jpeg()},
                                    {MediaType::jpeg, jpeg({.progressive = true})},
                                    {MediaType::gif, gif({.frames = 2})}}) {
    CHECK(core(type, bytes).bytes == bytes);
  }
}

TEST_CASE("a turned, CMYK or arithmetic JPEG is encoded anew", "[assets][epub-24]") {
  const Asset turned = core(MediaType::jpeg, jpeg({.orientation = 6}));
  CHECK(turned.size == PixelSize{{8}, {16}});
  CHECK(jpeg_header(turned.bytes)->orientation == 1);
  const Asset rgb = core(MediaType::jpeg, jpeg({.from = JCS_CMYK, .stored = JCS_CMYK}));
  CHECK(jpeg_header(rgb.bytes)->components == 3);
  CHECK_FALSE(jpeg_header(core(MediaType::jpeg, jpeg({.arithmetic = true})).bytes)->arithmetic);
}

TEST_CASE("where and by whom a picture was made is cut out",
          "[assets][faults-images][images.gps]") {
  const Asset from_png = core(MediaType::png, png({.text = "GPS 30.24N 120.15E"}));
  CHECK(from_png.bytes == png());
  const Bytes upright = jpeg({.orientation = 1});
  CHECK(upright.find("Exif") != Bytes::npos);
  CHECK(core(MediaType::jpeg, upright).bytes == jpeg());
  // What follows a JPEG's end may be another picture, with EXIF of its own.
  CHECK(core(MediaType::jpeg, jpeg() + upright).bytes == jpeg());
}

TEST_CASE("garbage between a JPEG's segments is no segment", "[assets]") {
  Bytes odd = jpeg();
  odd.insert(2, Bytes("\xFF\0\xAB\xFF\xFF", 5));  // stuffing, a stray byte, a fill byte
  CHECK(core(MediaType::jpeg, odd).size == PixelSize{{16}, {8}});
  Bytes no_length = jpeg();
  no_length.insert(2, Bytes("\xFF\xEE\0\0", 4));  // shorter than its own length field
  if (prove(MediaType::jpeg, no_length, kLimits)) core(MediaType::jpeg, no_length);
}

TEST_CASE("what is larger than it may be is scaled down, lossless where it came so",
          "[assets][convert]") {
  const auto made = [](MediaType type, Bytes bytes, const config::PictureFit& fit) {
    const Result<Asset> out = to_core_type(asset(type, std::move(bytes)), kLimits, fit);
    REQUIRE(out);
    CHECK(prove(out->type, out->bytes, kLimits)->size == out->size);
    CHECK(std::size_t{out->size.width.v} * out->size.height.v <= fit.pixels);
    CHECK(out->bytes.size() <= fit.bytes);
    return out->type;
  };
  const config::PictureFit few{.pixels = 1000, .readable_pixels = 2000};
  CHECK(made(MediaType::png, png({.width = 90, .height = 70}), few) == MediaType::png);
  CHECK(made(MediaType::jpeg, jpeg({.width = 160, .height = 80}), few) == MediaType::jpeg);
  CHECK(made(MediaType::gif, gif({.frames = 2}), {.pixels = 20}) == MediaType::png);
  CHECK(made(MediaType::webp, webp(true, true, 60, 40), few) == MediaType::png);
  const config::PictureFit light{.bytes = 900};
  CHECK(made(MediaType::jpeg, jpeg({.width = 320, .height = 240}), light) == MediaType::jpeg);
  CHECK(made(MediaType::png, png({.width = 90, .height = 70}), {.bytes = 300}) == MediaType::png);
}

TEST_CASE("an original that no copy is lighter than stays, without what tells of its making",
          "[assets][convert][fit]") {
  // A drawing in sixteen colours: means of them take eight bits and more.
  const PngKind drawing{.width = 900, .height = 700, .depth = 4, .colour = PNG_COLOR_TYPE_PALETTE};
  PngKind told = drawing;
  told.text = "GPS 30.24N 120.15E";
  const config::PictureFit fit{.pixels = 300'000};
  const Result<Asset> kept = to_core_type(asset(MediaType::png, png(told)), kLimits, fit);
  REQUIRE(kept);
  CHECK(kept->size == PixelSize{{900}, {700}});
  CHECK(kept->bytes == png(drawing));
  // A JPEG of few bits, of which a copy is encoded more finely.
  const Bytes coarse = *write_jpeg(grain(400, 400), 20);
  const Result<Asset> same =
      to_core_type(asset(MediaType::jpeg, coarse), kLimits, {.pixels = 120'000});
  REQUIRE(same);
  CHECK(same->bytes == coarse);
}

TEST_CASE("a copy is made at any price of what reading systems cannot show",
          "[assets][convert][fit]") {
  const Asset drawing =
      asset(MediaType::png,
            png({.width = 900, .height = 700, .depth = 1, .colour = PNG_COLOR_TYPE_GRAY}));
  const config::PictureFit fit{.pixels = 300'000, .readable_pixels = 600'000};
  const Result<Asset> copy = to_core_type(drawing, kLimits, fit);
  REQUIRE(copy);
  CHECK(copy->size.width.v < 700);
  CHECK(copy->bytes.size() > drawing.bytes.size());
  // Nor is what is too heavy: it has to become lighter.
  const Asset heavy = asset(MediaType::png, *write_png(grain(600, 600)));
  const config::PictureFit light{.bytes = heavy.bytes.size() / 2};
  CHECK(to_core_type(heavy, kLimits, light)->bytes.size() <= light.bytes);
}

TEST_CASE("a copy that would be too heavy is small enough at once", "[assets][convert][fit]") {
  const Asset heavy = asset(MediaType::png, *write_png(grain(900, 900)));
  for (const std::size_t part : {2u, 5u, 20u}) {
    const config::PictureFit light{.bytes = heavy.bytes.size() / part};
    const Result<Asset> copy = to_core_type(heavy, kLimits, light);
    REQUIRE(copy);
    CHECK(copy->bytes.size() <= light.bytes);
    CHECK(copy->bytes.size() > light.bytes * 3 / 4);  // not made too small by many tries
  }
}

TEST_CASE("what is only turned is not encoded finer than it came", "[assets][convert][fit]") {
  Bytes turned = *write_jpeg(grain(160, 160), 70);
  const Bytes orientation = exif(6);
  const auto length = static_cast<char>(orientation.size() + 2);
  turned.insert(2, Bytes("\xFF\xE1\0", 3) + length + orientation);
  const Asset upright = core(MediaType::jpeg, turned);
  CHECK(jpeg_header(upright.bytes)->orientation == 1);
  CHECK(std::abs(jpeg_quality(upright.bytes) - 70) <= 1);
}

TEST_CASE("--images original keeps them, whatever their size", "[assets][convert]") {
  const Asset large = asset(MediaType::png, png({.width = 90, .height = 70}));
  CHECK(to_core_type(large, kLimits, {.original = true, .pixels = 1, .bytes = 1})->bytes ==
        large.bytes);
}

TEST_CASE("encoders give the same bytes for the same samples", "[assets]") {
  const Pixels pixels{{{3}, {2}}, 3, std::vector<std::uint8_t>(18, 77), {}};
  CHECK(*write_png(pixels) == *write_png(pixels));
  CHECK(*write_jpeg(pixels, 85) == *write_jpeg(pixels, 85));
  const Pixels glass{{{1}, {1}}, 1, {0}, {0}};
  CHECK(decode(MediaType::png, *write_png(glass), kLimits)->alpha == std::vector<std::uint8_t>{0});
  CHECK(decode(MediaType::jpeg, *write_jpeg(glass, 85), kLimits)->samples ==
        std::vector<std::uint8_t>{255});
}
