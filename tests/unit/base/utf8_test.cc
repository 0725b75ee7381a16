#include "base/utf8.h"

#include <catch2/catch.hpp>

using namespace keben;

TEST_CASE("decoding steps over code points of every length", "[base]") {
  const std::string text = "aé汉𠮷";
  CHECK(utf8::to_utf32(text) == U"aé汉𠮷");
  CHECK(utf8::from_utf32(U"aé汉𠮷") == text);
  CHECK(utf8::count(text) == 4);
  CHECK(utf8::last(text) == U'𠮷');
  CHECK(utf8::first("汉a") == U'汉');
}

TEST_CASE("counting takes no notice of where a character lies", "[base]") {
  for (std::size_t before = 0; before < 24; ++before) {
    const std::string text = std::string(before, 'a') + "é汉字𠮷，" + std::string(before, 'b');
    CHECK(utf8::count(text) == 2 * before + 5);
  }
}

TEST_CASE("an invalid byte is named behind any length of text", "[base][faults]") {
  for (std::size_t before = 0; before < 8; ++before) {
    const std::string plain = std::string(before, 'a') + "汉é字𠮷" + std::string(before, 'b');
    CHECK_FALSE(utf8::first_invalid(plain));
    CHECK(utf8::first_invalid(plain + "\xe6\xb1") == plain.size());
    CHECK(utf8::first_invalid(plain + "\xed\xa0\x80字") == plain.size());
    CHECK(utf8::first_invalid(plain + "\xe0\x80\x80字") == plain.size());
  }
}

TEST_CASE("the first invalid byte is named", "[base][faults]") {
  CHECK_FALSE(utf8::first_invalid("汉字 ok 𠮷"));
  CHECK(utf8::first_invalid("ok\xff") == 2u);
  CHECK(utf8::first_invalid("\xc0\xaf") == 0u);          // overlong
  CHECK(utf8::first_invalid("a\xed\xa0\x80") == 1u);     // a surrogate
  CHECK(utf8::first_invalid("\xe6\xb1") == 0u);          // cut short
  CHECK(utf8::first_invalid("\xf4\x90\x80\x80") == 0u);  // past U+10FFFF
}

TEST_CASE("UTF-16BE has surrogate pairs for supplementary hanzi", "[base]") {
  CHECK(utf8::to_utf16be("A汉") == std::string("\0A\x6c\x49", 4));
  CHECK(utf8::to_utf16be("𠮷") == std::string("\xd8\x42\xdf\xb7", 4));
}
