#include "unicode/emoji.h"

#include <catch2/catch.hpp>

using namespace keben::unicode;

TEST_CASE("pictures by default, flags and sequences are emoji", "[unicode][uts51]") {
  for (const char* cluster :
       {"👧", "🇨🇳", "👨‍👩‍👧", "👍🏽", "⌚", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"})
    CHECK(is_emoji_cluster(cluster));
}

TEST_CASE("a variation selector decides against the default", "[unicode][uts51]") {
  CHECK(is_emoji_cluster("❤\uFE0F"));
  CHECK(is_emoji_cluster("1\uFE0F\u20E3"));
  CHECK(is_emoji_cluster("㊙\uFE0F"));
  CHECK_FALSE(is_emoji_cluster("⌚\uFE0E"));
}

TEST_CASE("a skin tone or a join makes a picture of its base", "[unicode][uts51]") {
  CHECK(is_emoji_cluster("☝🏽"));
  CHECK(is_emoji_cluster("🕵\u200D♂"));
}

TEST_CASE("text stays text", "[unicode][uts51]") {
  for (const char* cluster : {"", "汉", "a", "1", "©", "❤", "㊙", "葛\U000E0100", "1\u0301", "é"})
    CHECK_FALSE(is_emoji_cluster(cluster));
}
