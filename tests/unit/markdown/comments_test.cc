// What authors hide is in no book, and nothing else goes with it.
#include <catch2/catch.hpp>
#include <string>

#include "tests/unit/markdown/reading.h"

using namespace keben;
using namespace keben::test;

namespace {

const std::string kBefore = "paragraph\n  text \"甲\"\n";
const std::string kBoth = "paragraph\n  text \"甲\"\nparagraph\n  text \"乙\"\n";

std::string one(const std::string& text) {
  return "paragraph\n  text \"" + text + "\"\n";
}

}  // namespace

TEST_CASE("Liquid's comments go, in a line and over blocks", "[markdown][comments]") {
  CHECK(tree_of("甲{% comment %}密{% endcomment %}乙\n") == one("甲乙"));
  CHECK(tree_of("甲{%- comment -%}密{%- endcomment -%}乙\n") == one("甲乙"));
  CHECK(tree_of("甲 {%- comment -%}密{%- endcomment -%} 乙\n") == one("甲乙"));
  CHECK(tree_of("甲 {% comment %}密{% endcomment %}乙\n") == one("甲 乙"));
  CHECK(tree_of("甲\n{%- comment -%}\n密\n{%- endcomment -%}\n乙\n") == one("甲乙"));
  CHECK(tree_of("甲{%comment%}密{%endcomment%}乙\n") == one("甲乙"));
  CHECK(tree_of("甲{% # 密 %}乙\n") == one("甲乙"));
  CHECK(tree_of("甲\n\n{% comment %}\n密\n\n- 密\n\n```\n密\n{% endcomment %}\n\n乙\n") == kBoth);
  CHECK(tree_of("> 甲\n>\n> {% comment %}\n> 密\n> {% endcomment %}\n\n乙\n") ==
        "quote\n  paragraph\n    text \"甲\"\nparagraph\n  text \"乙\"\n");
  CHECK(tree_of("[甲](/a \"{% comment %}密{% endcomment %}题\")\n") ==
        "paragraph\n  link #0 \"/a\" title=\"题\"\n    text \"甲\"\n");
}

TEST_CASE("a comment of Liquid holds others, and tags that are none of its own",
          "[markdown][comments]") {
  CHECK(tree_of("甲{% comment %}密{% comment %}密{% endcomment %}密{% endcomment %}乙\n") ==
        one("甲乙"));
  CHECK(tree_of("甲{% comment %}{% raw %}密{{< a >}}{% endcomment %}乙\n") == one("甲乙"));
  CHECK(read("甲{% comment %}{% foo %}{% endcomment %}\n").said().empty());
}

TEST_CASE("Hugo's comments go, and its escaped shortcodes are shown", "[markdown][comments]") {
  CHECK(tree_of("甲{{/* 密 */}}乙\n") == one("甲乙"));
  CHECK(tree_of("甲{{- /* 密 */ -}}乙\n") == one("甲乙"));
  CHECK(tree_of("甲\n\n{{/*\n密\n\n密\n*/}}\n\n乙\n") == kBoth);
  CHECK(tree_of("甲\n\n{{< comment >}}\n密\n{{< /comment >}}\n\n乙\n") == kBoth);
  CHECK(tree_of("甲{{% comment %}}密{{% /comment %}}乙\n") == one("甲乙"));
  CHECK(tree_of("写 {{</* tip */>}}、{{< /* tip */ >}} 与 {{%/* tip */%}}\n") ==
        one("写 {{< tip >}}、{{< tip >}} 与 {{% tip %}}"));
}

TEST_CASE("Nunjucks' comments go, a heading's id is none", "[markdown][comments]") {
  CHECK(tree_of("甲{# 密 #}乙\n") == one("甲乙"));
  CHECK(tree_of("甲{#密#}乙\n") == one("甲乙"));
  CHECK(tree_of("甲\n\n{#\n密\n\n{% tip %}\n#}\n\n乙\n") == kBoth);
  CHECK(tree_of("## 甲 {#a}\n\n乙 #}\n") ==
        "heading 2 #0 id=\"a\"\n  text \"甲\"\nparagraph\n  text \"乙 #}\"\n");
}

TEST_CASE("Obsidian's comments go, in a line and over paragraphs", "[markdown][comments]") {
  CHECK(tree_of("甲%%密%%乙\n") == one("甲乙"));
  CHECK(tree_of("甲 %% 密\n密 %%乙\n") == one("甲 乙"));
  CHECK(tree_of("甲\n\n%%\n密\n\n```\n密\n%%\n\n乙\n") == kBoth);
  CHECK(tree_of("甲\n\n%% 密\n\n- 密 %%\n\n乙\n") == kBoth);
  CHECK(tree_of("甲\n%%密%%\n乙\n") == one("甲乙"));
  CHECK(tree_of("> 甲\n> %%\n> 密\n> %%\n> 乙\n") == "quote\n  paragraph\n    text \"甲乙\"\n");
  CHECK(tree_of("- 甲\n  %%密%%\n- 乙\n") ==
        "list bullet tight\n  item\n    paragraph\n      text \"甲\"\n  item\n    paragraph\n"
        "      text \"乙\"\n");
}

TEST_CASE("lines that begin with two per cent signs hide nothing in between",
          "[markdown][comments]") {
  const Reading reading = read("%% 第一节\n\n甲用 %% 表示，乙。\n\n%% 第二节\n\n丙用 %% 表示。\n");
  CHECK(reading.tree() ==
        one("%% 第一节") + one("甲用 %% 表示，乙。") + one("%% 第二节") + one("丙用 %% 表示。"));
}

TEST_CASE("two per cent signs are text where nothing is hidden", "[markdown][comments]") {
  for (const char* text :
       {"涨了 50%%，又跌了 30%%。", "用 %%i，例如 for %%i in (*.txt) do echo %%i", "LIKE '%%甲%%'",
        "a%%b%%c", "%%%%密%%%%", "写作 \\%%甲%% 即可", "用 %% 表示"}) {
    const Reading reading = read(text);
    INFO(text);
    std::string shown = text;
    if (const std::size_t slash = shown.find('\\'); slash != std::string::npos)
      shown.erase(slash, 1);
    CHECK(reading.tree() == one(shown));
    CHECK(reading.said().empty());
  }
}

TEST_CASE("MDX's comments go in its files, and elsewhere within a paragraph or alone",
          "[markdown][comments][mdx]") {
  CHECK(read("甲{/* 密 */}乙\n", "a.mdx").tree() == one("甲乙"));
  CHECK(read("甲\n\n{/*\n密\n\n密\n*/}\n\n乙\n", "a.mdx").tree() == kBoth);
  CHECK(tree_of("甲\n\n{/* 密 */}\n\n乙\n") == kBoth);
  CHECK(tree_of("甲\n\n{/*\n密\n\n密\n*/}\n\n乙\n") == kBoth);
  CHECK(tree_of("甲{/* 密 */}乙\n") == one("甲乙"));
  CHECK(tree_of("函数体 `{/* 空 */}` 可省，{/* 不收。\n").find("{/* 不收。") != std::string::npos);
}

TEST_CASE("HTML's comments go wherever they stand", "[markdown][comments][html]") {
  for (const char* text :
       {"甲<!-- 密 -->乙", "甲<!-- 密 -- 密 -->乙", "甲<!-- 密 --->乙", "甲<!--> 乙", "甲<!--->乙",
        "甲<!---->乙", "甲<!-- 密\n密 -->乙", "甲<!--密\n-- 密-->乙"}) {
    INFO(text);
    std::string tree = tree_of(text);
    if (const std::size_t space = tree.find("甲 乙"); space != std::string::npos)
      tree.erase(space + 3, 1);
    CHECK(tree == one("甲乙"));
  }
  CHECK(tree_of("甲\n\n<!-- 密\n\n密 -- 密\n-->\n\n乙\n") == kBoth);
  CHECK(tree_of("甲\n\n<div>\n<!-- 密\n\n密 -->\n乙\n</div>\n") == kBoth);
  CHECK(tree_of("甲\n\n<!-->\n\n乙\n") == kBoth);
  CHECK(tree_of("## 甲<!-- 密 -- -->\n\n| 乙<!-- 密 -- 密 --> |\n|---|\n") ==
        "heading 2 #0\n  text \"甲\"\ntable none\n  head\n    cell\n      text \"乙\"\n");
  CHECK(tree_of("前<!-- {{< tip >}}密{{< /tip >}} -->后\n") == one("前后"));
}

TEST_CASE("definitions that are remarks go, wherever their line stands", "[markdown][comments]") {
  for (const char* remark :
       {"[//]: # (密)", "[//]: # \"密\"", "[//]: # '密'", "[//]: <> (密)", "[comment]: <> (密)",
        "[comment]: # (密 (密) 密)", "[Comment]: # (密)", "[//]: # (密\n密)"}) {
    INFO(remark);
    CHECK(tree_of("甲\n\n" + std::string(remark) + "\n\n乙\n") == kBoth);
    CHECK(tree_of("甲\n" + std::string(remark) + "\n乙\n") == one("甲乙"));
  }
  CHECK(tree_of("见 [comment]\n\n[comment]: # (密)\n") == one("见 [comment]"));
  CHECK(tree_of("见 [comment]\n\n[comment]: /a\n").find("link") != std::string::npos);
}

TEST_CASE("comments of every kind are text in code", "[markdown][comments]") {
  for (const char* comment :
       {"{% comment %}密{% endcomment %}", "{# 密 #}", "{{/* 密 */}}", "%%密%%", "{/* 密 */}",
        "<!-- 密 -- 密 -->", "[//]: # (密)", "{{</* 密 */>}}"}) {
    INFO(comment);
    const std::string code(comment);
    CHECK(read("甲 `" + code + "`\n", "a.mdx").tree() ==
          "paragraph\n  text \"甲 \"\n  code \"" + code + "\"\n");
    CHECK(read("```\n" + code + "\n```\n", "a.mdx").tree() == "code-block \"" + code + "\\n\"\n");
    CHECK(read("甲\n\n    " + code + "\n", "a.mdx").tree() ==
          kBefore + "code-block \"" + code + "\\n\"\n");
  }
  CHECK(tree_of("$a %% b %% c$\n") == "paragraph\n  math \"a %% b %% c\"\n");
  CHECK(tree_of("{% raw %}{% comment %}甲{% endcomment %}{# 乙 #}%%丙%%{% endraw %}\n") ==
        one("{% comment %}甲{% endcomment %}{# 乙 #}%%丙%%"));
}

TEST_CASE("a comment that nothing ends is text, and is told at its line", "[markdown][comments]") {
  for (const char* opener :
       {"{# 密", "{{/* 密", "{/* 密", "%% 密", "<!-- 密", "%%密", "<!--密 --", "<? 密"}) {
    INFO(opener);
    const Reading reading = read("甲\n\n" + std::string(opener) + "\n\n乙\n", "a.mdx");
    CHECK(reading.said() == Said{"comment-unclosed:3"});
    CHECK(reading.tree().find("密") != std::string::npos);
    CHECK(reading.tree().ends_with(one("乙")));
  }
  const Reading liquid = read("甲\n\n{% comment %}\n密\n\n乙\n");
  CHECK(liquid.said() == Said{"comment-unclosed:3"});
  CHECK(liquid.tree() == kBefore + one("密") + one("乙"));
  const Reading in_quote = read("> 甲\n> <!-- 密\n\n乙\n");
  CHECK(in_quote.said() == Said{"comment-unclosed:2"});
  CHECK(in_quote.tree() == "quote\n  paragraph\n    text \"甲 <!-- 密\"\n" + one("乙"));
}

TEST_CASE("lines below a comment keep their numbers", "[markdown][comments]") {
  const Reading reading =
      read("%%\n密\n%%\n甲{# 密\n密 #}乙\n\n{% comment %}\n{% endcomment %}\n\n末\n");
  REQUIRE(reading.blocks().size() == 2);
  CHECK(reading.blocks().front().at.first_line == 4);
  CHECK(reading.blocks().back().at.first_line == 10);
}
