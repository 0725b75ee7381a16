// Blocks that CommonMark does not have: boxes, tabs, cards, headings without a space.
#include <catch2/catch.hpp>

#include "tests/unit/markdown/reading.h"

using namespace keben;
using namespace keben::test;

TEST_CASE("a container's title is read as inlines, in all three forms", "[markdown][containers]") {
  const std::string box =
      "admonition tip name=\"tip\"\n  title\n    text \"标\"\n    strong\n      text \"题\"\n"
      "  paragraph\n    text \"文\"\n";
  CHECK(tree_of("::: tip 标**题**\n文\n:::\n") == box);
  CHECK(tree_of(":::tip[标**题**]\n文\n:::\n") == box);
  CHECK(tree_of(":::tip[标**题**]{.wide}\n文\n:::\n") == box);
  CHECK(tree_of("::: tip 标**题** {.wide #x}\n文\n:::\n") == box);
  CHECK(tree_of("::: {.tip}\n文\n:::\n") ==
        "admonition tip name=\"tip\"\n  paragraph\n    text \"文\"\n");
}

TEST_CASE("braces with words in them belong to the title", "[markdown][containers]") {
  CHECK(tree_of("::: tip 用 {花括号}\n:::\n") ==
        "admonition tip name=\"tip\"\n  title\n    text \"用 {花括号}\"\n");
}

TEST_CASE("containers nest by more colons and by the same number", "[markdown][containers]") {
  const std::string nested =
      "admonition note name=\"note\"\n  admonition tip name=\"tip\"\n    paragraph\n"
      "      text \"内\"\n  paragraph\n    text \"外\"\n";
  CHECK(tree_of("::::note\n:::tip\n内\n:::\n外\n::::\n") == nested);
  CHECK(tree_of(":::note\n:::tip\n内\n:::\n外\n:::\n") == nested);
}

TEST_CASE("containers stand in lists and quotations", "[markdown][containers]") {
  CHECK(tree_of("- 项\n  :::tip\n  内\n  :::\n- 二\n") ==
        "list bullet tight\n  item\n    paragraph\n      text \"项\"\n"
        "    admonition tip name=\"tip\"\n      paragraph\n        text \"内\"\n"
        "  item\n    paragraph\n      text \"二\"\n");
  CHECK(tree_of("> :::tip\n> 内\n> :::\n") ==
        "quote\n  admonition tip name=\"tip\"\n    paragraph\n      text \"内\"\n");
}

TEST_CASE("whatever stands right above its closing line, a container ends there",
          "[markdown][containers]") {
  for (const std::string line : {"::youtube{id=abc}",
                                 "::card[题]{url=https://a.cn}",
                                 "@[card](https://a.cn)",
                                 "https://a.cn",
                                 "文",
                                 "# 题",
                                 "---",
                                 "- 项",
                                 "1. 项",
                                 "> 引",
                                 "| a |\n|---|\n| 1 |",
                                 "<div>块</div>",
                                 "<!-- 注 -->",
                                 "```\n码\n```",
                                 "$$\nx\n$$",
                                 "[^1]: 注",
                                 "!!! note\n    文",
                                 "=== \"签\"\n    文",
                                 "[a]: https://a.cn",
                                 "> [!NOTE]\n> 文",
                                 "<details><summary>总</summary>\n内\n</details>",
                                 "    码",
                                 ":::: details\n文\n::::",
                                 "::: details\n::a{b=c}\n:::"}) {
    INFO(line);
    const std::string box = "::: tip\n" + line + "\n:::\n";
    const std::string after = "\n后文[^1]。\n\n[^1]: 注\n";
    for (const std::string mark : {"", "> ", "  "}) {
      std::string text = mark == "  " ? "- 项\n\n" : "";
      for (std::size_t at = 0; at < box.size(); at = box.find('\n', at) + 1)
        text += mark + box.substr(at, box.find('\n', at) + 1 - at);
      const Reading reading = read(text + after);
      CHECK_FALSE(reading.says("container-unclosed"));
      CHECK_FALSE(reading.says("container-stray"));
      const model::Block& last = reading.blocks().back();
      REQUIRE(std::holds_alternative<model::Paragraph>(last.is));
      CHECK(model::plain_text(std::get<model::Paragraph>(last.is).content) == "后文。");
    }
  }
}

TEST_CASE("a container in code is code", "[markdown][containers]") {
  CHECK(tree_of("```\n::: tip\n:::\n```\n") == "code-block \"::: tip\\n:::\\n\"\n");
  CHECK(tree_of("::: tip\n```\n:::\n```\n:::\n") ==
        "admonition tip name=\"tip\"\n  code-block \":::\\n\"\n");
}

TEST_CASE("containers that are not closed, and closers of nothing, are told",
          "[markdown][containers]") {
  const Reading open = read("文\n\n::: tip\n内\n");
  CHECK(open.said() == Said{"container-unclosed:3"});
  CHECK(open.tree() ==
        "paragraph\n  text \"文\"\nadmonition tip name=\"tip\"\n  paragraph\n"
        "    text \"内\"\n");
  CHECK(read("文\n\n:::\n\n字\n").said() == Said{"container-stray:3"});
}

TEST_CASE("Zenn's message is an alert by its title", "[markdown][containers]") {
  CHECK(tree_of(":::message alert\n文\n:::\n") ==
        "admonition warning name=\"message\"\n  paragraph\n    text \"文\"\n");
  CHECK(tree_of(":::details 题\n文\n:::\n") ==
        "details\n  summary\n    text \"题\"\n  paragraph\n    text \"文\"\n");
}

TEST_CASE("GitHub's alerts and Obsidian's callouts are boxes", "[markdown][callouts]") {
  CHECK(tree_of("> [!NOTE]\n> 文\n") ==
        "admonition note name=\"NOTE\"\n  paragraph\n    text \"文\"\n");
  CHECK(tree_of("> [!faq]- 问\n> 答\n") ==
        "admonition info name=\"faq\"\n  title\n    text \"问\"\n  paragraph\n    text \"答\"\n");
  CHECK(tree_of("> [!danger]+\n> > [!tip] 内\n> > 文\n") ==
        "admonition caution name=\"danger\"\n  admonition tip name=\"tip\"\n    title\n"
        "      text \"内\"\n    paragraph\n      text \"文\"\n");
  CHECK(tree_of("> [!自定] 题\n") == "admonition other name=\"自定\"\n  title\n    text \"题\"\n");
  CHECK(tree_of("> [链接](/a)\n").starts_with("quote"));
}

TEST_CASE("MkDocs' boxes hold what is indented below them", "[markdown][mkdocs]") {
  CHECK(tree_of("!!! warning \"小心\"\n    一\n\n    - 二\n\n三\n") ==
        "admonition warning name=\"warning\"\n  title\n    text \"小心\"\n  paragraph\n"
        "    text \"一\"\n  list bullet tight\n    item\n      paragraph\n        text \"二\"\n"
        "paragraph\n  text \"三\"\n");
  CHECK(tree_of("??? note \"折\"\n    文\n") ==
        "details\n  summary\n    text \"折\"\n  paragraph\n    text \"文\"\n");
  CHECK(tree_of("- 项\n\n    !!! tip\n        文\n") ==
        "list bullet loose\n  item\n    paragraph\n      text \"项\"\n"
        "    admonition tip name=\"tip\"\n      paragraph\n        text \"文\"\n");
}

TEST_CASE("three exclamation marks in prose are prose", "[markdown][mkdocs]") {
  CHECK(tree_of("!!! 太好了\n") == "paragraph\n  text \"!!! 太好了\"\n");
  CHECK(tree_of("!!!warning\n") == "paragraph\n  text \"!!!warning\"\n");
  CHECK(tree_of("!!! wow what now!\n") == "paragraph\n  text \"!!! wow what now!\"\n");
  CHECK(tree_of("题\n===\n").empty());  // it is the title
}

TEST_CASE("tabs that follow each other are one set", "[markdown][tabs]") {
  CHECK(tree_of("=== \"甲\"\n    一\n\n=== \"乙\"\n    二\n") ==
        "tabs\n  tab\n    title\n      text \"甲\"\n    paragraph\n      text \"一\"\n"
        "  tab\n    title\n      text \"乙\"\n    paragraph\n      text \"二\"\n");
}

TEST_CASE("a code group's blocks are tabs named by their titles", "[markdown][tabs]") {
  const std::string tabs =
      "tabs\n  tab\n    title\n      text \"甲\"\n    code-block language=\"sh\"";
  CHECK(tree_of("::: code-group\n```sh [甲]\na\n```\n```js\nb\n```\n:::\n") ==
        tabs +
            " attributes=\"[甲]\" \"a\\n\"\n  tab\n    title\n      text \"js\"\n"
            "    code-block language=\"js\" \"b\\n\"\n");
  CHECK(tree_of("::: code-tabs#x\n\n@tab 甲\n\n```sh\na\n```\n\n:::\n") == tabs + " \"a\\n\"\n");
  CHECK(tree_of(":::: tabs\n::: tab 甲\n```sh\na\n```\n:::\n::::\n") == tabs + " \"a\\n\"\n");
}

TEST_CASE("leaf directives and embeds become link cards", "[markdown][cards]") {
  CHECK(tree_of("::github{repo=\"a/b_c_d\"}\n") == "link-card #0 \"https://github.com/a/b_c_d\"\n");
  CHECK(tree_of("::card[标题]{url=\"https://a.cn\"}\n") ==
        "link-card #0 \"https://a.cn\" \"标题\"\n");
  CHECK(tree_of("@[card](https://a.cn/b)\n") == "link-card #0 \"https://a.cn/b\"\n");
  CHECK(tree_of("@[youtube](abc)\n") == "link-card #0 \"https://www.youtube.com/watch?v=abc\"\n");
  CHECK(tree_of("https://a.cn/b\n") == "link-card #0 \"https://a.cn/b\"\n");
  CHECK(tree_of("<iframe src=\"//a.cn/b\"></iframe>\n") == "link-card #0 \"https://a.cn/b\"\n");
}

TEST_CASE("an address in a sentence or a list is a link", "[markdown][cards]") {
  CHECK(tree_of("见 https://a.cn\n").starts_with("paragraph"));
  CHECK(tree_of("- https://a.cn\n").find("link-card") == std::string::npos);
  CHECK(tree_of("[字](https://a.cn)\n").starts_with("paragraph"));
}

TEST_CASE("an unknown directive stays as text and is told", "[markdown][cards]") {
  const Reading reading = read("文\n\n::foo{a=\"b\"}\n");
  CHECK(reading.tree() == "paragraph\n  text \"文\"\nparagraph\n  text \"::foo{a=\\\"b\\\"}\"\n");
  CHECK(reading.said() == Said{"directive-unknown:3"});
}

TEST_CASE("a heading may lack its space before a hanzi, and is told", "[markdown][headings]") {
  const Reading reading = read("文\n##题 **粗** ##\n字\n");
  CHECK(reading.tree() ==
        "paragraph\n  text \"文\"\nheading 2 #0\n  text \"题 \"\n  strong\n    text \"粗\"\n"
        "paragraph\n  text \"字\"\n");
  CHECK(reading.said() == Said{"heading-without-space:2"});
  CHECK(tree_of("文\n\n#标签\n").ends_with("text \"#标签\"\n"));
  CHECK(tree_of("##tag\n") == "paragraph\n  text \"##tag\"\n");
  CHECK(tree_of("> ##题\n") == "quote\n  heading 2 #0\n    text \"题\"\n");
  CHECK(read("## 题\n").said().empty());
}

TEST_CASE("none of ours is active in the plain standards", "[markdown][dialects]") {
  config::ReadOptions options;
  for (const auto dialect : {config::Dialect::commonmark, config::Dialect::gfm}) {
    options.dialect = dialect;
    for (const std::string& text :
         {std::string("##题"), std::string("::: tip"), std::string("!!! note"),
          std::string("::a{b=c}"), std::string("=== \"甲\""), std::string("@[card](/a)")}) {
      SourceMap sources;
      Diagnostics log;
      const FileId file = sources.add("a.md", text + "\n");
      const auto document = markdown::parse(sources, file, options, log);
      CHECK(std::holds_alternative<model::Paragraph>(document->blocks.at(0).is));
    }
  }
}

TEST_CASE("terms and their definitions make a list", "[markdown][definitions]") {
  CHECK(tree_of("术语\n: 甲\n: 乙\n续\n") ==
        "definition-list\n  entry\n    term\n      text \"术语\"\n    definition\n"
        "      paragraph\n        text \"甲\"\n    definition\n      paragraph\n"
        "        text \"乙续\"\n");
  CHECK(tree_of("术语\n\n: 甲\n") ==
        "definition-list\n  entry\n    term\n      text \"术语\"\n    definition\n"
        "      paragraph\n        text \"甲\"\n");
  CHECK(tree_of(": 甲\n") == "paragraph\n  text \": 甲\"\n");
  CHECK(tree_of("他说\n：甲\n").starts_with("paragraph"));
}

TEST_CASE("indented prose stays code and is told; indented code is not", "[markdown][code]") {
  CHECK(read("文\n\n    这是一段缩进的中文。\n").said() == Said{"indented-prose:3"});
  CHECK(read("文\n\n    int main() { return 0; }  // 注释\n").said().empty());
}

TEST_CASE("drawings' sources are code that names its kind", "[markdown][code]") {
  CHECK(tree_of("```mermaid\na\n```\n") ==
        "code-block language=\"mermaid\" title=\"mermaid\" \"a\\n\"\n");
}
