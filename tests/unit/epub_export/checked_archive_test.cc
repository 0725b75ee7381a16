// The container's bytes, by hand and by our own writer.
#include "epub/archive/container.h"
#include "tests/unit/epub_check/sound_book.h"

using namespace keben;
using namespace keben::test;
using Catch::Contains;

namespace {

Bytes packed() {
  const std::vector<SoundFile> files = sound_book();
  std::vector<epub::Entry> entries;
  for (const SoundFile& file : files)
    entries.push_back({file.name, file.content});
  Stages stages;
  return epub::make_container("epub/package.opf", entries, 0, Jobs{1}, stages).value();
}

std::string found_in(const Bytes& archive) {
  std::string out;
  for (const epub::Finding& finding : epub::check_archive(archive, Jobs{1}))
    out += epub::sentence(finding, UiLanguage::en) + "\n";
  return out;
}

/// With the byte at `at` changed.
std::string found_with(std::size_t at, char byte) {
  Bytes archive = packed();
  archive.at(at) = byte;
  return found_in(archive);
}

}  // namespace

TEST_CASE("what our writer packs is a sound archive", "[check][container]") {
  CHECK(found_in(packed()).empty());
  CHECK(epub::check_layout(packed()).empty());
}

TEST_CASE("mimetype comes first, stored and plain", "[check][container][epub-1]") {
  CHECK_THAT(found_with(30, 'M'), Contains("mimetype is not the first file"));
  CHECK_THAT(found_with(8, 8), Contains("mimetype is compressed"));
  CHECK_THAT(found_with(6, 8), Contains("mimetype has a data descriptor"));
  CHECK_THAT(found_with(28, 4), Contains("mimetype has an extra field"));
  CHECK_THAT(found_with(40, 'X'), Contains("does not say application/epub+zip"));
}

TEST_CASE("broken archives are told, not followed", "[check][container]") {
  CHECK_THAT(found_in("not a zip"), Contains("is no ZIP archive"));
  CHECK_THAT(found_in(""), Contains("is no ZIP archive"));
  CHECK_THAT(found_in(packed().substr(0, 400) + packed().substr(500)), !Contains("sound"));
  const Bytes whole = packed();
  for (std::size_t at = 0; at < whole.size(); ++at) {  // any byte: no crash, whatever it says
    Bytes damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    epub::check_archive(damaged, Jobs{1});
  }
  for (std::size_t length = 0; length < whole.size(); length += 7)
    CHECK_FALSE(epub::check_archive(whole.substr(0, length), Jobs{1}).empty());
}

TEST_CASE("data that do not match their checksum are told", "[check][container]") {
  Bytes archive = packed();
  const std::size_t at = archive.rfind("epub/img/1.png", archive.size() - 200);
  REQUIRE(at != Bytes::npos);
  archive[at + 14 + 3] = '!';
  CHECK_THAT(found_in(archive), Contains("epub/img/1.png has "));
}
