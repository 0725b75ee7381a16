#include "unicode/cjk.h"

#include <catch2/catch.hpp>
#include <string_view>

using namespace keben::unicode;

TEST_CASE("hanzi are Han, kana and bopomofo with the letters they share", "[unicode][clreq]") {
  for (const char32_t c : std::u32string_view(U"汉𠮷〇々あアㄅーｱｰ〆㐀"))
    CHECK(is_hanzi(c));
  for (const char32_t c : std::u32string_view(U"，「a1Ａ１가ㄱ—“👧"))
    CHECK_FALSE(is_hanzi(c));
}

TEST_CASE("hangul is hangul in every form", "[unicode]") {
  for (const char32_t c : std::u32string_view(U"가ㄱ\u1100ﾡ"))
    CHECK(is_hangul(c));
  for (const char32_t c : std::u32string_view(U"汉あ，a"))
    CHECK_FALSE(is_hangul(c));
}

TEST_CASE("wide is a cell of one em", "[unicode][uax11]") {
  for (const char32_t c : std::u32string_view(U"汉，Ａ가👧\u3000"))
    CHECK(is_wide(c));
  for (const char32_t c : std::u32string_view(U"a“—ｱ·"))
    CHECK_FALSE(is_wide(c));
}

TEST_CASE("emphasis counts marks and Hangul as CJK, emoji not", "[unicode][cjk-friendly]") {
  for (const char32_t c : std::u32string_view(U"汉，。「가\u1160￦Ａ〽㊙䷀𝌆"))
    CHECK(is_cjk_for_emphasis(c));
  for (const char32_t c : std::u32string_view(U"a“”—…·👧🈁 \u303F"))
    CHECK_FALSE(is_cjk_for_emphasis(c));
}

TEST_CASE("a line end between hanzi or full-width marks vanishes", "[unicode][soft-break]") {
  CHECK(soft_break_vanishes(U'汉', U'字'));
  CHECK(soft_break_vanishes(U'，', U'字'));
  CHECK(soft_break_vanishes(U'。', U'「'));
  CHECK(soft_break_vanishes(U'あ', U'ー'));
  CHECK(soft_break_vanishes(U'汉', U'Ａ'));
}

TEST_CASE("a line end beside Latin, digits or Hangul is a space", "[unicode][soft-break]") {
  CHECK_FALSE(soft_break_vanishes(U'汉', U'a'));
  CHECK_FALSE(soft_break_vanishes(U'a', U'汉'));
  CHECK_FALSE(soft_break_vanishes(U'1', U'年'));
  CHECK_FALSE(soft_break_vanishes(U'가', U'나'));
  CHECK_FALSE(soft_break_vanishes(U'가', U'，'));
  CHECK_FALSE(soft_break_vanishes(U'汉', U'가'));
  CHECK_FALSE(soft_break_vanishes(U',', U'汉'));
}

TEST_CASE("quotes, dashes and emoji go with the other side", "[unicode][soft-break]") {
  for (const char32_t c : std::u32string_view(U"“”‘’—…·⋯⸺👧")) {
    CHECK(soft_break_vanishes(c, U'汉'));
    CHECK(soft_break_vanishes(U'，', c));
    CHECK_FALSE(soft_break_vanishes(c, U'a'));
    CHECK_FALSE(soft_break_vanishes(c, U'가'));
    CHECK_FALSE(soft_break_vanishes(c, U'”'));
  }
}

TEST_CASE("between two quotes the words behind them decide", "[unicode][soft-break]") {
  CHECK(soft_break_vanishes("他说：“好。”", "“你呢？”"));
  CHECK(soft_break_vanishes("后来——", "……算了"));
  CHECK_FALSE(soft_break_vanishes("He said “yes.”", "“And you?”"));
  CHECK_FALSE(soft_break_vanishes("——", "——"));
}

TEST_CASE("marks are looked through, edges join nothing", "[unicode][soft-break]") {
  CHECK(soft_break_vanishes("葛\U000E0100", "城"));
  CHECK(soft_break_vanishes("好”", "了"));
  CHECK_FALSE(soft_break_vanishes("cafe\u0301", "好"));
  CHECK_FALSE(soft_break_vanishes("", "好"));
  CHECK_FALSE(soft_break_vanishes("好", ""));
  CHECK_FALSE(soft_break_vanishes("\u0301", "好"));
}
