#include <catch2/catch.hpp>

#include "tests/unit/series/tree.h"

using namespace keben;
using namespace keben::test;
using series::Order;

TEST_CASE("mdBook: SUMMARY.md under src, its parts, prefix and suffix", "[series][lists]") {
  const Planned book = planned({
      {"book.toml",
       "[book]\ntitle = \"刻本指南\"\nauthors = [\"甲\", \"乙\"]\nlanguage = \"zh\"\n"},
      {"src/SUMMARY.md",
       "# Summary\n\n[前言](preface.md)\n\n# 上编\n\n- [起步](start/README.md)\n"
       "  - [安装](start/install.md)\n- [尚未写成]()\n\n# 下编\n\n- [排版](type.md)\n\n---\n\n"
       "[后记](after.md)\n"},
      {"src/preface.md", "前言。"},
      {"src/start/README.md", "起步。"},
      {"src/start/install.md", "安装。"},
      {"src/type.md", "排版。"},
      {"src/after.md", "后记。"},
      {"src/stray.md", "无人列出。"},
  });
  CHECK(book.plan.order == Order::list);
  CHECK(book.plan.title == "刻本指南");
  CHECK(book.plan.authors == Lines{"甲", "乙"});
  CHECK(book.plan.language == "zh");
  CHECK(book.lines() == Lines{"src/preface.md", "[上编]", "src/start/README.md",
                              "src/start/install.md", "[下编]", "src/type.md", "[]",
                              "src/after.md"});
  CHECK(book.messages == Lines{"note member-unwritten 9"});
  CHECK(book.left_out() == Lines{"list src/SUMMARY.md", "unlisted src/stray.md"});
}

TEST_CASE("GitBook and HonKit: bullets, `##` parts, titles without a page", "[series][lists]") {
  const Planned book = planned({
      {"book.json", "{\"title\": \"小书\", \"author\": \"丙\"}"},
      {"SUMMARY.md",
       "# 目录\n\n* [简介](README.md)\n\n## 基础\n\n* 语法\n  * [词法](a%20b.md)\n"
       "  * [句法](<./c d.md> \"题\")\n* [词法](a%20b.md)\n* [词法一节](a%20b.md#s)\n"
       "* [外链](https://example.com/)\n* [不存在](gone.md)\n"},
      {"README.md", "简介。"},
      {"a b.md", "词法。"},
      {"c d.md", "句法。"},
  });
  CHECK(book.plan.title == "小书");
  CHECK(book.plan.authors == Lines{"丙"});
  CHECK(book.lines() == Lines{"README.md", "[基础 · 语法]", "a b.md", "c d.md"});
  CHECK(book.plan.members[1].title == "词法");
  CHECK(book.messages == Lines{"note member-twice 10", "warning member-missing 13"});
}

TEST_CASE("mdBook's src and GitBook's root say where SUMMARY.md lies", "[series][lists]") {
  const Planned mdbook = planned({
      {"book.toml",
       "[book]\ntitle = \"刻本\"\nauthors = [\"甲\"]\nsrc = \"text/zh\"\n\n[output.html]\n"},
      {"text/zh/SUMMARY.md", "# Summary\n\n- [乙](b.md)\n- [甲](a.md)\n"},
      {"text/zh/a.md", "甲。"},
      {"text/zh/b.md", "乙。"},
      {"README.md", "说明。"},
  });
  CHECK(mdbook.plan.title == "刻本");
  CHECK(mdbook.plan.authors == Lines{"甲"});
  CHECK(mdbook.lines() == Lines{"text/zh/b.md", "text/zh/a.md"});
  const Planned gitbook = planned({
      {"book.json",
       "{\n  \"title\": \"小书\",\n  \"author\": \"丙\",\n  \"language\": "
       "\"zh-tw\",\n  \"root\": \"./manuscript\",\n  \"plugins\": [\"-lunr\"]\n}\n"},
      {"manuscript/SUMMARY.md", "# Summary\n\n* [序](README.md)\n* [甲](a.md)\n"},
      {"manuscript/README.md", "序。"},
      {"manuscript/a.md", "甲。"},
  });
  CHECK(gitbook.plan.title == "小书");
  CHECK(gitbook.plan.authors == Lines{"丙"});
  CHECK(gitbook.plan.language == "zh-tw");
  CHECK(gitbook.lines() == Lines{"manuscript/README.md", "manuscript/a.md"});
}

TEST_CASE("nested bullets are sections within sections, and a page may have its own below it",
          "[series][lists]") {
  const Planned book = planned({
      {"SUMMARY.md",
       "# 目录\n\n- 上\n    - 一\n        - [甲](a.md)\n    - 二\n\t- [乙](b.md)\n"
       "- [丙](c.md)\n    - [丁](d.md)\n"},
      {"a.md", "甲。"},
      {"b.md", "乙。"},
      {"c.md", "丙。"},
      {"d.md", "丁。"},
  });
  CHECK(book.lines() == Lines{"[上 · 一]", "a.md", "[上]", "b.md", "[]", "c.md", "d.md"});
  CHECK(planned({{"sidebar.md", "* [乙](b)\n* [甲](a)\n"}, {"a.md", "甲。"}, {"b.md", "乙。"}})
            .lines() == Lines{"b.md", "a.md"});
}

TEST_CASE("Docsify: _sidebar.md with absolute paths and without suffixes", "[series][lists]") {
  const Planned book = planned({
      {"docs/_sidebar.md",
       "<!-- docs/_sidebar.md -->\n\n- **指南**\n  - [开始](/guide/)\n  - [进阶](guide/more)\n"
       "- 参考\n  - [接口](/api.md)\n"},
      {"docs/guide/README.md", "开始。"},
      {"docs/guide/more.md", "进阶。"},
      {"docs/api.md", "接口。"},
  });
  CHECK(book.lines() ==
        Lines{"[指南]", "docs/guide/README.md", "docs/guide/more.md", "[参考]", "docs/api.md"});
  CHECK(book.messages.empty());
}

TEST_CASE("the list's own folder is its opening page", "[series][lists]") {
  for (const char* target : {"/", ".", "./", "a/.."}) {
    INFO(target);
    const std::string list = "- [首页](" + std::string(target) + ")\n- [甲](a.md)\n";
    CHECK(planned({{"_sidebar.md", list}, {"README.md", "首页。"}, {"a.md", "甲。"}}).lines() ==
          Lines{"README.md", "a.md"});
    CHECK(planned({{"_sidebar.md", list}, {"a.md", "甲。"}}).messages ==
          Lines{"warning member-missing 1"});
  }
}

TEST_CASE("MkDocs: nav, whatever tags of Python stand around it", "[series][lists]") {
  const Planned book = planned({
      {"mkdocs.yml",
       "site_name: 手册\nsite_author: 丁\n"
       "markdown_extensions:\n  - x:\n      f: !!python/name:material.emoji\n"
       "nav:\n  - index.md\n  - 入门:\n      - 安装: install.md\n      - 深处:\n"
       "          - use.md\n  - 附录: more.md\n  - 网站: https://example.com/\n"},
      {"docs/index.md", "首页。"},
      {"docs/install.md", "安装。"},
      {"docs/use.md", "使用。"},
      {"docs/more.md", "附录。"},
  });
  CHECK(book.plan.title == "手册");
  CHECK(book.lines() == Lines{"docs/index.md", "[入门]", "docs/install.md", "[入门 · 深处]",
                              "docs/use.md", "[]", "docs/more.md"});
  CHECK(book.messages.empty());
}

TEST_CASE("Zenn: config.yaml's chapters", "[series][lists]") {
  const Planned book = planned({
      {"config.yaml", "title: \"本\"\nchapters:\n  - intro\n  - types\n  - gone\n"},
      {"types.md", "型。"},
      {"intro.md", "序。"},
      {"old.md", "旧。"},
  });
  CHECK(book.plan.title == "本");
  CHECK(book.lines() == Lines{"intro.md", "types.md"});
  CHECK(book.messages == Lines{"warning member-missing 5"});
  CHECK(book.left_out() == Lines{"unlisted old.md"});
}

TEST_CASE("loppo: chapters.yml's folders are parts", "[series][lists]") {
  const Planned book = planned({
      {"loppo.yml", "dir: docs\nsite: 教程\n"},
      {"chapters.yml",
       "- basic/: 入门篇\n- basic/grammar.md: 语法\n- basic/history.md: 历史\n- types/: 类型\n"
       "- types/number.md: 数值\n"},
      {"docs/basic/grammar.md", "语法。"},
      {"docs/basic/history.md", "历史。"},
      {"docs/types/number.md", "数值。"},
  });
  CHECK(book.lines() == Lines{"[入门篇]", "docs/basic/grammar.md", "docs/basic/history.md",
                              "[类型]", "docs/types/number.md"});
  CHECK(book.plan.members[0].title == "语法");
}

TEST_CASE("the first list present counts, and --order overrides it", "[series][lists]") {
  const Tree tree = {{"SUMMARY.md", "- [乙](b.md)\n- [甲](a.md)\n"},
                     {"mkdocs.yml", "nav: [a.md]\ndocs_dir: .\n"},
                     {"a.md", "甲。"},
                     {"b.md", "乙。"}};
  CHECK(planned(tree).lines() == Lines{"b.md", "a.md"});
  CHECK(planned(tree, {.order = Order::name}).lines() == Lines{"a.md", "b.md"});
}

TEST_CASE("what is a list stays out of an order that is not its own, and what is none is a text",
          "[series][lists]") {
  const Tree tree = {{"SUMMARY.md", "- [乙](b.md)\n- [甲](a.md)\n"},
                     {"_sidebar.md", "- [甲](a)\n"},
                     {"sidebar.md", "# 侧栏\n\n一篇文章，[见](https://a.b/)。\n"},
                     {"zh/SUMMARY.md", "- [甲](a.md)\n"},
                     {"a.md", "甲。"},
                     {"b.md", "乙。"}};
  const Planned book = planned(tree, {.order = Order::name});
  CHECK(book.lines() == Lines{"a.md", "b.md", "sidebar.md", "[zh]", "zh/SUMMARY.md"});
  CHECK(book.left_out() == Lines{"list SUMMARY.md", "list _sidebar.md"});
  CHECK(planned({{"summary.md", "- [甲](a.md)\n"}, {"a.md", "甲。"}}).lines() ==
        Lines{"a.md", "summary.md"});
}

TEST_CASE("a draft is left out of the list that names it", "[series][lists]") {
  const Planned book = planned({{"SUMMARY.md",
                                 "# 书\n\n# 一编\n\n- [甲](a.md)\n\n# 二编\n\n- [乙](b.md)\n"
                                 "- [丙](_drafts/c.md)\n\n# 三编\n\n- [丁](d.md)\n"},
                                {"a.md", "甲。"},
                                {"b.md", "---\npublished: false\n---\n\n乙。"},
                                {"_drafts/c.md", "丙。"},
                                {"d.md", "丁。"}});
  CHECK(book.lines() == Lines{"[一编]", "a.md", "[三编]", "d.md"});
  CHECK(book.left_out() == Lines{"list SUMMARY.md", "draft _drafts/c.md", "draft b.md"});
  CHECK(book.plan.left_out[1].by == "_drafts/");
  CHECK(book.plan.left_out[2].by == "published: false");
  const Planned none = planned({{"SUMMARY.md", "- [乙](b.md)\n"},
                                {"b.md", "---\ndraft: true\n---\n\n乙。"},
                                {"c.md", "丙。"}});
  CHECK(none.lines().empty());
}

TEST_CASE("a list that cannot be read, or lists nothing, gives way", "[series][lists]") {
  const Planned broken = planned({{"mkdocs.yml", "nav: [a.md\n"}, {"a.md", "甲。"}});
  CHECK(broken.lines() == Lines{"a.md"});
  REQUIRE(broken.messages.size() == 1);
  CHECK(broken.messages[0].starts_with("warning list-malformed"));
  const Planned empty = planned({{"SUMMARY.md", "- [甲](gone.md)\n"}, {"a.md", "甲。"}});
  CHECK(empty.lines() == Lines{"SUMMARY.md", "a.md"});
  CHECK(empty.messages == Lines{"warning member-missing 1"});
}

TEST_CASE("an order by a list that is not there is told", "[series][lists]") {
  const Planned book = planned({{"a.md", "甲。"}}, {.order = Order::list});
  CHECK(book.lines() == Lines{"a.md"});
  CHECK(book.messages == Lines{"warning order-without-list"});
}

TEST_CASE("a list cannot reach out of its folder", "[series][lists]") {
  const Planned book = planned(
      {{"SUMMARY.md", "- [外](../../etc/x.md)\n- [甲](./sub/../a.md)\n"}, {"a.md", "甲。"}});
  CHECK(book.lines() == Lines{"a.md"});
  CHECK(book.messages == Lines{"warning member-missing 1"});
}

TEST_CASE("a heading without words ends the part before it", "[series][lists]") {
  CHECK(planned({{"SUMMARY.md", "#\n\n## 编\n\n- [甲](a.md)\n\n##\n\n- [乙](b.md)\n"},
                 {"a.md", "甲。"},
                 {"b.md", "乙。"}})
            .lines() == Lines{"[编]", "a.md", "[]", "b.md"});
}
