// Where the books go: beside the text, where -o says, or to standard output.
#include <catch2/catch.hpp>

#include "tests/program/desk.h"

using namespace keben::test;
using Names = std::set<std::string>;

TEST_CASE("both books are made beside the input and their names printed", "[outputs]") {
  const Desk desk;
  desk.write("文/西湖.md", short_essay());
  const Ended run = desk.keben({"文/西湖.md"});
  CHECK(run.code == 0);
  CHECK(run.err == "");
  CHECK(run.out == "文/西湖.epub\n文/西湖.pdf\n");
  CHECK(desk.names() == Names{"文", "文/西湖.md", "文/西湖.epub", "文/西湖.pdf"});
  CHECK(desk.read("文/西湖.epub").substr(30, 28) == "mimetypeapplication/epub+zip");
  CHECK(desk.read("文/西湖.pdf").starts_with("%PDF-1."));
  CHECK(desk.read("文/西湖.md") == short_essay());
}

TEST_CASE("several -o make several books, the format by the suffix", "[outputs]") {
  const Desk desk;
  desk.write("essay.md", short_essay());
  desk.write("out/keep", "");
  const Ended run = desk.keben({"essay.md", "-o", "out/a.epub", "-o", "b.PDF", "--output=c.epub"});
  CHECK(run.code == 0);
  CHECK(run.out == "out/a.epub\nb.PDF\nc.epub\n");
  CHECK(desk.names() == Names{"essay.md", "out", "out/keep", "out/a.epub", "b.PDF", "c.epub"});
  CHECK(desk.read("out/a.epub") == desk.read("c.epub"));
}

TEST_CASE("--to chooses among the books beside the input", "[outputs]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  CHECK(desk.keben({"a.md", "--to", "epub"}).out == "a.epub\n");
  CHECK(desk.names() == Names{"a.md", "a.epub"});
  CHECK(desk.keben({"a.md", "-t", "pdf"}).out == "a.pdf\n");
  CHECK(desk.keben({"a.md", "-t", "pdf", "-t", "epub"}).out == "a.epub\na.pdf\n");
}

TEST_CASE("--to names the format of an output whose suffix says none", "[outputs]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  CHECK(desk.keben({"a.md", "-o", "book", "--to", "pdf"}).code == 0);
  CHECK(desk.read("book").starts_with("%PDF-"));
}

TEST_CASE("a folder becomes books of its name beside it", "[outputs]") {
  const Desk desk;
  desk.write("v1.0 文集/10.md", "# 第十篇\n\n末尾的一篇。\n");
  desk.write("v1.0 文集/9.md", "# 第九篇\n\n前面的一篇。\n");
  desk.write("v1.0 文集/README.md", "# 序\n\n开卷之言。\n");
  desk.write("v1.0 文集/草稿.md", "---\ntitle: 未写完\ndraft: true\n---\n\n还没有写完。\n");
  const Ended run = desk.keben({"v1.0 文集/", "--ui-lang", "zh"});
  CHECK(run.code == 0);
  CHECK(run.out == "v1.0 文集.epub\nv1.0 文集.pdf\n");
  CHECK(has(run.err, "note[draft-left-out]"));
  REQUIRE(desk.names().contains("v1.0 文集.epub"));
  REQUIRE(desk.names().contains("v1.0 文集.pdf"));
  const std::string text = xhtml_of(desk.path("v1.0 文集.epub"));
  CHECK(text.find("开卷之言") < text.find("前面的一篇"));
  CHECK(text.find("前面的一篇") < text.find("末尾的一篇"));
  CHECK(has(text, "末尾的一篇"));
  CHECK_FALSE(has(text, "还没有写完"));
}

TEST_CASE("the books of `.` lie in the folder itself, called as the book is", "[outputs]") {
  const Desk desk;
  desk.write("文集/a.md", "# 甲\n\n文。\n");
  desk.write("文集/b.md", "# 乙\n\n文。\n");
  const auto in_folder = [&](std::vector<std::string> arguments, const char* folder = "文集") {
    arguments.insert(arguments.end(), {"--to", "epub", "--cover", "none"});
    return desk.keben(arguments, {.folder = desk.path(folder)}).out;
  };
  CHECK(in_folder({"."}) == "文集.epub\n");
  CHECK(in_folder({"./"}) == "文集.epub\n");
  CHECK(in_folder({".", "--title", "茶/书"}) == "茶-书.epub\n");
  desk.write("文集/c/d.txt", "");
  CHECK(in_folder({".."}, "文集/c") == "../文集.epub\n");
  desk.write("文集/keben.yaml", "title: .酒书\n");
  CHECK(in_folder({"keben.yaml"}) == "_.酒书.epub\n");
  CHECK(in_folder({"."}) == "_.酒书.epub\n");
  CHECK(desk.names() == Names{"文集", "文集/a.md", "文集/b.md", "文集/c", "文集/c/d.txt",
                              "文集/keben.yaml", "文集/文集.epub", "文集/茶-书.epub",
                              "文集/_.酒书.epub"});
  CHECK(desk.keben({"文集/c/..", "--to", "epub"}).out == "文集.epub\n");
}

TEST_CASE("several files become one book in the order given", "[outputs]") {
  const Desk desk;
  desk.write("b.md", "# 乙\n\n乙的正文。\n");
  desk.write("a.md", "# 甲\n\n甲的正文。\n");
  CHECK(desk.keben({"b.md", "a.md", "-o", "文集.epub"}).code == 0);
  const std::string text = xhtml_of(desk.path("文集.epub"));
  CHECK(text.find("乙的正文") < text.find("甲的正文"));
  CHECK(has(text, "甲的正文"));
  const Ended unnamed = desk.keben({"b.md", "a.md"});
  CHECK(unnamed.code == 2);
  CHECK(has(unnamed.err, "error[output-missing]"));
}

TEST_CASE("- reads standard input, more of it than a pipe holds", "[outputs]") {
  const Desk desk;
  const std::string text = long_text();
  REQUIRE(text.size() > 1u << 19);
  CHECK(desk.keben({"-", "-o", "a.epub"}, {.input = text}).code == 0);
  CHECK(has(xhtml_of(desk.path("a.epub")), "第60章"));
  const Ended unnamed = desk.keben({"-"}, {.input = short_essay()});
  CHECK(unnamed.code == 2);
  CHECK(has(unnamed.err, "error[output-missing]"));
  const Ended twice = desk.keben({"-", "-", "-o", "b.epub"}, {.input = short_essay()});
  CHECK(twice.code == 2);
  CHECK(desk.names() == Names{"a.epub"});
}

TEST_CASE("-o - puts the book on standard output and nothing else", "[outputs]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  for (const std::string format : {"epub", "pdf"}) {
    REQUIRE(desk.keben({"a.md", "--to", format}).code == 0);
    const Ended run = desk.keben({"a.md", "-o", "-", "--to", format});
    CHECK(run.code == 0);
    CHECK(run.err == "");
    CHECK((run.out == desk.read("a." + format)));
    const Ended piped = desk.keben({"-", "-o", "-", "--to", format}, {.input = short_essay()});
    CHECK(piped.code == 0);
    CHECK(piped.err == "");
    CHECK(piped.out.substr(0, 5) == run.out.substr(0, 5));
  }
  CHECK(desk.names() == Names{"a.md", "a.epub", "a.pdf"});
}

TEST_CASE("-o - takes one format, and no JSON beside it", "[outputs]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  const Ended formless = desk.keben({"a.md", "-o", "-"});
  CHECK(formless.code == 2);
  CHECK(has(formless.err, "error[output-format]"));
  const Ended json = desk.keben({"a.md", "-o", "-", "-t", "epub", "--json"});
  CHECK(json.code == 2);
  CHECK(has(json.err + json.out, "output-json"));
  CHECK(desk.names() == Names{"a.md"});
}

TEST_CASE("a file whose name is a command is written ./check", "[outputs]") {
  const Desk desk;
  desk.write("check", "# 检查\n\n这是一篇文章。\n");
  const Ended bare = desk.keben({"check"});
  CHECK(bare.code == 2);
  CHECK(has(bare.err, "error[no-input]"));
  CHECK(desk.keben({"./check", "--to", "epub"}).out == "./check.epub\n");
  CHECK(desk.names() == Names{"check", "check.epub"});
}

TEST_CASE("check makes no files and fails where something is wrong", "[outputs]") {
  const Desk desk;
  desk.write("good.md", short_essay());
  desk.write("bad.md", "# 一\n\n![西湖](无此图.png)\n");
  const Ended good = desk.keben({"check", "good.md"});
  CHECK(good.code == 0);
  CHECK(good.out == "");
  const Ended bad = desk.keben({"check", "bad.md"});
  CHECK(bad.code == 1);
  CHECK(has(bad.err, "bad.md:3:1: warning[image-missing]"));
  CHECK(desk.names() == Names{"good.md", "bad.md"});
}

TEST_CASE("an input is never overwritten, whatever it is called", "[outputs]") {
  const Desk desk;
  desk.write("essay.epub", short_essay());
  desk.write("essay.pdf", short_essay());
  for (const char* name : {"essay.epub", "./essay.epub", "essay.pdf"}) {
    const Ended run = desk.keben({name});
    CHECK(run.code == 2);
    CHECK(has(run.err, "error[output-is-input]"));
  }
  CHECK((desk.read("essay.epub") == short_essay()));
  CHECK((desk.read("essay.pdf") == short_essay()));
  CHECK(desk.names() == Names{"essay.epub", "essay.pdf"});
}

TEST_CASE("names that begin with a dash follow --", "[outputs]") {
  const Desk desk;
  desk.write("-v.md", short_essay());
  CHECK(desk.keben({"--to", "epub", "--", "-v.md"}).code == 0);
  CHECK(desk.names() == Names{"-v.md", "-v.epub"});
}
