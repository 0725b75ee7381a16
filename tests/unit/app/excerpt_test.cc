#include "app/excerpt.h"

#include <catch2/catch.hpp>
#include <string>

#include "base/utf8.h"

using namespace keben;
using app::excerpt;
using app::printable;

namespace {

std::string shown(const std::string& text, SourceSpan at) {
  SourceMap sources;
  at.file = sources.add("a.md", text);
  return excerpt(at, sources);
}

SourceSpan on_line(std::uint32_t line, std::uint16_t first, std::uint16_t last) {
  return {line, line, first, last, {}};
}

}  // namespace

TEST_CASE("an excerpt shows the line and points at the place", "[app][excerpt]") {
  CHECK(shown("first\nsecond line\n", on_line(2, 1, 6)) ==
        "    2 | second line\n"
        "      | ^~~~~~\n");
  CHECK(shown("abc\n", on_line(1, 3, 3)) ==
        "    1 | abc\n"
        "      |   ^\n");
}

TEST_CASE("hanzi are two columns wide, before the place and under it", "[app][excerpt]") {
  CHECK(shown("西湖ab晴天\n", on_line(1, 3, 5)) ==
        "    1 | 西湖ab晴天\n"
        "      |     ^~~~\n");
}

TEST_CASE("a place of several lines is shown by its first", "[app][excerpt]") {
  CHECK(shown("one\ntwo\nthree\n", {1, 3, 2, 2, {}}) ==
        "    1 | one\n"
        "      |  ^\n");
}

TEST_CASE("a long line is cut around the place", "[app][excerpt]") {
  std::string line(500, 'a');
  line += "HERE";
  line.append(500, 'b');
  const std::string text = shown(line, on_line(1, 501, 504));
  const std::size_t second = text.find('\n') + 1;
  CHECK(text.size() < 300);
  CHECK(text.find("…aaa") != std::string::npos);
  CHECK(text.find("bbb…\n") != std::string::npos);
  // The mark stands under the place; the ellipsis is three bytes and one column.
  CHECK(text.find("HERE") - 2 == text.find('^') - second);
  CHECK(text.find("^~~~\n") != std::string::npos);
}

TEST_CASE("a place past the end of its line points behind it", "[app][excerpt]") {
  CHECK(shown("ab\n", on_line(1, 9, 9)) ==
        "    1 | ab\n"
        "      |   ^\n");
}

TEST_CASE("no place, no line, no text: no excerpt", "[app][excerpt]") {
  CHECK(shown("ab\n", SourceSpan{}) == "");
  CHECK(shown("ab\n", on_line(7, 1, 1)) == "");
  CHECK(shown("\n\n", on_line(1, 1, 1)) == "");
  CHECK(excerpt(on_line(1, 1, 1), SourceMap()) == "");
}

TEST_CASE("what cannot be printed is not", "[app][excerpt]") {
  CHECK(printable("a\x1b[31m\tb\n") == "a\\u001B[31m\\u0009b\\u000A");
  CHECK(printable("\u202E反\u2066向\uFEFF\u0085") == "\\u202E反\\u2066向\\uFEFF\\u0085");
  CHECK(printable("普通 text, 标点。🙂") == "普通 text, 标点。🙂");
  const std::string line = shown("a\x1b[2Jb\u202E\n", on_line(1, 1, 1));
  CHECK(line.find('\x1b') == std::string::npos);
  CHECK(line.find("\u202E") == std::string::npos);
}

TEST_CASE("line numbers keep their column up to five digits, and are whole beyond",
          "[app][excerpt]") {
  std::string text;
  for (int i = 0; i < 123'456; ++i)
    text += "x\n";
  CHECK(shown(text, on_line(99, 1, 1)).substr(0, 9) == "   99 | x");
  CHECK(shown(text, on_line(12'345, 1, 1)).substr(0, 9) == "12345 | x");
  CHECK(shown(text, on_line(123'456, 1, 1)).substr(0, 10) == "123456 | x");
}

TEST_CASE("a password in a line is masked, and the place stays under its word", "[app][excerpt]") {
  CHECK(shown("<https://user:secret@h/> 图\n", on_line(1, 26, 26)) ==
        "    1 | <https://***@h/> 图\n"
        "      |                  ^\n");
  CHECK(shown("![a](https://user:secret@h/a.png)\n", on_line(1, 1, 33)) ==
        "    1 | ![a](https://***@h/a.png)\n"
        "      | ^~~~~~~~~~~~~~~~~~~~~~~~~\n");
}
