#include "assets/sniff.h"

#include <catch2/catch.hpp>

#include "tests/unit/assets/pictures.h"

using namespace keben;
using namespace keben::assets;
using namespace std::string_literals;

TEST_CASE("a picture is known by its first bytes", "[assets][faults-images]") {
  CHECK(sniff(test::png()).type == MediaType::png);
  CHECK(sniff(test::jpeg()).type == MediaType::jpeg);
  CHECK(sniff(test::gif()).type == MediaType::gif);
  CHECK(sniff(test::webp(true, false)).type == MediaType::webp);
  CHECK(sniff("<svg xmlns='http://www.w3.org/2000/svg'/>").type == MediaType::svg);
  CHECK(sniff("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <html> -->\n"
              "<!DOCTYPE svg [<!ENTITY a 'b'>]>\n<svg:svg/>")
            .type == MediaType::svg);
  CHECK(sniff("\0\0\0\x1C"
              "ftypavif\0\0\0\0"s)
            .type == MediaType::avif);
  CHECK(sniff("BM\x46\0\0\0\0\0\0\0\x36\0\0\0"s).type == MediaType::bmp);
  CHECK(sniff("II*\0\x08\0\0\0"s).type == MediaType::tiff);
  CHECK(sniff("MM\0*\0\0\0\x08"s).type == MediaType::tiff);
}

TEST_CASE("what cannot be shown is named", "[assets][faults-images]") {
  const auto named = [](BytesView bytes) {
    const Sniffed is = sniff(bytes);
    CHECK_FALSE(is.type);
    return is.name;
  };
  CHECK(named("\0\0\0\x18"
              "ftypheic\0\0\0\0"s) == "HEIC");
  CHECK(named("\0\0\0\x18"
              "ftypisom\0\0\0\0"s) == "MP4");
  CHECK(named("%PDF-1.7\n") == "PDF");
  CHECK(named("\0\0\1\0\1\0"s) == "ICO");
  CHECK(named("\xFF\x0A\xFA") == "JPEG XL");
}

TEST_CASE("a server's page is told apart from other text", "[assets][faults-network]") {
  CHECK(sniff("<!DOCTYPE html><html>").name == "HTML");
  CHECK(sniff("\n  <HTML lang=zh>").name == "HTML");
  CHECK(sniff("<!-- moved --><body>404</body>").name == "HTML");
  CHECK(sniff("<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>").name == "XML");
  CHECK(sniff("找不到该图片").name == "text");
  CHECK(sniff("BMW builds cars").name == "text");
  CHECK(sniff("").name == "empty");
  CHECK(sniff("\x01\x02\x03\x04").name == "unknown");
  CHECK(sniff("<svgx>").name == "text");
}

TEST_CASE("the size is read from the header alone", "[assets]") {
  const auto size = [](MediaType type, const Bytes& bytes, std::size_t head) {
    return size_of(type, bytes.substr(0, head));
  };
  CHECK(size(MediaType::png, test::png(), 40) == PixelSize{{9}, {7}});
  CHECK(size(MediaType::gif, test::gif(), 13) == PixelSize{{5}, {9}});
  CHECK(size(MediaType::webp, test::webp(true, false), 40) == PixelSize{{6}, {4}});
  const Bytes jpeg = test::jpeg({.progressive = true});
  CHECK(size(MediaType::jpeg, jpeg, jpeg.size() / 2) == PixelSize{{16}, {8}});
  CHECK(size(MediaType::jpeg, test::jpeg({.orientation = 6}), 1000) == PixelSize{{8}, {16}});
}

TEST_CASE("a broken header has no size", "[assets][faults-images]") {
  CHECK_FALSE(size_of(MediaType::png, test::png().substr(0, 20)));
  CHECK_FALSE(size_of(MediaType::jpeg, "\xFF\xD8\xFF\xE0\xFF\xFF"));
  CHECK_FALSE(size_of(MediaType::jpeg, "\xFF\xD8\xFF\xD9"));
  CHECK_FALSE(size_of(MediaType::jpeg, "\xFF\xD8\xFF\xC0\x00\x03\x08"s));
  CHECK_FALSE(size_of(MediaType::gif, "GIF89a"));
  CHECK_FALSE(size_of(MediaType::webp, "RIFF\0\0\0\0WEBPVP8 "s));
}
