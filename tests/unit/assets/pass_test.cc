// What a PDF reader can be given as it is.
#include "assets/pass.h"

#include <catch2/catch.hpp>

#include "assets/decode.h"

#include "tests/unit/assets/more_pictures.h"

using namespace keben;
using namespace keben::assets;
using namespace keben::test;

namespace {

const config::Limits kLimits;

std::optional<PassableJpeg> passed(const Bytes& bytes) {
  const Result<Proven> proof = prove(MediaType::jpeg, bytes, kLimits);
  REQUIRE(proof);
  return passable_jpeg({bytes, MediaType::jpeg, proof->size, false, {}, "a"}, kLimits);
}

}  // namespace

TEST_CASE("a JPEG passes as it is, with its profile and its orientation", "[assets][convert]") {
  CHECK(passed(jpeg()));
  CHECK(passed(jpeg({.progressive = true})));
  CHECK(passed(jpeg({.from = JCS_GRAYSCALE, .stored = JCS_GRAYSCALE}))->channels == 1);
  const Bytes turned = jpeg({.orientation = 6});
  REQUIRE(passed(turned));
  CHECK(passed(turned)->orientation == 6);
  CHECK(passed(turned)->size == PixelSize{{16}, {8}});  // as it is stored
  CHECK(passed(turned)->bytes == jpeg());               // without its EXIF
  CHECK(passed(jpeg_with_profile(jpeg(), linear_profile()))->profile == linear_profile());
  CHECK(passed(jpeg_with_profile(jpeg(), "no profile"))->profile.empty());
}

TEST_CASE("inks pass where a profile says how they look, inverted where Adobe wrote them",
          "[assets][convert]") {
  const Bytes profile = ink_profile();
  const JpegKind plain{.from = JCS_CMYK, .stored = JCS_CMYK};
  const JpegKind adobe{.from = JCS_CMYK, .stored = JCS_YCCK, .adobe = true};
  for (const JpegKind& kind : {plain, adobe}) {
    const std::optional<PassableJpeg> inks = passed(jpeg_with_profile(jpeg(kind), profile));
    REQUIRE(inks);
    CHECK(inks->channels == 4);
    CHECK(inks->profile == profile);
    CHECK(inks->inverted == kind.adobe);
  }
  CHECK_FALSE(passed(jpeg_with_profile(jpeg(plain), linear_profile())));
}

TEST_CASE("a JPEG that readers of PDFs would guess at does not pass", "[assets][convert]") {
  CHECK_FALSE(passed(jpeg({.arithmetic = true})));
  CHECK_FALSE(passed(jpeg({.stored = JCS_RGB, .adobe = false})));
  CHECK_FALSE(passed(jpeg({.from = JCS_CMYK, .stored = JCS_CMYK})));  // inks that nobody describes
}

TEST_CASE("a PNG's rows pass at every depth, with its profile", "[assets][convert]") {
  for (const int depth : {1, 2, 4, 8, 16}) {
    for (const int colour : {PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_PALETTE}) {
      if (colour == PNG_COLOR_TYPE_RGB && depth < 8) continue;
      if (colour == PNG_COLOR_TYPE_PALETTE && depth > 8) continue;
      const auto rows = passable_png(png({.depth = depth, .colour = colour}), kLimits);
      CAPTURE(depth, colour);
      REQUIRE(rows);
      CHECK(rows->bits == depth);
      CHECK(rows->channels == (colour == PNG_COLOR_TYPE_RGB ? 3 : 1));
      CHECK(rows->palette.empty() == (colour != PNG_COLOR_TYPE_PALETTE));
      CHECK(rows->clear.empty());
      CHECK_FALSE(rows->has_mask);
    }
  }
  CHECK(passable_png(with_profile(png(), linear_profile()), kLimits)->profile == linear_profile());
  CHECK_FALSE(passable_png(png({.interlaced = true}), kLimits));
  CHECK_FALSE(passable_png(png({.colour = PNG_COLOR_TYPE_RGB_ALPHA}), kLimits));
  CHECK_FALSE(passable_png(png({.colour = PNG_COLOR_TYPE_GRAY_ALPHA}), kLimits));
}

TEST_CASE("tRNS is a colour that is not painted where it is all or nothing, else a mask",
          "[assets][convert]") {
  const auto with_alpha = [](const PngKind& kind, const Bytes& alpha) {
    Bytes out = png(kind);
    out.insert(out.find("IDAT") - 4, chunk("tRNS", alpha));
    return *passable_png(out, kLimits);
  };
  using Clear = std::vector<std::uint32_t>;
  const PngKind places{.depth = 8, .colour = PNG_COLOR_TYPE_PALETTE};
  CHECK(with_alpha(places, Bytes("\0", 1)).clear == Clear{0, 0});
  CHECK(with_alpha(places, Bytes("\xFF\xFF\0\0\xFF", 5)).clear == Clear{2, 3});
  CHECK(with_alpha(places, Bytes("\0\xFF\0", 3)).has_mask);
  CHECK(with_alpha(places, Bytes("\x80", 1)).has_mask);
  CHECK(with_alpha({.depth = 4, .colour = PNG_COLOR_TYPE_PALETTE}, Bytes("\0", 1)).has_mask);
  const PassablePng opaque = with_alpha(places, "\xFF\xFF");
  CHECK((opaque.clear.empty() && !opaque.has_mask));
  const PassablePng too_long = with_alpha(places, Bytes(257, '\0'));  // libpng leaves it out
  CHECK((too_long.clear.empty() && !too_long.has_mask));
  CHECK(with_alpha({.depth = 2, .colour = PNG_COLOR_TYPE_GRAY}, Bytes("\0\x3", 2)).clear ==
        Clear{3, 3});
  CHECK(with_alpha({}, Bytes("\0\1\0\2\0\3", 6)).clear == Clear{1, 1, 2, 2, 3, 3});
  CHECK(with_alpha({.depth = 16}, Bytes("\0\1\0\2\0\3", 6)).has_mask);
}
