#include "base/byte_set.h"

#include <catch2/catch.hpp>
#include <string>

#include "base/byte_blocks.h"

using namespace keben;

TEST_CASE("a set finds the first of its bytes wherever it stands", "[base]") {
  constexpr ByteSet kMarks{"[!{:"};
  for (std::size_t before = 0; before < 3 * kBlock; ++before) {
    const std::string text = std::string(before, 'x') + "!..[";
    CHECK(kMarks.find_in(text) == before);
    CHECK(kMarks.find_in(text, before + 1) == before + 3);
    CHECK(kMarks.find_in(text, before + 4) == std::string::npos);
  }
  CHECK(kMarks.find_in("") == std::string::npos);
  CHECK(kMarks.find_in(std::string(100, 'x')) == std::string::npos);
}

TEST_CASE("a character of three bytes is found, and not its halves", "[base]") {
  for (std::size_t before = 0; before < 3 * kBlock; ++before) {
    const std::string commas = std::string(before % 3, 'x') + "，，，，，，，，";
    const std::string text = commas + std::string(before, 'x') + "｜里";
    CHECK(find_character(text, "｜") == commas.size() + before);
    CHECK(find_character(text, "｜", commas.size() + before + 1) == std::string::npos);
  }
  CHECK(find_character("，", "｜") == std::string::npos);
}
