#include "epub/xhtml/names.h"

#include <catch2/catch.hpp>

#include "tests/support/build.h"

using namespace keben;
using namespace keben::epub;
using namespace keben::test;

TEST_CASE("names are short, plain and say their place", "[xhtml][epub-2]") {
  Diagnostics log;
  const outline::Outline whole = outline::make_outline(book_of(essay("a.md", "文", {})), log);
  const outline::Outline cut = outline::make_outline(
      book_of(essay("a.md", "文", {heading(1, "一"), heading(2, "小"), heading(1, "二")})), log);
  CHECK(chapter_file(whole, {{0}, 0}) == "e1.xhtml");
  CHECK(chapter_file(cut, {{0}, 1}) == "e1-2.xhtml");
  CHECK(picture_file({0}, assets::MediaType::jpeg) == "0001.jpg");
  CHECK(picture_file({12344}, assets::MediaType::png) == "12345.png");
  CHECK(note_id({2}, {9}) == "e3n10");
  CHECK(note_mark_id({0}, {0}, 0) == "e1r1");
  CHECK(note_mark_id({0}, {0}, 2) == "e1r1-3");
}

TEST_CASE("what begins a file has no fragment", "[xhtml][kindle]") {
  Diagnostics log;
  const outline::Outline cut = outline::make_outline(
      book_of(essay("a.md", "文", {heading(1, "一"), heading(2, "小"), heading(1, "二")})), log);
  CHECK(place_of(cut, {{0}, std::nullopt}) == "e1-1.xhtml");
  CHECK(place_of(cut, {{0}, model::HeadingId{1}}) == "e1-1.xhtml#e1s2");
  CHECK(place_of(cut, {{0}, model::HeadingId{2}}) == "e1-2.xhtml");
}
