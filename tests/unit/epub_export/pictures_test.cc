#include "epub/export/detail/pictures.h"

#include <catch2/catch.hpp>

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

/// A book that shows these pictures, in order.
struct Shown {
  model::Collection book;
  assets::AssetStore store;
};

Shown showing(std::vector<assets::Asset> pictures) {
  model::Inlines images;
  for (const assets::Asset& picture : pictures)
    images.push_back(image(picture.origin, ""));
  const auto count = static_cast<std::uint32_t>(pictures.size());
  Shown out{book_of(essay("a.md", "题", {paragraph(std::move(images))})),
            assets::AssetStore(std::vector{count})};
  for (std::uint32_t i = 0; i < count; ++i)
    out.store.set({0}, {i}, out.store.add(std::move(pictures[i])));
  return out;
}

}  // namespace

TEST_CASE("the names of pictures are ours, whatever theirs were",
          "[export][paths.name-clash][paths.case-clash]") {
  const Shown shown =
      showing({png_from("mimetype", 1), png_from("META-INF/container.xml", 2),
               png_from("nav.xhtml", 3), png_from("A.png", 4), png_from("a.PNG", 5)});
  Diagnostics log;
  const epub::BookPictures made = epub::make_pictures(shown.book, shown.store, {}, {}, log);
  REQUIRE(made.names.size() == 5);
  for (std::size_t i = 0; i < made.names.size(); ++i)
    CHECK(made.names[i] == "000" + std::to_string(i + 1) + ".png");
}

TEST_CASE("a picture that stops moving is noted", "[export][images.animated-webp]") {
  const Shown shown = showing({png_from("moving.png", 1, true)});
  config::EpubOptions options;
  Diagnostics log;
  CHECK(epub::make_pictures(shown.book, shown.store, options, {}, log).made[0]->animated);
  CHECK(log.all().empty());
  options.pictures.pixels = 100;
  CHECK_FALSE(epub::make_pictures(shown.book, shown.store, options, {}, log).made[0]->animated);
  REQUIRE(log.all().size() == 1);
  CHECK(log.all()[0].code == "image-first-frame");
  CHECK(log.all()[0].severity == Severity::note);
}
