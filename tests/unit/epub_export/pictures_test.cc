#include "epub/export/detail/pictures.h"

#include <catch2/catch.hpp>

#include "assets/decode.h"
#include "base/hash.h"
#include "tests/support/build.h"
#include "tests/support/tiny_png.h"

using namespace keben;
using namespace keben::test;

namespace {

assets::Asset png_from(const std::string& origin, std::uint8_t hue, bool animated = false) {
  assets::Asset asset{
      tiny_png(40, 30, {hue, 0, 0}), assets::MediaType::png, {{40}, {30}}, animated, {}, origin};
  asset.hash = sha256_hex(asset.bytes);
  return asset;
}

/// Black and white at random: a bit each, which means of them are not.
assets::Asset dots(const std::string& origin, std::uint32_t seed) {
  assets::Pixels pixels{{{60}, {60}}, 1, {}, {}};
  for (int i = 0; i < 60 * 60; ++i) {
    seed = seed * 1664525 + 1013904223;
    pixels.samples.push_back(seed >> 31 ? 255 : 0);
  }
  Bytes png = *assets::encode_png(pixels);
  std::string hash = sha256_hex(png);
  return {std::move(png), assets::MediaType::png, pixels.size, false, std::move(hash), origin};
}

/// Pictures that a book shows, in order.
struct Shown {
  std::map<assets::AssetId, SourceSpan> pictures;
  assets::AssetStore store;
};

Shown showing(std::vector<assets::Asset> pictures) {
  Shown out{{}, assets::AssetStore(std::vector<std::uint32_t>{})};
  for (assets::Asset& picture : pictures)
    out.pictures.emplace(out.store.add(std::move(picture)), SourceSpan{});
  return out;
}

}  // namespace

TEST_CASE("the names of pictures are ours, whatever theirs were",
          "[export][paths.name-clash][paths.case-clash]") {
  const Shown shown =
      showing({png_from("mimetype", 1), png_from("META-INF/container.xml", 2),
               png_from("nav.xhtml", 3), png_from("A.png", 4), png_from("a.PNG", 5)});
  Diagnostics log;
  const epub::BookPictures made = epub::make_pictures(shown.pictures, shown.store, {}, {}, log);
  REQUIRE(made.names.size() == 5);
  for (std::size_t i = 0; i < made.names.size(); ++i)
    CHECK(made.names[i] == "000" + std::to_string(i + 1) + ".png");
}

TEST_CASE("a picture that stops moving is noted", "[export][images.animated-webp]") {
  const Shown shown = showing({png_from("moving.png", 1, true)});
  config::EpubOptions options;
  Diagnostics log;
  CHECK(epub::make_pictures(shown.pictures, shown.store, options, {}, log).made[0]->animated);
  CHECK(log.all().empty());
  options.pictures.pixels = 100;
  CHECK_FALSE(epub::make_pictures(shown.pictures, shown.store, options, {}, log).made[0]->animated);
  REQUIRE(log.all().size() == 1);
  CHECK(log.all()[0].code == "image-first-frame");
  CHECK(log.all()[0].severity == Severity::note);
}

TEST_CASE(
    "a picture that can be read stays as it is rather than become heavier, and is not told of",
    "[export][fit]") {
  const Shown shown = showing({dots("dots.png", 1)});
  config::EpubOptions options;
  options.pictures.pixels = 1000;
  Diagnostics log;
  const epub::BookPictures made =
      epub::make_pictures(shown.pictures, shown.store, options, {}, log);
  CHECK(made.made[0]->hash == shown.store[{0}].hash);
  CHECK(log.all().empty());
}

TEST_CASE("pictures that have to become heavier are told of once a book", "[export][fit]") {
  const Shown shown = showing({dots("a.png", 1), dots("b.png", 2)});
  config::EpubOptions options;
  options.pictures.pixels = options.pictures.readable_pixels = 1000;
  Diagnostics log;
  const epub::BookPictures made =
      epub::make_pictures(shown.pictures, shown.store, options, {}, log);
  CHECK(made.made[0]->bytes.size() > shown.store[{0}].bytes.size());
  REQUIRE(log.all().size() == 1);
  CHECK(log.all()[0].code == "image-heavier");
  CHECK(log.all()[0].severity == Severity::note);
  CHECK(log.all()[0].text.en.find("2 pictures, such as \"a.png\"") == 0);
}
