#include "unicode/properties.h"

#include <catch2/catch.hpp>

using namespace keben::unicode;

TEST_CASE("one record answers for a hanzi, a mark, a letter and an emoji", "[unicode][ucd]") {
  CHECK(properties_of(U'汉') == Properties{LineClass::id, ClusterClass::other, Script::han,
                                           Width::wide, Orientation::upright, Category::letter,
                                           Emoji::none});
  CHECK(properties_of(U'（') == Properties{LineClass::op_wide, ClusterClass::other, Script::common,
                                           Width::fullwidth, Orientation::transformed_or_rotated,
                                           Category::punctuation, Emoji::none});
  CHECK(properties_of(U'g') == Properties{LineClass::al, ClusterClass::other, Script::latin,
                                          Width::narrow, Orientation::rotated, Category::letter,
                                          Emoji::none});
  CHECK(properties_of(U'👧') == Properties{LineClass::eb, ClusterClass::pictographic, Script::common,
                                          Width::wide, Orientation::upright, Category::symbol,
                                          Emoji::emoji_style});
}

TEST_CASE("classes the standard's rules must tell apart are apart", "[unicode][uax14]") {
  CHECK(line_class(U'(') == LineClass::op);
  CHECK(line_class(U'「') == LineClass::op_wide);
  CHECK(line_class(U'ー') == LineClass::cj);
  CHECK(line_class(U'“') == LineClass::qu);
  CHECK(line_class(U'—') == LineClass::b2);
  CHECK(line_class(0x0E35) == LineClass::sa_mark);
  CHECK(line_class(0x1FC00) == LineClass::id_reserved);
}

TEST_CASE("rare hanzi, assigned or not, are ideographs", "[unicode][ucd]") {
  CHECK(script_of(0x20BB7) == Script::han);  // 𠮷
  CHECK(line_class(0x3FFFD) == LineClass::id);
  CHECK(properties_of(0x3FFFD).width == Width::wide);
  CHECK(line_class(0x10FFFF) == LineClass::xx);
}

TEST_CASE("vertical lines keep hanzi upright, turn letters, and have forms for marks",
          "[unicode][uax50]") {
  CHECK(orientation_of(U'汉') == Orientation::upright);
  CHECK(orientation_of(U'a') == Orientation::rotated);
  CHECK(orientation_of(U'「') == Orientation::transformed_or_rotated);
  CHECK(orientation_of(U'。') == Orientation::transformed_or_upright);
}
