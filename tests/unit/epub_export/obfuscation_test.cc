#include "epub/export/detail/obfuscation.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace keben;

TEST_CASE("an obfuscated font differs in its first 1,040 bytes alone", "[export][epub-32]") {
  const Bytes font(3000, 'f');
  const Bytes changed = epub::obfuscated(font, "urn:uuid:1");
  CHECK(changed.size() == font.size());
  CHECK(changed.substr(0, 20) != font.substr(0, 20));
  CHECK(changed.substr(1040) == font.substr(1040));
  CHECK(epub::obfuscated(changed, "urn:uuid:1") == font);
  CHECK(epub::obfuscated(font, " urn:uuid:\n1\t") == changed);  // white space is no part of it
  CHECK(epub::obfuscated(font, "urn:uuid:2") != changed);
}

TEST_CASE("the key is the identifier's SHA-1", "[export][epub-32]") {
  // SHA-1("abc") begins with A9 99 3E 36 (FIPS 180-4).
  const Bytes changed = epub::obfuscated(Bytes(20, '\0'), "abc");
  CHECK(changed.substr(0, 4) == "\xA9\x99\x3E\x36");
}

TEST_CASE("each obfuscated font is named where reading systems look", "[export][epub-32]") {
  const std::vector<std::string> files = {"epub/fonts/song.otf", "epub/fonts/hei.otf"};
  const Bytes xml = epub::encryption_xml(files);
  CHECK(xml.find("URI=\"epub/fonts/song.otf\"") != Bytes::npos);
  CHECK(xml.find("URI=\"epub/fonts/hei.otf\"") != Bytes::npos);
  CHECK(xml.find("http://www.idpf.org/2008/embedding") != Bytes::npos);
}
