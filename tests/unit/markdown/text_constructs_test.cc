// Wiki links, ruby, emoji names, inline notes: what is one, and what only looks like one.
#include <catch2/catch.hpp>

#include "model/inline.h"
#include "tests/unit/markdown/reading.h"

using namespace keben;
using namespace keben::test;

namespace {

std::string alone(const std::string& text) {
  return "paragraph\n  text \"" + text + "\"\n";
}

std::string tree_in(config::Dialect dialect, const std::string& text) {
  config::ReadOptions options;
  options.dialect = dialect;
  return read(text, "essay.md", options).tree();
}

}  // namespace

TEST_CASE("no construct of ours is read in the plain dialects", "[markdown][text]") {
  const std::string text = "[[a]] {漢|か} [漢]^(か) ｜漢《か》 :smile: ^[甲 乙] ==a== ++b++ \uFF08";
  CHECK(tree_in(config::Dialect::gfm, text) == alone(text));
  CHECK(tree_in(config::Dialect::commonmark, text) == alone(text));
}

TEST_CASE("openers that nothing closes stay as they were written", "[markdown][text]") {
  for (const char* text :
       {"[[a", "[[", "{漢|か", "[漢]^(か", "｜漢《か", ":smile", "^[甲 乙", "![[a.png",
        "![](a b.png", "[a](http", "{漢|}", "{|か}", "｜《か》", "[[]]", "[]^(か)"}) {
    CHECK(tree_of(text) == alone(text));
  }
}

TEST_CASE("a construct in a text that the parser cut in pieces is found", "[markdown][text]") {
  CHECK(tree_of("[[a_b_c|d*e]]") == "paragraph\n  link #0 \"a_b_c\"\n    text \"d*e\"\n");
  CHECK(tree_of("[[a & b]]") == "paragraph\n  link #0 \"a & b\"\n    text \"a & b\"\n");
}

// --- Wiki links --------------------------------------------------------------------------------

TEST_CASE("a wiki link's page is a path and no address", "[markdown][wiki]") {
  CHECK(tree_of("[[为何: 100%?#一]]") ==
        "paragraph\n  link #0 \"为何%3A 100%25%3F#一\"\n    text \"为何: 100%?#一\"\n");
}

TEST_CASE("sites' own double brackets are no links", "[markdown][wiki]") {
  CHECK(read("[[toc]]").blocks().empty());
  for (const char* text : {"[[ -f x ]]", "[[1, 2], [3, 4]]", "[[:alpha:]]", "[[1]]"})
    CHECK(tree_of(text) == alone(text));
}

TEST_CASE("a picture is embedded with its size or its words", "[markdown][wiki]") {
  CHECK(tree_of("字![[a b.png|300x200]]字") ==
        "paragraph\n  text \"字\"\n  image #0 \"a b.png\" width=2250/10pt\n  text \"字\"\n");
  CHECK(tree_of("字![[a.png|一图]]字") ==
        "paragraph\n  text \"字\"\n  image #0 \"a.png\"\n    text \"一图\"\n  text \"字\"\n");
}

TEST_CASE("in a link no other link begins", "[markdown][wiki]") {
  CHECK(tree_of("[见 [[a]] :heart:](b)") ==
        "paragraph\n  link #0 \"b\"\n    text \"见 [[a]] ❤️\"\n");
}

// --- Ruby --------------------------------------------------------------------------------------

TEST_CASE("each hanzi has its reading where there are as many", "[markdown][ruby]") {
  CHECK(tree_of("{東京|とう|きょう}") == "paragraph\n  ruby \"東\"^\"とう\" \"京\"^\"きょう\"\n");
  CHECK(tree_of("{汉字|hàn|zì}") == "paragraph\n  ruby \"汉\"^\"hàn\" \"字\"^\"zì\"\n");
  CHECK(tree_of("{汉字|ㄏㄢˋ|ㄗˋ}") == "paragraph\n  ruby \"汉\"^\"ㄏㄢˋ\" \"字\"^\"ㄗˋ\"\n");
  CHECK(tree_of("{東京都|とう|きょう}") == alone("{東京都|とう|きょう}"));
}

TEST_CASE("braces and bars of other use are text", "[markdown][ruby]") {
  for (const char* text : {"{男|女}", "{a|b}", "{漢|1}", "{{ 名 | safe }}", "{漢 字|かな}"})
    CHECK(tree_of(text) == alone(text));
}

TEST_CASE("a reading in brackets needs words", "[markdown][ruby]") {
  CHECK(tree_of("[Hugo]^(static site)") == "paragraph\n  ruby \"Hugo\"^\"static site\"\n");
  for (const char* text : {"[x]^(2)", "[a]^(n+1)", "[]^(か)", "[漢]^()", "[漢] ^(か)"})
    CHECK(tree_of(text) == alone(text));
}

TEST_CASE("a book's name behind a bar is no reading", "[markdown][ruby]") {
  for (const char* text : {"作者｜张三《红楼梦》", "来源｜某报《Nature》", "｜《か》"})
    CHECK(tree_of(text) == alone(text));
  CHECK(tree_of("｜汉字《hàn zì》") == "paragraph\n  ruby \"汉字\"^\"hàn zì\"\n");
}

// --- Emoji -------------------------------------------------------------------------------------

TEST_CASE("only GitHub's names are emoji", "[markdown][emoji]") {
  CHECK(tree_of(":smile::+1: :thumbsup:") == alone("😄👍 👍"));
  for (const char* text :
       {"10:30:00", ":---:", "a:b:c", "std::a::b", ":no_such:", ":octocat:", "1:100:2"})
    CHECK(tree_of(text) == alone(text));
  CHECK(tree_of("<code>:smile:</code>") == "paragraph\n  code \":smile:\"\n");
}

// --- Inline notes ------------------------------------------------------------------------------

TEST_CASE("notes in notes are notes, too", "[markdown][notes]") {
  const Reading reading = read("字^[甲 ^[乙 乙] 丙]。");
  REQUIRE(reading.document->notes.size() == 2);
  CHECK(model::dump(reading.document->notes[0].children).find("note-reference 1/0") !=
        std::string::npos);
}

TEST_CASE("a pattern is no note", "[markdown][notes]") {
  for (const char* text : {"^[a-z]+$", "^[^0-9]", "2^[3]"})
    CHECK(tree_of(text) == alone(text));
}

TEST_CASE("a note holds brackets and links", "[markdown][notes]") {
  const Reading reading = read("字^[见 [a] 与 [b](c)]");
  REQUIRE(reading.document->notes.size() == 1);
  const auto& words = std::get<model::Paragraph>(reading.document->notes[0].children[0].is);
  CHECK(model::plain_text(words.content) == "见 [a] 与 b");
}

// --- Escapes -----------------------------------------------------------------------------------

TEST_CASE("an escape keeps every opener text", "[markdown][text]") {
  CHECK(tree_of("\\[[a]] \\{漢|か} \\:smile: \\^[甲 乙] \\\\x") ==
        alone("[[a]] {漢|か} :smile: ^[甲 乙] \\\\x"));
  CHECK(tree_of("`\\[[a]] \\:smile:`") == "paragraph\n  code \"\\\\[[a]] \\\\:smile:\"\n");
  CHECK(tree_of("[x](a\\*b\\:c)") == "paragraph\n  link #0 \"a*b:c\"\n    text \"x\"\n");
  CHECK(tree_of("```\n\\[[a]]\n```") == "code-block \"\\\\[[a]]\\n\"\n");
}

TEST_CASE("escapes do not shift the places of messages", "[markdown][text]") {
  const Reading reading = read("\\[\\* ![](a b.png)");
  REQUIRE(reading.log.all().size() == 1);
  CHECK(reading.log.all()[0].code == "image-space");
  CHECK(reading.log.all()[0].at.first_column == 6);
}

TEST_CASE("a size behind a picture's address is its width", "[markdown][images]") {
  const auto image = [](const std::string& width) {
    return "figure\n  image #0 \"a.png\"" + width + "\n";
  };
  CHECK(tree_of("![](a.png =200x100)") == image(" width=1500/10pt"));
  CHECK(tree_of("![](a.png =50%x)") == image(" width=500/10%"));
  CHECK(tree_of("![](a.png =x100)") == image(""));
  CHECK(tree_of("![](a.png \"题\" =200x)")
            .starts_with("figure\n  image #0 \"a.png\" title=\"题\" width=1500/10pt\n"));
  CHECK(read("![](a.png =200x)").log.all().size() == 0);
  CHECK(tree_of("![](a.png =大)") == alone("![](a.png =大)"));
}

// --- Slips -------------------------------------------------------------------------------------

TEST_CASE("stars that stayed text are told of where they stand", "[markdown][slips]") {
  CHECK(read("**示例: ** x").said() == Said{"emphasis-literal:1"});
  CHECK(read("文\n\n字** 示例**字").said() == Said{"emphasis-literal:3"});
  for (const char* text :
       {"2 ** 3 ** 4", "**/*.md 与 **/*.c", "f(**args) 与 **args", "\\*\\*甲 \\*\\*", "**好**"})
    CHECK(read(text).said() == Said{});
}

TEST_CASE("a picture with a space in its address is one, and others stay text",
          "[markdown][slips]") {
  const Reading reading = read("字![甲](图 (1).png)字");
  CHECK(reading.tree() ==
        "paragraph\n  text \"字\"\n  image #0 \"图 (1).png\"\n    text \"甲\"\n  text \"字\"\n");
  CHECK(reading.said() == Said{"image-space:1"});
  CHECK(tree_of("![甲](乙 丙)") == alone("![甲](乙 丙)"));
}
