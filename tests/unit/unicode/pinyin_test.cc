#include "unicode/pinyin.h"

#include <catch2/catch.hpp>

using namespace keben::unicode;

TEST_CASE("a title's key has a syllable for each hanzi", "[pinyin][epub-8]") {
  CHECK(pinyin_key("零一万物之死") == "ling yi wan wu zhi si");
  CHECK(pinyin_key("女排，2025 年的 AI 与我") == "nü pai 2025 nian de AI yu wo");
  CHECK(pinyin_key("漢字與鉛字") == "han zi yu qian zi");
}

TEST_CASE("a name's key begins with the surname's own reading", "[pinyin]") {
  CHECK(pinyin_name_key("李开复") == "Li Kai Fu");
  CHECK(pinyin_name_key("曾国藩") == "Zeng Guo Fan");
  CHECK(pinyin_key("曾国藩") == "ceng guo fan");
  CHECK(pinyin_name_key("尉迟恭") == "Yu Chi Gong");
  CHECK(pinyin_name_key("J. K. 罗琳") == "J K Luo Lin");
}

TEST_CASE("what cannot be read has no key", "[pinyin]") {
  CHECK_FALSE(pinyin_key(""));
  CHECK_FALSE(pinyin_key("On Printing"));
  CHECK_FALSE(pinyin_key("木版の話"));
  CHECK_FALSE(pinyin_key("한글과 漢字"));
  CHECK_FALSE(pinyin_key("𠀀字"));
}
