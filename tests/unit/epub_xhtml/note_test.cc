#include <catch2/catch.hpp>

#include "tests/unit/epub_xhtml/rendered.h"

using namespace keben;
using namespace keben::test;
using namespace keben::model;
using Catch::Contains;

namespace {

Note note(Blocks children) {
  return {{}, "n", std::move(children), 0};
}

}  // namespace

TEST_CASE("a mark is plain text in its link; the way back comes first in the note",
          "[xhtml][epub-23]") {
  CHECK(render({paragraph(Inlines{text("文"), note_mark(0)})}, {note({paragraph("注")})}).body() ==
        "<p>文<sup><a class=\"noteref\" epub:type=\"noteref\" role=\"doc-noteref\" href=\"#e1n1\" "
        "id=\"e1r1\">1</a></sup></p>\n"
        "</section>\n"
        "<section class=\"notes\" epub:type=\"footnotes\" aria-label=\"注释\">\n"
        "<aside epub:type=\"footnote\" role=\"doc-footnote\" id=\"e1n1\">"
        "<p><a class=\"backlink\" href=\"#e1r1\" role=\"doc-backlink\" aria-label=\"返回正文 "
        "1\">1</a> "
        "注</p></aside>\n"
        "</section>");
}

TEST_CASE("each of several references has an id and a way back", "[xhtml][epub-23]") {
  const std::string file =
      render({paragraph(Inlines{note_mark(0), note_mark(0)})}, {note({paragraph("注")})}).file;
  CHECK_THAT(file, Contains("id=\"e1r1\"") && Contains("id=\"e1r1-2\""));
  CHECK_THAT(file, Contains("href=\"#e1r1\" role") && Contains("href=\"#e1r1-2\" role"));
}

TEST_CASE("a note that begins with code, or is empty, still has its way back", "[xhtml]") {
  const std::string file = render({paragraph(Inlines{note_mark(0), note_mark(1)})},
                                  {note({{{}, CodeBlock{{}, {}, {}, "x\n"}}}), note({})})
                               .file;
  CHECK_THAT(file, Contains("aria-label=\"返回正文 1\">1</a> </p><pre>"));
  CHECK_THAT(file, Contains("aria-label=\"返回正文 2\">2</a> </p></aside>"));
}

TEST_CASE("notes stand in the file that first refers to them; others point there",
          "[xhtml][epub-23]") {
  const Collection book =
      book_of(essay("a.md", "文",
                    {heading(1, "一"), paragraph(Inlines{note_mark(0)}), heading(1, "二"),
                     paragraph(Inlines{note_mark(1), note_mark(0)})},
                    {note({paragraph("甲")}), note({paragraph("乙")})}));
  const std::string first = render(book, {{0}, 0}).file;
  const std::string second = render(book, {{0}, 1}).file;
  CHECK_THAT(first, Contains("id=\"e1n1\"") && !Contains("id=\"e1n2\"") && !Contains("r1-2"));
  CHECK_THAT(second, Contains("id=\"e1n2\"") && Contains("href=\"e1-1.xhtml#e1n1\" id=\"e1r1-2\""));
}

TEST_CASE("twenty thousand notes are written in linear time", "[xhtml][time]") {
  Inlines marks;
  std::vector<Note> notes;
  for (std::uint32_t n = 0; n < 20'000; ++n) {
    marks.push_back(note_mark(n));
    notes.push_back(note({paragraph("注")}));
  }
  CHECK_THAT(render({paragraph(marks)}, notes).file, Contains("id=\"e1n20000\""));
}
