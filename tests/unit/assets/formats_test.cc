#include <catch2/catch.hpp>

#include "assets/decode.h"
#include "assets/picture.h"
#include "assets/sniff.h"
#include "tests/unit/assets/more_pictures.h"

using namespace keben;
using namespace keben::assets;
using namespace keben::test;

namespace {

const config::Limits kLimits;

/// The first and the last sample of the first row: 0 and 255 where a picture came out right.
void check_halves(MediaType type, const Bytes& bytes, int tolerance = 0) {
  REQUIRE(sniff(bytes).type == type);
  const Result<Pixels> pixels = decode(type, bytes, kLimits);
  INFO((pixels ? "" : pixels.error().what.en));
  REQUIRE(pixels);
  const Result<Proven> proof = prove(type, bytes, kLimits);
  REQUIRE(proof);
  CHECK(proof->size == pixels->size);
  CHECK(pixels->size.width == Px{16});
  CHECK(pixels->samples.front() <= tolerance);
  CHECK(pixels->samples[16 * 3 - 1] >= 255 - tolerance);
}

/// Cut anywhere before `end`, it is no picture; nothing worse happens.
void check_cuts(MediaType type, const Bytes& bytes, std::size_t end) {
  for (std::size_t cut = 0; cut < end; ++cut) {
    CAPTURE(cut);
    CHECK_FALSE(prove(type, bytes.substr(0, cut), kLimits));
  }
}

MediaType core_type(MediaType type, const Bytes& bytes) {
  const Result<Proven> proof = prove(type, bytes, kLimits);
  REQUIRE(proof);
  const Result<Asset> core = to_core_type({bytes, type, proof->size, false, "", ""}, kLimits);
  REQUIRE(core);
  CHECK(core->size == proof->size);
  return core->type;
}

std::string code_of(const Bytes& bytes) {
  const Result<Asset> asset = proven_picture(bytes, "", "a", false, kLimits);
  return asset ? "" : asset.error().code + " " + asset.error().what.en;
}

}  // namespace

TEST_CASE("BMP: every depth, from the bottom or the top, becomes PNG", "[assets][images.bmp]") {
  for (const unsigned bits : {1u, 4u, 8u, 16u, 24u, 32u}) {
    for (const bool from_top : {false, true}) {
      CAPTURE(bits, from_top);
      check_halves(MediaType::bmp, bmp({bits, 0, from_top}));
    }
    check_cuts(MediaType::bmp, bmp({bits, 0, false}), bmp({bits, 0, false}).size() - 4);
  }
  CHECK(core_type(MediaType::bmp, bmp()) == MediaType::png);
}

TEST_CASE("BMP: runs, jumps and broken runs", "[assets][images.bmp]") {
  const Bytes row = Bytes("\x08\0\x08\1\0\0", 6);
  const Bytes plain("\0\x10\0\0\0\0\0\0\0\0\1\1\1\1\1\1\1\1\0\0", 20);
  check_halves(MediaType::bmp, bmp({8, 1, false}, row + row + plain + row + Bytes("\0\1", 2)));
  const Bytes nibbles = Bytes("\x08\0\x08\x11\0\0", 6);
  check_halves(MediaType::bmp, bmp({4, 2, false}, nibbles + nibbles + nibbles + nibbles));
  const Bytes jump("\0\2\0\3", 4);  // three rows up
  check_halves(MediaType::bmp, bmp({8, 1, false}, jump + row));
  for (const Bytes& broken : {Bytes("\x08", 1), Bytes("\0\xFF\1", 3), Bytes("\0\2\1", 3)})
    CHECK_FALSE(prove(MediaType::bmp, bmp({8, 1, false}, broken), kLimits));
  const Bytes endless = Bytes(100'000, '\xFF');  // one row, far beyond its end
  CHECK_FALSE(prove(MediaType::bmp, bmp({8, 1, false}, endless), kLimits));
}

TEST_CASE("BMP: headers that lie are refused before anything is read", "[assets][images.bmp]") {
  for (const std::size_t at : {10u, 14u, 18u, 22u, 28u, 30u, 46u}) {
    for (const char byte : {'\x7F', '\xFF'}) {
      Bytes lying = bmp({8, 0, false});
      lying.replace(at, 4, 4, byte);
      CAPTURE(at, static_cast<int>(byte));
      const Result<Proven> proof = prove(MediaType::bmp, lying, kLimits);
      if (at == 10 || at == 14 || at == 18 || at == 28 || at == 30) CHECK_FALSE(proof);
    }
  }
}

TEST_CASE("TIFF: plain, LZW, deflate, 16 bits and turned, becomes PNG", "[assets][images.tiff]") {
  for (const int compression :
       {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE, COMPRESSION_PACKBITS}) {
    CAPTURE(compression);
    const Bytes bytes = tiff_file({.compression = static_cast<std::uint16_t>(compression)});
    check_halves(MediaType::tiff, bytes);
    check_cuts(MediaType::tiff, bytes, 60);
  }
  check_halves(MediaType::tiff, tiff_file({.bits = 16}));
  CHECK(core_type(MediaType::tiff, tiff_file()) == MediaType::png);
  const Result<Pixels> turned =
      decode(MediaType::tiff, tiff_file({.orientation = ORIENTATION_RIGHTTOP}), kLimits);
  REQUIRE(turned);
  CHECK(turned->size == PixelSize{{4}, {16}});
  CHECK(turned->samples.front() == 0);
  CHECK(turned->samples.back() == 255);
}

TEST_CASE("AVIF: lossy becomes JPEG, lossless and alpha PNG", "[assets][images.avif]") {
  check_halves(MediaType::avif, avif(), 6);
  check_halves(MediaType::avif, avif(true));
  CHECK(core_type(MediaType::avif, avif()) == MediaType::jpeg);
  CHECK(core_type(MediaType::avif, avif(true)) == MediaType::png);
  CHECK(core_type(MediaType::avif, avif(false, true)) == MediaType::png);
  check_cuts(MediaType::avif, avif(), 200);
}

TEST_CASE("HEIC and PDF are no pictures for a book, and are named",
          "[assets][images.heic][images.pdf]") {
  const Bytes heic = Bytes("\0\0\0\x18", 4) + "ftypheic" + Bytes(4, '\0') + "mif1heic";
  CHECK(code_of(heic) == "image-unsupported HEIC pictures are not supported");
  const Bytes plain = Bytes("\0\0\0\x18", 4) + "ftypmif1" + Bytes(4, '\0') + "mif1heic";
  CHECK(code_of(plain) == "image-unsupported HEIC pictures are not supported");
  CHECK(code_of("%PDF-1.7\n") == "image-unsupported PDF pictures are not supported");
}

TEST_CASE("colours of a profile become sRGB", "[assets][images.icc]") {
  const PngKind kind{.width = 8, .height = 1, .colour = PNG_COLOR_TYPE_RGB};
  const Result<Pixels> plain = decode(MediaType::png, png(kind), kLimits);
  const Result<Pixels> linear =
      decode(MediaType::png, with_profile(png(kind), linear_profile()), kLimits);
  REQUIRE((plain && linear));
  CHECK(linear->samples.front() == 0);
  for (std::size_t i = 3; i < plain->samples.size(); ++i)
    CHECK(linear->samples[i] > plain->samples[i]);
  const Bytes photo = jpeg({.flat = {64, 64, 64}});
  const Result<Pixels> bright =
      decode(MediaType::jpeg, jpeg_with_profile(photo, linear_profile()), kLimits);
  REQUIRE(bright);
  CHECK(bright->samples.front() > 130);
  CHECK(bright->samples.front() < 145);  // 0.25 of the light is 137 in sRGB
}

TEST_CASE("a broken profile is as good as none", "[assets][images.icc-broken]") {
  const Bytes good = linear_profile();
  const Result<Pixels> plain = decode(MediaType::png, png(), kLimits);
  REQUIRE(plain);
  for (const Bytes& profile : {Bytes(), Bytes("no profile"), good.substr(0, 200),
                               Bytes(200, '\xFF'), good.substr(0, 16) + "CMYK" + good.substr(20)}) {
    const Result<Pixels> pixels = decode(MediaType::png, with_profile(png(), profile), kLimits);
    REQUIRE(pixels);
    CHECK(pixels->samples == plain->samples);
    CHECK(decode(MediaType::jpeg, jpeg_with_profile(jpeg(), profile), kLimits));
    CHECK(decode(MediaType::jpeg,
                 jpeg_with_profile(jpeg({.from = JCS_CMYK, .stored = JCS_CMYK}), profile),
                 kLimits));
  }
}

TEST_CASE("PNG: more samples than the size asks for are a bomb", "[assets][images.bomb-idat]") {
  Bytes small = png({.width = 9, .height = 70});
  const Bytes header = chunk("IHDR", Bytes("\0\0\0\x09\0\0\0\x07\x08\x02\0\0\0", 13));
  small.replace(8, header.size(), header);
  CHECK_FALSE(prove(MediaType::png, small, kLimits));
}

TEST_CASE("APNG: bytes stay where they may, the first frame where they are made anew",
          "[assets][images.animated-png]") {
  const Bytes moving = with_chunk(png({.width = 90, .height = 70}), chunk("acTL", Bytes(8, '\1')));
  const Result<Proven> proof = prove(MediaType::png, moving, kLimits);
  REQUIRE(proof);
  CHECK(proof->animated);
  const Asset asset{moving, MediaType::png, proof->size, true, "", ""};
  CHECK(to_core_type(asset, kLimits)->bytes == moving);
  const Result<Asset> still = to_core_type(asset, kLimits, {.pixels = 100});
  REQUIRE(still);
  CHECK_FALSE(still->animated);
  CHECK(BytesView(still->bytes).find("acTL") == Bytes::npos);
}

TEST_CASE("GIF: 20 000 frames cost no more than the first", "[assets][images.gif-frames]") {
  Bytes many = gif({.frames = 2});
  const std::size_t second = many.rfind('\x21');
  const Bytes frame = many.substr(second, many.size() - 1 - second);
  Bytes rest;
  for (int i = 0; i < 20'000; ++i)
    rest += frame;
  many.insert(many.size() - 1, rest);
  const Result<Proven> proof = prove(MediaType::gif, many, kLimits);
  REQUIRE(proof);
  CHECK(proof->animated);
}
