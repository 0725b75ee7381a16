// A folder of essays becomes one book, in the order that its author gave it.
#include <catch2/catch.hpp>

#include "tests/program/desk.h"

using namespace keben::test;

namespace {

/// The titles of the table of contents, parts in brackets, as `--dump outline` has them.
std::string contents_of(const Desk& desk, std::vector<std::string> arguments) {
  for (const char* more : {"--dump", "outline"})
    arguments.emplace_back(more);
  const Ended run = desk.keben(arguments);
  CAPTURE(run.err);
  REQUIRE(run.code == 0);
  return run.out;
}

bool in_order(const std::string& text, const std::vector<std::string>& words) {
  std::size_t at = 0;
  for (const std::string& word : words) {
    at = text.find(word, at);
    if (at == std::string::npos) return false;
    at += word.size();
  }
  return true;
}

}  // namespace

TEST_CASE("series: SUMMARY.md gives order, parts and what is left out", "[series]") {
  const Desk desk;
  desk.write(
      "book/SUMMARY.md",
      "# 茶书\n\n## 上编\n\n- [水](water.md)\n\n## 下编\n\n- [火](fire.md)\n- [无](no.md)\n");
  desk.write("book/fire.md", "# 火候\n\n火大则老。\n");
  desk.write("book/water.md", "山水上，江水中。\n");
  desk.write("book/stray.md", "# 散页\n\n未列。\n");
  CHECK(in_order(contents_of(desk, {"book"}), {"上编", "水", "下编", "火候"}));
  const Ended run = desk.keben({"book", "-o", "t.epub", "--ui-lang", "en"});
  CHECK(run.code == 0);
  CHECK(has(run.err, "SUMMARY.md:10:1: warning[member-missing]: no such file: no.md"));
  CHECK(has(run.err, "note[member-unlisted]: book/stray.md is not in SUMMARY.md"));
  const std::string package = entry_of(desk.path("t.epub"), "epub/package.opf");
  CHECK(has(package, "茶书"));
  CHECK_FALSE(has(xhtml_of(desk.path("t.epub")), "散页"));
}

TEST_CASE("series: a sidebar in a hidden folder gives the order, and no code is run", "[series]") {
  const Desk desk;
  desk.write("docs/.vitepress/config.mts",
             "import { defineConfig } from 'vitepress'\nexport default defineConfig({\n"
             "  title: '茶书',\n  themeConfig: { sidebar: [\n    { text: '上编', items: [\n"
             "      { text: '水', link: '/water' },\n      { text: '火', link: '/fire' },\n"
             "    ] },\n  ] },\n})\n");
  desk.write("docs/fire.md", "# 火候\n\n老则不可食。\n");
  desk.write("docs/water.md", "# 论水\n\n山水上。\n");
  CHECK(in_order(contents_of(desk, {"docs"}), {"论水", "火候"}));
  CHECK(in_order(contents_of(desk, {"."}), {"上编", "论水", "火候"}));
}

TEST_CASE("series: --order and --group-by have their way", "[series]") {
  const Desk desk;
  desk.write("p/a.md", "---\ntitle: 甲\ndate: 2024-02-01\n---\n\n文。\n");
  desk.write("p/b.md", "---\ntitle: 乙\ndate: 2023-02-01\n---\n\n文。\n");
  CHECK(in_order(contents_of(desk, {"p"}), {"乙", "甲"}));
  CHECK(in_order(contents_of(desk, {"p", "--order", "name"}), {"甲", "乙"}));
  CHECK(in_order(contents_of(desk, {"p/", "--group-by", "year"}), {"2023", "乙", "2024", "甲"}));
  CHECK(desk.keben({"p", "--order", "size"}).code == 2);
}

TEST_CASE("series: a part whose drafts are left out is gone", "[series]") {
  const Desk desk;
  desk.write("p/SUMMARY.md",
             "## 一编\n\n- [甲](a.md)\n\n## 二编\n\n- [乙](b.md)\n\n## 三编\n\n- [丙](c.md)\n");
  desk.write("p/a.md", "# 甲\n\n文。\n");
  desk.write("p/b.md", "---\ndraft: true\n---\n\n# 乙\n\n文。\n");
  desk.write("p/c.md", "# 丙\n\n文。\n");
  const std::string contents = contents_of(desk, {"p"});
  CHECK(in_order(contents, {"一编", "甲", "三编", "丙"}));
  CHECK_FALSE(has(contents, "二编"));
}

TEST_CASE("series: a list does not lead out of its folder, by name or by link", "[series]") {
  const Desk desk;
  desk.write("secret.md", "# 秘密\n\n不可读。\n");
  desk.write("p/SUMMARY.md", "- [外](../secret.md)\n- [链](link.md)\n- [甲](a.md)\n");
  desk.write("p/a.md", "# 甲\n\n文。\n");
  desk.link(desk.path("secret.md"), "p/link.md");
  const Ended run = desk.keben({"p", "-o", "t.epub", "--ui-lang", "en"});
  CHECK(run.code == 0);
  CHECK(count(run.err, "warning[member-missing]") == 2);
  CHECK_FALSE(has(xhtml_of(desk.path("t.epub")), "不可读"));
}

TEST_CASE("series: keben.yaml describes a book, by name or by its folder", "[series]") {
  const Desk desk;
  desk.write("book/keben.yaml",
             "title: 茶书\nauthor: [陆某]\nlang: zh-TW\ncover: none\n"
             "series: {name: 饮馔丛书, number: 3}\n"
             "contents:\n  - part: 上编\n    chapters:\n      - {file: b.md, title: 论水}\n"
             "  - part: 下编\n    chapters: c/*.md\noutputs: [out.epub]\n");
  desk.write("book/b.md", "---\ntitle: 旧题\nauthor: 别人\n---\n\n山水上。\n");
  desk.write("book/c/1.md", "# 火候\n\n老则不可食。\n");
  for (const char* input : {"book/keben.yaml", "book", "book/"}) {
    std::filesystem::remove(desk.path("book/out.epub"));
    const Ended run = desk.keben({input});
    CAPTURE(input, run.err);
    CHECK(run.code == 0);
    const std::string package = entry_of(desk.path("book/out.epub"), "epub/package.opf");
    for (const char* said : {"茶书", "陆某", "zh-TW", "饮馔丛书", ">3<"})
      CHECK(has(package, said));
    CHECK_FALSE(has(package, "别人"));
    const std::string nav = entry_of(desk.path("book/out.epub"), "epub/nav.xhtml");
    CHECK(in_order(nav, {"上编", "论水", "下编", "火候"}));
    CHECK_FALSE(has(nav, "旧题"));
  }
}

TEST_CASE("series: the picture that one essay names is not the cover of the book", "[series]") {
  const Desk desk;
  desk.write("book/a.md", "---\ncover: none-such.png\n---\n# 甲\n\n文。\n");
  CHECK(has(desk.keben({"book/a.md", "-o", "a.epub", "--ui-lang", "en"}).err, "none-such.png"));
  desk.write("book/b.md", "# 乙\n\n文。\n");
  const Ended run = desk.keben({"book", "-o", "b.epub", "--ui-lang", "en"});
  CHECK(run.code == 0);
  CHECK_FALSE(has(run.err, "none-such.png"));
}

TEST_CASE("series: flags win over keben.yaml", "[series]") {
  const Desk desk;
  desk.write("book/keben.yaml", "title: 茶书\nauthor: 陆某\ncover: gone.png\noutputs: a.epub\n");
  desk.write("book/a.md", "# 甲\n\n文。\n");
  desk.write("book/b.md", "# 乙\n\n文。\n");
  const Ended run = desk.keben(
      {"book", "--title", "酒书", "--author", "窦某", "--cover", "none", "-o", "b.epub"});
  CHECK(run.code == 0);
  const std::string package = entry_of(desk.path("b.epub"), "epub/package.opf");
  CHECK(has(package, "酒书"));
  CHECK(has(package, "窦某"));
  CHECK_FALSE(has(package, "茶书"));
  CHECK(desk.names().count("book/a.epub") == 0);
}

TEST_CASE("series: keben.yaml raises and lowers the limits that messages name", "[series]") {
  const Desk desk;
  desk.write("book/keben.yaml", "title: 茶\ncover: none\nlimits: {table-cells: 3}\n");
  desk.write("book/a.md", "# 甲\n\n| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n");
  const Ended run = desk.keben({"book", "-o", "t.epub", "--ui-lang", "en"});
  CHECK(run.code == 1);
  CHECK(has(run.err, "over the limit of 3"));
  desk.write("book/keben.yaml", "title: 茶\ncover: none\nlimits: {table-cells: 4}\n");
  CHECK(desk.keben({"book", "-o", "t.epub"}).code == 0);
}

TEST_CASE("series: a wrong keben.yaml is a usage error, with its place", "[series]") {
  const Desk desk;
  desk.write("book/keben.yaml", "title: 茶书\nauhtor: 陆某\npgae: A5\n");
  desk.write("book/a.md", "# 甲\n\n文。\n");
  const Ended run = desk.keben({"book", "-o", "a.epub", "--ui-lang", "en"});
  CHECK(run.code == 2);
  CHECK(has(run.err, "keben.yaml:2:1: error[config-unknown-key]: no such key: auhtor"));
  CHECK(has(run.err, "did you mean author?"));
  CHECK(has(run.err, "keben.yaml:3:1: error[config-unknown-key]: no such key: pgae"));
  CHECK(desk.names().count("a.epub") == 0);
  CHECK(desk.keben({"none.yaml"}).code == 1);
}

TEST_CASE("series: the blog's own addresses lead into the book", "[series]") {
  const Desk desk;
  desk.write("book/keben.yaml",
             "title: 茶书\ncover: none\nsite: https://tea.example/\n"
             "permalink: :year/:month/:day/:title/\noutputs: [out.epub]\n");
  desk.write("book/2024-03-05-water.md", "# 论水\n\n## 山水上\n\n文。\n");
  desk.write("book/2024-03-06-fire.md",
             "# 火候\n\n[甲](https://tea.example/2024/03/05/water/#%E5%B1%B1%E6%B0%B4%E4%B8%8A)\n"
             "[乙](/2024/03/05/water/) [丙](https://tea.example/about/) [丁](#无)\n");
  const Ended run = desk.keben({"book", "--ui-lang", "en"});
  CHECK(run.code == 0);
  CHECK(count(run.err, "warning[link-dead]") == 1);
  CHECK(has(run.err, "2024-03-06-fire.md:4:"));
  const std::string text = xhtml_of(desk.path("book/out.epub"));
  CHECK(count(text, "href=\"https://tea.example/about/\"") == 1);
  // But for its own address below its title, and in the colophon.
  CHECK(count(text, "href=\"https://tea.example/2024/03/05/water/\"") == 2);
  CHECK(count(text, "href=\"https://tea.example/2024") == 4);
}

TEST_CASE("series: --split makes volumes, each complete and one of a set", "[series]") {
  const Desk desk;
  desk.write("b/SUMMARY.md", "# 茶书\n\n## 上编\n\n- [水](w.md)\n\n## 下编\n\n- [火](f.md)\n");
  desk.write("b/w.md", "# 水\n\n## 山水上\n\n文。\n");
  desk.write("b/f.md", "# 火\n\n老则不可食。\n");
  const Ended run = desk.keben({"b", "-o", "t.epub", "-o", "t.pdf", "--split", "part"});
  CHECK(run.code == 0);
  CHECK(run.out == "t-1.epub\nt-1.pdf\nt-2.epub\nt-2.pdf\n");
  CHECK(desk.names().count("t.epub") == 0);
  const std::string package = entry_of(desk.path("t-2.epub"), "epub/package.opf");
  for (const char* said :
       {"茶书（第2册）", "下编", ">茶书<", ">set<", ">2<", "calibre:series_index"})
    CHECK(has(package, said));
  CHECK(has(xhtml_of(desk.path("t-1.epub")), "山水上"));
  CHECK_FALSE(has(xhtml_of(desk.path("t-2.epub")), "山水上"));
  CHECK(desk.keben({"check", "t-1.epub", "t-2.epub"}).code == 0);
  CHECK(desk.keben({"b", "-o", "s.epub", "--split", "1KB"}).out == "s.epub\n");
  CHECK(desk.keben({"b", "-o", "-", "-t", "epub", "--split", "part"}).code == 2);
  CHECK(desk.keben({"b", "-o", "s.epub", "--split", "chapter"}).code == 2);
  desk.write("b/f.md", "# 火\n\n[无](no.md)\n");
  CHECK(desk.keben({"b", "-o", "u.epub", "--split", "part", "--strict"}).code == 1);
  CHECK(desk.names().count("u-1.epub") == 0);
}

TEST_CASE("series: a link into another volume is told in words, in both books", "[series]") {
  const Desk desk;
  desk.write("b/SUMMARY.md", "# 茶书\n\n## 上编\n\n- [水](w.md)\n\n## 下编\n\n- [火](f.md)\n");
  desk.write("b/w.md", "# 水\n\n参看[火候](f.md)。\n");
  desk.write("b/f.md", "---\nurl: https://tea.cn/f/\n---\n\n# 火\n\n参看[论水](w.md)。\n");
  const Ended run = desk.keben(
      {"b", "-o", "t.epub", "-o", "t.pdf", "--split", "part", "--cover", "none", "--strict"});
  CAPTURE(run.err);
  CHECK(run.code == 0);
  CHECK_FALSE(has(run.err, "link-dead"));
  CHECK(has(xhtml_of(desk.path("t-1.epub")), "<a href=\"https://tea.cn/f/\">火候</a>"));
  CHECK(has(xhtml_of(desk.path("t-2.epub")), "参看论水〔见《茶书（第1册）》〕。"));
  const auto reader = tool("pdftotext");
  if (reader.empty()) return skip("no pdftotext on this machine");
  std::string text =
      keben::test::run(reader, {"-enc", "UTF-8", "-raw", desk.path("t-2.pdf").string(), "-"}).out;
  std::erase_if(text, [](char c) { return c == '\n' || c == ' '; });  // pdftotext's own
  CHECK(has(text, "参看论水〔见《茶书（第1册）》〕。"));
}

TEST_CASE("series: one broken text of many stops the book, after all have been read", "[series]") {
  const Desk desk;
  for (int i = 0; i < 20; ++i)
    desk.write("p/" + std::to_string(i) + ".md", "# 第" + std::to_string(i) + "\n\n文。\n");
  desk.write("p/7.md", std::string("\x00\x01\xff\xfe\xff", 5));
  desk.write("p/9.md", std::string("\x00\x01\xff\xfe\xff", 5));
  const Ended run = desk.keben({"p", "-o", "t.epub", "--ui-lang", "en"});
  CHECK(run.code == 1);
  CHECK(has(run.err, "p/7.md"));
  CHECK(has(run.err, "p/9.md"));
  CHECK(has(run.err, "2 of 20 texts cannot be read"));
  CHECK(desk.names().count("t.epub") == 0);
}

TEST_CASE("series: --keep-going puts a page in place of a broken text", "[series]") {
  const Desk desk;
  desk.write("p/1.md", "# 水\n\n山水上，江水中。\n");
  desk.write("p/2.md", std::string("\x00\x01\xff\xfe\xff", 5));
  desk.write("p/3.md", "# 火\n\n老则不可食。\n");
  const Ended run =
      desk.keben({"p", "-o", "t.epub", "-o", "t.pdf", "--keep-going", "--ui-lang", "en"});
  CHECK(run.code == 1);
  CHECK(run.out == "t.epub\nt.pdf\n");
  CHECK(has(run.err, "error[texts-missing]: a page stands in place of: p/2.md"));
  const std::string text = xhtml_of(desk.path("t.epub"));
  CHECK(in_order(text, {"山水上", "本篇原文无法读取，未能收入。", "老则不可食"}));
  CHECK(desk.keben({"check", "t.epub"}).code == 0);
  desk.write("q/1.md", std::string("\x00\x01\xff\xfe\xff", 5));
  desk.write("q/2.md", std::string("\x00\x01\xff\xfe\xff", 5));
  CHECK(desk.keben({"q", "-o", "u.epub", "--keep-going"}).code == 1);
  CHECK(desk.names().count("u.epub") == 0);
}

TEST_CASE("series: texts that link in a ring, and one named twice, make a book", "[series]") {
  const Desk desk;
  desk.write("p/keben.yaml", "title: 环\ncover: none\ncontents: [a.md, b.md, a.md, no.md]\n");
  desk.write("p/a.md", "# 甲\n\n[乙](b.md)\n");
  desk.write("p/b.md", "# 乙\n\n[甲](a.md)\n");
  const Ended run = desk.keben({"p", "-o", "t.epub", "--ui-lang", "en"});
  CHECK(run.code == 0);
  CHECK(count(run.err, "[member-twice]") == 1);
  CHECK(count(run.err, "[member-missing]") == 1);
  CHECK(count(run.err, "[link-dead]") == 0);
}

TEST_CASE("series: init writes a keben.yaml that makes the book, and never over one", "[series]") {
  const Desk desk;
  desk.write("posts/2-b.md", "# 乙\n\n文。\n");
  desk.write("posts/1-a.md", "# 甲\n\n文。\n");
  const Ended run = desk.keben({"init", "posts", "--ui-lang", "zh"});
  CHECK(run.code == 0);
  CHECK(run.out == "posts/keben.yaml\n");
  const std::string written = desk.read("posts/keben.yaml");
  CHECK(in_order(written, {"# keben.yaml：", "1-a.md", "甲", "2-b.md", "乙"}));
  CHECK(desk.keben({"posts/keben.yaml", "--to", "epub"}).code == 0);
  CHECK(in_order(entry_of(desk.path("posts/posts.epub"), "epub/nav.xhtml"), {"甲", "乙"}));
  const Ended again = desk.keben({"init", "posts", "--ui-lang", "en"});
  CHECK(again.code == 2);
  CHECK(has(again.err, "error[config-exists]"));
  CHECK(desk.read("posts/keben.yaml") == written);
  desk.write("other/a.md", "# 甲\n\n文。\n");
  desk.link(desk.path("gone"), "other/keben.yaml");
  CHECK(desk.keben({"init", "other"}).code == 2);
  CHECK(desk.names().count("gone") == 0);
  CHECK(desk.keben({"init", "missing"}).code == 2);
}
