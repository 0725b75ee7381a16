#include "unicode/bidi.h"

#include <catch2/catch.hpp>

using namespace keben::unicode;

TEST_CASE("text without right-to-left letters has no levels", "[unicode][bidi]") {
  CHECK(bidi_levels(U"他说（2024）：“Hello”。", Flow::rightward).empty());
  CHECK(bidi_levels(U"", Flow::leftward).empty());
}

TEST_CASE("Hebrew words among hanzi run to the left, numbers in them to the right",
          "[unicode][bidi]") {
  using Levels = std::vector<std::uint8_t>;
  CHECK(bidi_levels(U"说שב。", Flow::rightward) == Levels{0, 1, 1, 0});
  // The space between two Hebrew words is theirs; a number stands in their order, not in reverse.
  CHECK(bidi_levels(U"אב 12 ג", Flow::rightward) == Levels{1, 1, 1, 2, 2, 1, 1});
  CHECK(bidi_levels(U"甲א", Flow::leftward) == Levels{2, 1});
}

TEST_CASE("parts of a line are seen in the order of their levels", "[unicode][bidi]") {
  using Order = std::vector<std::uint32_t>;
  const std::vector<std::uint8_t> plain{0, 0, 0}, words{0, 1, 1, 1, 0}, number{1, 1, 2, 2, 1};
  CHECK(visual_order(plain) == Order{0, 1, 2});
  CHECK(visual_order(words) == Order{0, 3, 2, 1, 4});
  CHECK(visual_order(number) == Order{4, 2, 3, 1, 0});
  CHECK(visual_order({}).empty());
}
