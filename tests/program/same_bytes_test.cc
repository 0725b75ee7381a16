// Same input, same bytes (product.md, "What happens with no flags"): both formats, any folder,
// locale, time zone, mask and number of jobs.
#include <fcntl.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/program/desk.h"

using namespace keben::test;

namespace {

struct Books {
  std::string epub;
  std::string pdf;
  bool operator==(const Books&) const = default;
};

/// A text with all that could differ: widths, numbers, dates, notes, a picture that is missing.
std::string varied_text() {
  return short_essay() +
         "\n\n比例是 3.14159，见注[^1]。\n\n[^1]: 注文一条。\n\n| 年 | 数 |\n|---|--:|\n| 2025 | "
         "1.5 |\n\n"
         "![西湖](无此图.png)\n\n```\ncode 0.5\n```\n\n> 引文一段。\n";
}

Books books_of(std::vector<std::string> arguments, Surroundings around = {}) {
  const Desk desk;
  desk.write("文/a.md", varied_text());
  arguments.insert(arguments.begin(), {"文/a.md", "--offline"});
  const Ended run = desk.keben(arguments, std::move(around));
  CHECK(run.code == 0);
  return {desk.read("文/a.epub"), desk.read("文/a.pdf")};
}

const Books& usual() {
  static const Books books = books_of({});
  return books;
}

/// German with a decimal comma, compiled for this test: few machines have it installed.
bool make_german(const Desk& desk) {
  const std::filesystem::path localedef = tool("localedef");
  if (localedef.empty()) return false;
  const Ended made = run(localedef, {"-i", "de_DE", "-f", "UTF-8", desk.path("de_DE.UTF-8")});
  return made.code <= 1 && std::filesystem::exists(desk.path("de_DE.UTF-8/LC_NUMERIC"));
}

}  // namespace

TEST_CASE("another folder, the same bytes", "[same-bytes]") {
  REQUIRE(usual().pdf.starts_with("%PDF-"));
  CHECK((books_of({}) == usual()));
}

TEST_CASE("any locale and time zone, the same bytes", "[same-bytes]") {
  CHECK((books_of({}, {.environment = {{"LANG", "C"}, {"LC_ALL", "C"}}}) == usual()));
  CHECK(
      (books_of({}, {.environment = {{"LANG", "zh_CN.UTF-8"}, {"TZ", "Asia/Tokyo"}}}) == usual()));
  CHECK((books_of({}, {.environment = {{"LC_ALL", "no_SUCH.locale"}, {"TZ", "Mars/Olympus"}}}) ==
         usual()));
}

TEST_CASE("a locale with a decimal comma, the same bytes", "[same-bytes]") {
  const Desk locales;
  if (!make_german(locales)) {
    // Debian's package `locales` has what it is made from; without it a claim about any locale is
    // made above.
    WARN("SKIPPED: no locale with a decimal comma can be made");
    return;
  }
  const std::map<std::string, std::string> german = {{"LOCPATH", locales.path("").string()},
                                                     {"LC_ALL", "de_DE.UTF-8"}};
  const Ended comma = run("/bin/bash", {"-c", "printf '%.1f' 0,5"}, {.environment = german});
  REQUIRE(comma.out == "0,5");
  CHECK((books_of({}, {.environment = german}) == usual()));
}

TEST_CASE("any mask, the same bytes", "[same-bytes]") {
  CHECK((books_of({}, {.mask = 077}) == usual()));
}

TEST_CASE("any number of jobs, the same bytes", "[same-bytes]") {
  CHECK((books_of({"--jobs", "1"}) == usual()));
  CHECK((books_of({"--jobs", "8"}) == usual()));
  const auto long_books = [](const char* jobs) {
    const Desk desk;
    desk.write("a.md", long_text());
    CHECK(desk.keben({"a.md", "--jobs", jobs}).code == 0);
    return Books{desk.read("a.epub"), desk.read("a.pdf")};
  };
  CHECK((long_books("1") == long_books("8")));
}

TEST_CASE("the file's own time is in neither book", "[same-bytes]") {
  const Desk desk;
  desk.write("文/a.md", varied_text());
  const timespec old[2] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
  REQUIRE(utimensat(AT_FDCWD, desk.path("文/a.md").c_str(), old, 0) == 0);
  REQUIRE(desk.keben({"文/a.md", "--offline"}).code == 0);
  CHECK((Books{desk.read("文/a.epub"), desk.read("文/a.pdf")} == usual()));
}

TEST_CASE("SOURCE_DATE_EPOCH wins over the dates in the text", "[same-bytes]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  const auto package = [&](Surroundings around) {
    REQUIRE(desk.keben({"a.md"}, std::move(around)).code == 0);
    const std::string container = entry_of(desk.path("a.epub"), "META-INF/container.xml");
    const std::size_t start = container.find("full-path=\"") + 11;
    return entry_of(desk.path("a.epub"),
                    container.substr(start, container.find('"', start) - start));
  };
  CHECK(has(package({}), ">2025-01-25T00:00:00Z<"));
  CHECK(has(desk.read("a.pdf"), "D:20250125000000"));
  CHECK(has(package({.environment = {{"SOURCE_DATE_EPOCH", "1000000000"}}}),
            ">2001-09-09T01:46:40Z<"));
  CHECK(has(desk.read("a.pdf"), "D:20010909014640"));
}

TEST_CASE("a bad SOURCE_DATE_EPOCH is a usage error, an empty one is none", "[same-bytes]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  for (const char* value :
       {"yesterday", "-1", "12.5", " 7", "1e9", "99999999999999999999", "9223372036854775807"}) {
    const Ended run = desk.keben({"a.md"}, {.environment = {{"SOURCE_DATE_EPOCH", value}}});
    INFO(value);
    CHECK(run.code == 2);
    CHECK(has(run.err, "error[source-date-epoch]"));
    CHECK(desk.names() == std::set<std::string>{"a.md"});
  }
  CHECK(desk.keben({"a.md"}, {.environment = {{"SOURCE_DATE_EPOCH", ""}}}).code == 0);
}
