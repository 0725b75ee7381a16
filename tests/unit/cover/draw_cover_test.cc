#include "cover/draw_cover.h"

#include <array>
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "assets/decode.h"
#include "base/hash.h"
#include "cover_books.h"

using namespace keben;
using namespace keben::cover;
using test::titled;

namespace {

assets::Asset drawn(const model::Collection& book) {
  Result<assets::Asset> cover = draw_cover(book, test::faces());
  REQUIRE(cover);
  return std::move(*cover);
}

assets::Pixels seen(const assets::Asset& cover) {
  Result<assets::Pixels> pixels = assets::decode(cover.type, cover.bytes, {});
  REQUIRE(pixels);
  return std::move(*pixels);
}

using Colour = std::array<int, 3>;

Colour colour_at(const assets::Pixels& pixels, std::size_t x, std::size_t y) {
  const std::uint8_t* p = pixels.samples.data() + (y * pixels.size.width.v + x) * 3;
  return {p[0], p[1], p[2]};
}

/// A spot of bare cloth, above the slip.
Colour cloth(const assets::Pixels& pixels) {
  return colour_at(pixels, 800, 100);
}

/// The share of dark samples within the slip's inner frame.
double ink_on_slip(const assets::Pixels& pixels) {
  std::size_t dark = 0, all = 0;
  for (std::size_t y = 336; y < 1580; ++y) {
    for (std::size_t x = 320; x < 1424; ++x, ++all)
      dark += colour_at(pixels, x, y)[1] < 90;
  }
  return static_cast<double>(dark) / static_cast<double>(all);
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i)
    out += text;
  return out;
}

}  // namespace

TEST_CASE("a cover is a baseline JPEG of 1600 by 2560 that says what it is", "[cover]") {
  const assets::Asset cover = drawn(titled("大模型创业观察"));
  CHECK(cover.type == assets::MediaType::jpeg);
  CHECK(cover.size == PixelSize{Px{1600}, Px{2560}});
  CHECK(cover.hash == sha256_hex(cover.bytes));
  CHECK(seen(cover).size == cover.size);
  CHECK(BytesView(cover.bytes).find("\xFF\xC0") != Bytes::npos);  // SOF0
  CHECK(BytesView(cover.bytes).find("\xFF\xC2") == Bytes::npos);  // no SOF2
}

TEST_CASE("the same words give the same bytes", "[cover][determinism]") {
  const model::Collection book = titled("复盘：一次创业——从 2023 到 2024", {"技术随笔", "2"});
  const assets::Asset first = drawn(book);
  CHECK(first.bytes == drawn(book).bytes);
  const fonts::Catalog other = std::move(*fonts::Catalog::open({}));
  CHECK(first.bytes == draw_cover(book, other)->bytes);
}

TEST_CASE("every word that is shown changes the picture", "[cover]") {
  const model::Collection plain = titled("背影");
  const Bytes bytes(BytesView(drawn(plain).bytes));
  const auto changed = [&](auto change) {
    model::Collection book = plain;
    change(book.meta);
    return drawn(book).bytes != bytes;
  };
  CHECK(changed([](model::Meta& m) { m.title = "背面"; }));
  CHECK(changed([](model::Meta& m) { m.subtitle = "散文"; }));
  CHECK(changed([](model::Meta& m) { m.people = {{"朱自清"}}; }));
  CHECK(changed([](model::Meta& m) { m.published->day = 26; }));
  CHECK(changed([](model::Meta& m) { m.series.name = "散文选"; }));
  CHECK(changed([](model::Meta& m) { m.series.number = "3"; }));
  CHECK_FALSE(changed([](model::Meta& m) { m.description = "一篇散文"; }));
}

TEST_CASE("no cover weighs more than 120 KB, however crowded", "[cover][decisions-11]") {
  const std::string dense = repeated("鑫龘靐齉爨癵驫鱻麤灪", 15);
  for (const std::string& title :
       {std::string("重"), std::string("论中国的现代化与传统文化的关系"), dense,
        repeated("我在人间凑数的日子，", 8), repeated("Wittgenstein and hermeneutics ", 20),
        repeated("🚀👨‍👩‍👧", 40)}) {
    model::Collection book = titled(title, {"丛书", "128"});
    book.meta.subtitle = title;
    CHECK(drawn(book).bytes.size() <= 120'000);
  }
}

TEST_CASE("the colour follows the series' name, whatever the title or the crowd", "[cover]") {
  const Colour one = cloth(seen(drawn(titled("大模型", {"技术随笔", "1"}))));
  const Colour two =
      cloth(seen(drawn(titled(repeated("鑫龘靐齉爨癵驫鱻", 15), {"技术随笔", "2"}))));
  CHECK(one == two);
  // Of twelve names, more than a third have colours of their own.
  std::set<Colour> colours;
  for (int i = 0; i < 12; ++i)
    colours.insert(cloth(seen(drawn(titled("大模型", {"丛书" + std::to_string(i), "1"})))));
  CHECK(colours.size() > 4);
}

TEST_CASE("the title's ink fills enough of the slip to be read at 90 pixels", "[cover]") {
  for (const char* title : {"背影", "大模型创业观察", "论中国的现代化与传统文化的关系",
                            "On the Shortness of Life", "吾輩は猫である"}) {
    INFO(title);
    const double ink = ink_on_slip(seen(drawn(titled(title))));
    CHECK(ink > 0.03);
    CHECK(ink < 0.40);
  }
}

TEST_CASE("an emoji keeps its colours", "[cover][emoji]") {
  const assets::Pixels pixels = seen(drawn(titled("火箭❤️")));
  std::size_t red = 0;
  for (std::size_t y = 336; y < 1580; ++y) {
    for (std::size_t x = 320; x < 1424; ++x) {
      const Colour c = colour_at(pixels, x, y);
      red += c[0] > 180 && c[1] < 90;
    }
  }
  CHECK(red > 2000);
}

TEST_CASE("a title of any script or none is drawn", "[cover][fallback]") {
  for (const char* title : {"𠮷野家与龘靐", "\U0010FFFD", "שלום עולם", "مرحبا بالعالم",
                            "สวัสดีชาวโลก", "\u200B", "2024", "——", "🚀"}) {
    INFO(title);
    CHECK(drawn(titled(title)).bytes.size() > 20'000);
  }
}

TEST_CASE("a book without author, date and series has a cover too", "[cover]") {
  model::Collection book;
  book.meta.title = "Untitled Thoughts";
  CHECK(ink_on_slip(seen(drawn(book))) > 0.02);
}
