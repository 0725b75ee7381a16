// A machine that lacks a library which is opened late: one line says what it is for and the package
// that brings it, and what does not need it is made (cmake/late.txt).
//
// The loader stops at the first file of a library's name; one that is empty is no library.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "late/avif.h"
#include "late/curl.h"
#include "late/fribidi.h"
#include "late/gif.h"
#include "late/harfbuzz.h"
#include "late/harfbuzz_subset.h"
#include "late/haru.h"
#include "late/hyphen.h"
#include "late/rsvg.h"
#include "late/tiff.h"
#include "late/webp.h"
#include "tests/program/desk.h"

using namespace keben::test;
using keben::LateLibrary;
namespace late = keben::late;

namespace {

/// Surroundings in which one library is missing.
Surroundings without(const Desk& desk, const LateLibrary& library) {
  desk.write(std::string("lib/") + library.name().file, "");
  Surroundings around;
  around.environment = {{"LD_LIBRARY_PATH", desk.path("lib").string()},
                        {"XDG_CACHE_HOME", desk.path("cache").string()}};
  return around;
}

std::string install_line(const LateLibrary& library) {
  return std::string("apt install ") + library.name().package;
}

/// The lines that speak of a library that is missing.
std::size_t lines_of_missing(const Ended& ended) {
  return count(ended.err, "[library-missing]");
}

}  // namespace

TEST_CASE("without libcurl a picture on the web is missing, and the books are made",
          "[program][libraries]") {
  const Desk desk;
  desk.write("a.md", "# 题\n\n正文。\n\n![西湖](https://example.com/x.png)\n");
  const Ended ended = desk.keben({"a.md"}, without(desk, late::curl));
  INFO(ended.err);
  CHECK(ended.code == 0);
  CHECK(has(ended.err, "a.md:5:1: warning"));
  CHECK(has(ended.err, "it fetches pictures from the web"));
  CHECK(has(ended.err, install_line(late::curl)));
  CHECK_FALSE(has(ended.err, "memory"));
  CHECK(desk.names().count("a.epub") == 1);
  CHECK(desk.names().count("a.pdf") == 1);
}

TEST_CASE("without HarfBuzz there is no PDF, and the EPUB is made without a drawn cover",
          "[program][libraries]") {
  const Desk desk;
  desk.write("a.md", "# 题\n\n正文。\n");
  const Ended ended = desk.keben({"a.md"}, without(desk, late::harfbuzz));
  INFO(ended.err);
  CHECK(ended.code == 3);
  CHECK(lines_of_missing(ended) == 1);
  CHECK(has(ended.err, "it sets the type of PDFs and covers"));
  CHECK(has(ended.err, install_line(late::harfbuzz)));
  CHECK(has(ended.err, "warning[cover-failed]"));
  CHECK_FALSE(has(ended.err, "font"));
  CHECK(desk.names().count("a.epub") == 1);
  CHECK(desk.names().count("a.pdf") == 0);
}

TEST_CASE("without libharu there is no PDF, and the EPUB is made", "[program][libraries]") {
  const Desk desk;
  desk.write("a.md", "# 题\n\n正文。\n");
  const Ended ended = desk.keben({"a.md"}, without(desk, late::haru));
  INFO(ended.err);
  CHECK(ended.code == 3);
  CHECK(lines_of_missing(ended) == 1);
  CHECK(has(ended.err, "it writes PDFs"));
  CHECK(desk.names().count("a.epub") == 1);
}

TEST_CASE("what cannot be cut, divided or turned for want of a library is said once",
          "[program][libraries]") {
  struct Row {
    const LateLibrary* library;
    std::string text, says;
    int code;
  };
  const std::vector<Row> rows = {
      {&late::harfbuzz_subset, "正文。", "it cuts faces", 3},
      {&late::hyphen,
       "字 extraordinary internationalization 一段较长的文字 extraordinary internationalization "
       "一段较长的文字 extraordinary internationalization",
       "it divides Western words", 0},
      {&late::fribidi, "שלום 中文\n\nשלום 再见", "it orders words that run from right to left", 0},
  };
  for (const Row& row : rows) {
    const Desk desk;
    desk.write("a.md", "# 题\n\n" + row.text + "\n");
    const Ended ended = desk.keben({"a.md", "--cover", "none"}, without(desk, *row.library));
    INFO(row.library->name().file << "\n" << ended.err);
    CHECK(ended.code == row.code);
    CHECK(lines_of_missing(ended) == 1);
    CHECK(has(ended.err, row.says));
    CHECK(desk.names().count("a.epub") == 1);
    CHECK(desk.names().count("a.pdf") == (row.code == 0 ? 1 : 0));
  }
}

TEST_CASE("a picture that no library can read says which, at its line", "[program][libraries]") {
  struct Row {
    const LateLibrary* library;
    std::string file, bytes;
  };
  using namespace std::string_literals;
  const std::vector<Row> rows = {
      {&late::webp, "a.webp",
       "RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0"s},
      {&late::avif, "a.avif", "\0\0\0\x1c"s + "ftypavif\0\0\0\0avifmif1miaf"s},
      {&late::tiff, "a.tiff", "II*\0\x08\0\0\0\0\0\0\0\0\0"s},
      {&late::gif, "a.gif",
       "GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"s},
      {&late::rsvg, "a.svg",
       "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 "
       "0h9\"/></svg>"},
  };
  for (const Row& row : rows) {
    const Desk desk;
    desk.write("a.md", "正文。\n\n![图](" + row.file + ")\n");
    desk.write(row.file, row.bytes);
    const Ended ended = desk.keben({"a.md", "-o", "a.epub"}, without(desk, *row.library));
    INFO(row.library->name().file << "\n" << ended.err);
    CHECK(ended.code == 0);
    CHECK(has(ended.err, "a.md:3:1: warning[library-missing]"));
    CHECK(lines_of_missing(ended) == 1);
    CHECK(has(ended.err, install_line(*row.library)));
  }
}
