#include "cover/detail/boxes.h"

#include <catch2/catch.hpp>

#include "cover_books.h"

using namespace keben;
using namespace keben::cover;

namespace {

SetText set(std::string_view text, const model::Language& language = test::kHans) {
  return set_text(text, test::faces(), {.family = fonts::Family::song}, language);
}

std::u32string all_text(const SetText& text) {
  std::u32string out;
  for (const Box& box : text.boxes)
    out += box.text;
  return out;
}

}  // namespace

TEST_CASE("a straight quote is set as the mark that it stands for", "[cover][quotes]") {
  CHECK(all_text(set("\"黑客\"与画家")) == U"“黑客”与画家");
  CHECK(all_text(set("Don't", test::kEnglish)) == U"Don’t");
}

TEST_CASE("what no face has becomes one geta", "[cover][fallback]") {
  const SetText text = set("字\U0010FFFD\u0301");
  CHECK(all_text(text) == U"字〓");
  CHECK(text.boxes.back().glyphs.at(0).id.v != 0);
}

TEST_CASE("a rare hanzi comes from another face rather than as a box", "[cover][fallback]") {
  for (const Box& box : set("𠮷龘靐").boxes)
    CHECK(box.glyphs.at(0).id.v != 0);
}

TEST_CASE("an emoji is one cell of the emoji face, however many code points", "[cover][emoji]") {
  const SetText text = set("👨‍👩‍👧");
  REQUIRE(text.boxes.size() == 1);
  CHECK(text.boxes[0].width == Mil{1000});
  CHECK(text.boxes[0].glyphs.at(0).picture);
}

TEST_CASE("a full-width mark gives up its blank at a line's edge", "[cover][clreq]") {
  const SetText text = set("《创业》：");
  CHECK(text.boxes.front().left_blank > Mil{300});
  CHECK(text.boxes.back().right_blank > Mil{300});
  CHECK(set("创业").boxes.front().left_blank == Mil{0});
}

TEST_CASE("marks that meet share their blanks", "[cover][clreq]") {
  CHECK(set("业》：").boxes.back().width < Mil{3000});
  CHECK(set("业：《创").boxes[1].gap <= Mil{-400});
}

TEST_CASE("hanzi and Western letters stand apart, typed space or not", "[cover]") {
  const SetText typed = set("用 Rust 写"), bare = set("用Rust写");
  REQUIRE(typed.boxes.size() == 3);
  REQUIRE(bare.boxes.size() == 3);
  for (const std::size_t i : {1u, 2u}) {
    CHECK(bare.boxes[i].gap > Mil{100});
    CHECK(bare.boxes[i].gap == typed.boxes[i].gap);
  }
  CHECK(set("가나 다라", {"ko", model::Convention::ko}).boxes.size() == 2);
}

TEST_CASE("white space of any kind counts once and never at the edges", "[cover]") {
  CHECK(set("　 创　\t业 ").boxes.size() == 2);
  CHECK(set(" \n　").empty());
}

TEST_CASE("a text of Hebrew or Arabic runs from the right", "[cover][bidi]") {
  CHECK(set("שלום עולם").right_to_left);
  CHECK_FALSE(set("2024 创业").right_to_left);
}

TEST_CASE("joined boxes keep every glyph in its place", "[cover]") {
  const SetText name = set("Eugene P. Wigner", test::kEnglish);
  const Box one = joined(name.boxes);
  CHECK(name.boxes.size() == 3);
  CHECK(one.text.size() == 14);
  Mil width;
  for (const Box& box : name.boxes)
    width += box.width + box.gap;
  CHECK(one.width == width);
  CHECK(one.glyphs.back().x > one.glyphs.front().x);
}
