#include "pdf/writer/detail/picture.h"

#include <catch2/catch.hpp>

#include "assets/decode.h"
#include "assets/pass.h"
#include "base/hash.h"
#include "tests/unit/assets/more_pictures.h"
#include "tests/unit/assets/png_samples.h"

using namespace keben;
using namespace keben::pdf;

namespace {

using assets::MediaType;
using assets::Pixels;

assets::Asset asset_of(MediaType type, Bytes bytes) {
  const Result<assets::Proven> proof = assets::prove(type, bytes, {});
  REQUIRE(proof);
  std::string hash = sha256_hex(bytes);
  return {std::move(bytes), type, proof->size, false, std::move(hash), "a"};
}

Pixels gradient(std::uint32_t side, bool alpha) {
  Pixels out{{{side}, {side}}, 3, {}, {}};
  for (std::uint32_t i = 0; i < side * side; ++i) {
    const auto x = static_cast<std::uint8_t>(i % side), y = static_cast<std::uint8_t>(i / side);
    out.samples.insert(out.samples.end(), {x, y, 128});
    if (alpha) out.alpha.push_back(x);
  }
  return out;
}

/// A file with the picture shown on one page at that width and height, as text.
std::string file_with(const assets::Asset& asset, Pt side) {
  assets::AssetStore store;
  store.add(asset);
  draw::DisplayList list;
  list.pages.resize(1);
  list.pages[0].items.push_back({{}, draw::Picture{{0}, {{}, {}, side, side}}});
  REQUIRE(late::haru.open());
  writer::ObjectFile file;
  const auto pictures = writer::add_pictures(file, list, {0}, store, {}, {});
  REQUIRE(pictures);
  REQUIRE(pictures->size() == 1);
  const Result<Bytes> out = file.save(std::string(16, 'a'), std::string(16, 'b'));
  REQUIRE(out);
  return *out;
}

bool holds(const std::string& file, std::string_view part) {
  return file.find(part) != std::string::npos;
}

constexpr Pt kLarge{144};  // 600 dots

}  // namespace

TEST_CASE("a JPEG passes through, byte for byte", "[pdf][pictures]") {
  const Bytes jpeg = *assets::encode_jpeg(gradient(100, false));
  const std::string file = file_with(asset_of(MediaType::jpeg, jpeg), kLarge);
  CHECK(holds(file, jpeg));
  CHECK(holds(file, "/DCTDecode"));
  CHECK(holds(file, "/DeviceRGB"));
}

TEST_CASE("a PNG's rows pass through with their filters", "[pdf][pictures]") {
  const Bytes png = *assets::encode_png(gradient(100, false));
  const std::string file = file_with(asset_of(MediaType::png, png), kLarge);
  CHECK(holds(file, assets::passable_png(png, {})->deflated));
  CHECK(holds(file, "/Predictor 15/Colors 3/BitsPerComponent 8/Columns 100"));
  CHECK_FALSE(holds(file, "/SMask"));
}

TEST_CASE("alpha becomes a soft mask", "[pdf][pictures]") {
  const Bytes png = *assets::encode_png(gradient(100, true));
  const std::string file = file_with(asset_of(MediaType::png, png), kLarge);
  CHECK(holds(file, "/SMask"));
  CHECK(holds(file, "/Colors 1/BitsPerComponent 8/Columns 100"));
}

TEST_CASE("few colours pass as places in a palette", "[pdf][pictures]") {
  const Bytes png = test::png({.depth = 2, .colour = PNG_COLOR_TYPE_PALETTE});
  const std::string file = file_with(asset_of(MediaType::png, png), kLarge);
  CHECK(holds(file, assets::passable_png(png, {})->deflated));
  CHECK(holds(file, "[/Indexed/DeviceRGB 3<0000FF1000FF2000FF3000FF>]"));
  CHECK(holds(file, "/Colors 1/BitsPerComponent 2/Columns 9"));
}

TEST_CASE("a colour that is not painted passes as a mask of colours, half a one as a soft mask",
          "[pdf][pictures]") {
  const auto shown = [](const test::PngKind& kind, const Bytes& alpha) {
    Bytes png = test::png(kind);
    png.insert(png.find("IDAT") - 4, test::chunk("tRNS", alpha));
    const std::string file = file_with(asset_of(MediaType::png, png), kLarge);
    CHECK(holds(file, assets::passable_png(png, {})->deflated));
    return file;
  };
  CHECK(holds(shown({}, Bytes("\0\1\0\2\0\3", 6)), "/Mask[1 1 2 2 3 3 ]"));
  const test::PngKind places{.depth = 8, .colour = PNG_COLOR_TYPE_PALETTE};
  CHECK(holds(shown(places, Bytes("\xFF\0\0", 3)), "/Mask[1 2 ]"));
  const std::string half = shown(places, Bytes("\x80", 1));
  CHECK(holds(half, "/SMask"));
  CHECK(holds(half, "/Indexed"));
}

TEST_CASE("profiles pass along", "[pdf][pictures]") {
  const Bytes profile = test::linear_profile();
  const Bytes png = test::with_profile(test::png(), profile);
  const std::string file = file_with(asset_of(MediaType::png, png), kLarge);
  CHECK(holds(file, assets::passable_png(png, {})->deflated));
  CHECK(holds(file, "[/ICCBased "));
  CHECK(holds(file, "/N 3/Alternate/DeviceRGB"));
  const Bytes inks = test::jpeg_with_profile(
      test::jpeg({.from = JCS_CMYK, .stored = JCS_YCCK, .adobe = true}), test::ink_profile());
  const std::string printed = file_with(asset_of(MediaType::jpeg, inks), kLarge);
  CHECK(holds(printed, inks));
  CHECK(holds(printed, "/N 4/Alternate/DeviceCMYK"));
  CHECK(holds(printed, "/Decode[1 0 1 0 1 0 1 0]"));
}

TEST_CASE("a JPEG that is to be seen turned passes, and is turned by a matrix", "[pdf][pictures]") {
  const Bytes jpeg = test::jpeg({.orientation = 6});
  const std::string file = file_with(asset_of(MediaType::jpeg, jpeg), kLarge);
  CHECK(holds(file, test::jpeg()));  // without its EXIF
  CHECK(holds(file, "/Width 16/Height 8"));
  CHECK(holds(file, "/Subtype/Form/BBox[0 0 1 1]/Matrix[0 -1 1 0 0 1]"));
}

TEST_CASE("what is finer than 450 dots an inch is scaled to 300, where it is shown largest",
          "[pdf][pictures]") {
  const Bytes png = *assets::encode_png(gradient(100, false));
  CHECK(holds(file_with(asset_of(MediaType::png, png), Pt{12}), "/Width 50/Height 50"));
  CHECK(holds(file_with(asset_of(MediaType::png, png), Pt{15.8}), "/Width 66/Height 66"));
  CHECK(holds(file_with(asset_of(MediaType::png, png), Pt{16}), "/Width 100/Height 100"));
  const Bytes jpeg = *assets::encode_jpeg(gradient(200, false));
  const std::string small = file_with(asset_of(MediaType::jpeg, jpeg), Pt{12});
  CHECK(holds(small, "/Width 50/Height 50"));
  CHECK(holds(small, "/DCTDecode"));
}

TEST_CASE("a JPEG stays at the eighths of its size that are between 300 and 450 dots an inch",
          "[pdf][pictures]") {
  const Bytes jpeg = *assets::encode_jpeg(gradient(200, false));
  CHECK(holds(file_with(asset_of(MediaType::jpeg, jpeg), Pt{15}), "/Width 75/Height 75"));
}

TEST_CASE("a copy that is no lighter than its original gives way to it", "[pdf][pictures]") {
  Pixels dots{{{400}, {400}}, 1, {}, {}};
  test::Numbers numbers(3);
  for (int i = 0; i < 400 * 400; ++i)
    dots.samples.push_back(numbers.below(2) == 0 ? 0 : 255);
  const Bytes png = *assets::encode_png(dots);
  const std::string file = file_with(asset_of(MediaType::png, png), Pt{60});  // 480 dots an inch
  CHECK(holds(file, "/Width 400/Height 400/BitsPerComponent 1"));
  CHECK(holds(file, assets::passable_png(png, {})->deflated));
}

TEST_CASE("an SVG is drawn at 300 dots an inch", "[pdf][pictures]") {
  const Bytes svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">"
      "<rect width=\"5\" height=\"10\" fill=\"red\"/></svg>";
  const std::string file = file_with(asset_of(MediaType::svg, svg), Pt{72});
  CHECK(holds(file, "/Width 300/Height 300"));
  CHECK(holds(file, "/SMask"));
}
