#include "edition/alt_text.h"

#include <catch2/catch.hpp>

using namespace keben;

TEST_CASE("names of files and words for picture describe nothing", "[edition][epub-11]") {
  for (const char* alt : {"", "image.png", "IMG_2041", "202501251529574", "图片", "截图 2025-01-25",
                          "Screenshot 2025-01-25 12.00.01", "微信图片_20250125", "a.WebP"})
    CHECK_FALSE(edition::describes(alt));
  for (const char* alt : {"西湖的雪", "图片显示湖心亭", "Image of a bridge", "2024 年的西湖"})
    CHECK(edition::describes(alt));
}
