#include <catch2/catch.hpp>

#include "tests/unit/epub_xhtml/rendered.h"

using namespace keben;
using namespace keben::test;
using namespace keben::model;
using Catch::Contains;

TEST_CASE("hanzi get dots where Latin words get italics", "[xhtml][clreq-emphasis_dots]") {
  CHECK(body_of(Inlines{styled(Style::emphasis, {text("重")})}) ==
        "<p><em class=\"dots\">重</em></p>\n");
  CHECK(body_of(Inlines{styled(Style::emphasis, {text("word—“x”")})}) ==
        "<p><em>word—“x”</em></p>\n");
}

TEST_CASE("ruby is readable where it is not known", "[xhtml][epub-28]") {
  const Rendered out = render(Blocks{paragraph(Inlines{{{}, Ruby{{{"汉", "hàn"}, {"字", ""}}}}})});
  CHECK_THAT(out.file, Contains("<ruby>汉<rp>（</rp><rt>hàn</rt><rp>）</rp>字</ruby>"));
  CHECK(out.facts.ruby);
}

TEST_CASE("a stretch in another language says so twice", "[xhtml]") {
  CHECK(body_of(Inlines{{{}, Foreign{"ja", {text("木版")}}}}) ==
        "<p><span lang=\"ja\" xml:lang=\"ja\">木版</span></p>\n");
}

TEST_CASE("a link leads where the outline says, or is only words", "[xhtml][epub-27]") {
  CHECK(body_of(Inlines{link("https://a.b/中", {text("外")})}) ==
        "<p><a href=\"https://a.b/%E4%B8%AD\">外</a></p>\n");
  CHECK(body_of(Inlines{link("nowhere.md", {text("无")})}) == "<p>无</p>\n");
  CHECK_THAT(body_of({heading(1, "甲 乙"), paragraph(Inlines{link("#甲-乙", {text("此")})})}),
             Contains("<a href=\"#e1s1\">此</a>"));
}

TEST_CASE("no link stands in a link: a note's mark waits for its end", "[xhtml]") {
  const Note note{{}, "1", {paragraph("注")}, 0};
  CHECK_THAT(render({paragraph(Inlines{link("https://a.b/", {text("甲"), note_mark(0), text("乙")}),
                                       text("。")})},
                    {note})
                 .file,
             Contains("<a href=\"https://a.b/\">甲乙</a><sup><a class=\"noteref\""));
  CHECK_THAT(body_of(Inlines{link("https://a.b/", {link("https://c.d/", {text("内")})})}),
             Contains("<p><a href=\"https://a.b/\">内</a></p>"));
}

TEST_CASE("straight quotation marks become real ones in Chinese, and only there",
          "[xhtml][decisions-6]") {
  CHECK(body_of(Inlines{text("他说\""),
                        styled(Style::strong, {text("走")}),
                        text("\"。"),
                        {{}, CodeSpan{"\"x\""}}}) ==
        "<p>他说“<strong>走</strong>”。<code>\"x\"</code></p>\n");
  Document english = essay("a.md", "T", {paragraph("He said \"go\".")});
  english.meta.language = {"en", Convention::western};
  CHECK_THAT(render(book_of(english)).file, Contains("<p>He said \"go\".</p>"));
}

TEST_CASE("straight marks and apostrophes become those that were meant", "[xhtml]") {
  CHECK(body_of(Inlines{text("DeepSeek's 说\"好\"，don’t。")}) ==
        "<p>DeepSeek’s 说“好”，don’t。</p>\n");
}
