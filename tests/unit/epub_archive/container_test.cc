#include "epub/archive/container.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>

#include "epub/archive/deflate.h"
#include "epub/archive/dos_time.h"

using namespace keben;
using namespace keben::epub;

namespace {

std::uint32_t number(const Bytes& bytes, std::size_t at, std::size_t length) {
  std::uint32_t out = 0;
  for (std::size_t i = length; i-- > 0;)
    out = out << 8 | static_cast<unsigned char>(bytes.at(at + i));
  return out;
}

/// One entry as both of its headers have it.
struct Found {
  std::string name;
  std::uint32_t method, flags, extra, time, date, system, attributes, crc, size;
  Bytes stored;
};

/// Reads an archive by its central directory, and checks that the local headers agree.
std::vector<Found> entries_of(const Bytes& zip) {
  std::vector<Found> out;
  const std::size_t end = zip.size() - 22;
  REQUIRE(number(zip, end, 4) == 0x06054b50);
  std::size_t at = number(zip, end + 16, 4);
  for (std::uint32_t i = 0; i < number(zip, end + 10, 2); ++i) {
    const std::size_t local = number(zip, at + 42, 4);
    CHECK(zip.substr(at + 8, 20) == zip.substr(local + 6, 20));  // flags to size
    const std::uint32_t name = number(zip, at + 28, 2);
    const std::uint32_t extra = number(zip, at + 30, 2) + number(zip, local + 28, 2);
    out.push_back({zip.substr(at + 46, name), number(zip, at + 10, 2), number(zip, at + 8, 2),
                   extra, number(zip, at + 12, 2), number(zip, at + 14, 2),
                   number(zip, at + 4, 2) >> 8, number(zip, at + 38, 4), number(zip, at + 16, 4),
                   number(zip, at + 24, 4),
                   zip.substr(local + 30 + name, number(zip, at + 20, 4))});
    at += 46 + name;
  }
  return out;
}

std::string long_text() {
  std::string out;
  for (int i = 0; i < 3000; ++i)
    out += "第" + std::to_string(i % 97) + "段正文。";
  return out;
}

Bytes container(std::int64_t modified, unsigned jobs = 1) {
  const std::string words = long_text();
  const std::vector<Entry> entries{
      {"epub/package.opf", words}, {"epub/img/0001.png", "\x89PNG", false}, {"epub/empty.css", ""}};
  Stages stages;
  return make_container("epub/package.opf", entries, modified, Jobs{jobs}, stages).value();
}

}  // namespace

TEST_CASE("the container begins with its media type, bare", "[archive][ocf][epub-1]") {
  const Bytes zip = container(0);
  CHECK(zip.substr(0, 4) == "PK\3\4");
  CHECK(number(zip, 8, 2) == 0);   // stored
  CHECK(number(zip, 28, 2) == 0);  // no extra field
  CHECK(zip.substr(30, 28) == "mimetypeapplication/epub+zip");
  CHECK(zip.substr(58, 4) == "PK\3\4");  // no data descriptor between
}

TEST_CASE("entries are plain: no flags, extra fields, attributes or folders",
          "[archive][ocf][epub-2]") {
  const auto entries = entries_of(container(0));
  std::vector<std::string> names;
  for (const Found& entry : entries) {
    names.push_back(entry.name);
    CHECK(entry.flags == 0);
    CHECK(entry.extra == 0);
    CHECK(entry.system == 0);
    CHECK(entry.attributes == 0);
  }
  CHECK(names == std::vector<std::string>{"mimetype", "META-INF/container.xml", "epub/package.opf",
                                          "epub/img/0001.png", "epub/empty.css"});
}

TEST_CASE("deflated bytes go in as they were deflated, under the original's size and checksum",
          "[archive][performance]") {
  const std::string words = long_text();
  const Found package = entries_of(container(0))[2];
  const Packed packed = pack(words, true);
  CHECK(package.method == 8);
  CHECK(package.stored == packed.deflated);
  CHECK(package.stored.size() < words.size() / 4);
  CHECK(package.crc == packed.crc32);
  CHECK(package.size == words.size());
}

TEST_CASE("what is compressed already, or gains nothing, is stored", "[archive]") {
  const auto entries = entries_of(container(0));
  CHECK(entries[3].method == 0);
  CHECK(entries[3].stored == "\x89PNG");
  CHECK(entries[4].method == 0);
  CHECK(pack("ab", true).deflated.empty());
  CHECK(entries[3].crc == 0x5BEBBEA5);
}

TEST_CASE("a DOS time is UTC, even, and within its range", "[archive][dos-time]") {
  const auto stamp = [](int h, int m, int s, int year, int month, int day) {
    return DosTime{static_cast<std::uint16_t>(h << 11 | m << 5 | s / 2),
                   static_cast<std::uint16_t>((year - 1980) << 9 | month << 5 | day)};
  };
  CHECK(dos_time(1'737'807'845) == stamp(12, 24, 4, 2025, 1, 25));
  CHECK(dos_time(951'868'799) == stamp(23, 59, 58, 2000, 2, 29));
  CHECK(dos_time(0) == stamp(0, 0, 0, 1980, 1, 1));
  CHECK(dos_time(INT64_MAX) == stamp(23, 59, 58, 2107, 12, 31));
}

TEST_CASE("the same bytes in every time zone, also in the hour that summer time skips",
          "[archive][determinism][epub-3]") {
  constexpr std::int64_t kSkippedInNewYork = 1'741'487'400;  // 2025-03-09T02:30:00Z
  const char* zone = std::getenv("TZ");
  const std::string before = zone ? zone : "";
  std::vector<Bytes> made;
  for (const char* name : {"UTC", "America/New_York", "Asia/Tokyo"}) {
    setenv("TZ", name, 1);
    tzset();
    made.push_back(container(kSkippedInNewYork));
  }
  zone ? setenv("TZ", before.c_str(), 1) : unsetenv("TZ");
  tzset();
  CHECK(made[0] == made[1]);
  CHECK(made[0] == made[2]);
  for (const Found& entry : entries_of(made[1])) {
    CHECK(entry.time == dos_time(kSkippedInNewYork).time);
    CHECK(entry.date == dos_time(kSkippedInNewYork).date);
  }
}

TEST_CASE("the same bytes with any number of jobs", "[archive][determinism]") {
  CHECK(container(0, 1) == container(0, 8));
}
