#include "markdown/shortcodes.h"

#include <catch2/catch.hpp>

#include "markdown/shortcode_tags.h"
#include "tests/unit/markdown/reading.h"

using namespace keben;
using namespace keben::markdown;
using namespace keben::test;

TEST_CASE("arguments are plain or named, quoted or bare", "[markdown][shortcodes]") {
  const Arguments read = parse_arguments(" tip \"甲 乙\" title='丙' width=50% lang:js a, b ");
  CHECK(read.plain == std::vector<std::string>{"tip", "甲 乙", "a", "b"});
  CHECK(read.get({"title"}) == "丙");
  CHECK(read.get({"w", "width"}) == "50%");
  CHECK(read.get({"lang"}) == "js");
  CHECK(read.get({"none"}, 1) == "甲 乙");
  CHECK(parse_arguments("\"没有结束").plain == std::vector<std::string>{"没有结束"});
}

TEST_CASE("Hugo's boxes become admonitions", "[markdown][shortcodes]") {
  const std::string box =
      "admonition tip name=\"tip\"\n  title\n    text \"题\"\n  paragraph\n    text \"文\"\n";
  CHECK(tree_of("{{< admonition tip \"题\" >}}\n文\n{{< /admonition >}}\n") == box);
  CHECK(tree_of("{{% admonition type=\"tip\" title=\"题\" %}}\n文\n{{% /admonition %}}\n") == box);
  CHECK(tree_of("{{< admonition tip \"题\" >}}文{{< /admonition >}}\n") == box);
  CHECK(tree_of("{% note tip 题 %}\n文\n{% endnote %}\n") == box);
  CHECK(tree_of("{{< tip \"题\" >}}\n文\n{{< /tip >}}\n") == box);
  CHECK(tree_of("{{< details \"题\" >}}\n文\n{{< /details >}}\n") ==
        "details\n  summary\n    text \"题\"\n  paragraph\n    text \"文\"\n");
}

TEST_CASE("boxes stand in lists and quotations, and in each other", "[markdown][shortcodes]") {
  CHECK(tree_of("> {{< tip >}}\n> 文\n> {{< /tip >}}\n") ==
        "quote\n  admonition tip name=\"tip\"\n    paragraph\n      text \"文\"\n");
  CHECK(tree_of("- {{< tip >}}文{{< /tip >}}\n") ==
        "list bullet tight\n  item\n    admonition tip name=\"tip\"\n      paragraph\n"
        "        text \"文\"\n");
  CHECK(tree_of("{{< tip >}}\n{{< note >}}\n内\n{{< /note >}}\n外\n{{< /tip >}}\n") ==
        "admonition tip name=\"tip\"\n  admonition note name=\"note\"\n    paragraph\n"
        "      text \"内\"\n  paragraph\n    text \"外\"\n");
}

TEST_CASE("a quotation's author stands on its last line", "[markdown][shortcodes]") {
  CHECK(tree_of("{% blockquote 鲁迅 %}\n文\n{% endblockquote %}\n") ==
        "admonition quote name=\"quote\"\n  paragraph\n    text \"文\"\n  paragraph\n"
        "    text \"—— 鲁迅\"\n");
}

TEST_CASE("what holds code becomes a fence, and nothing in it is a tag", "[markdown][shortcodes]") {
  CHECK(tree_of("{{< highlight go >}}\na := `x`\n{{< ref \"b\" >}}\n{{< /highlight >}}\n") ==
        "code-block language=\"go\" \"a := `x`\\n{{< ref \\\"b\\\" >}}\\n\"\n");
  CHECK(tree_of("{% codeblock 题 lang:js %}\n```\n{% endcodeblock %}\n") ==
        "code-block language=\"js\" attributes=\"title=\\\"题\\\"\" title=\"题\" \"```\\n\"\n");
  CHECK(tree_of("{{< mermaid >}}\ngraph LR\n{{< /mermaid >}}\n") ==
        "code-block language=\"mermaid\" title=\"mermaid\" \"graph LR\\n\"\n");
  CHECK(tree_of("{{< math >}}\nx\n{{< /math >}}\n") == "math-block \"x\\n\"\n");
  CHECK(tree_of("{% raw %}{{ site.x }}{% endraw %}\n") == "paragraph\n  text \"{{ site.x }}\"\n");
}

TEST_CASE("pictures, films and links", "[markdown][shortcodes]") {
  CHECK(tree_of("{{< figure src=\"a b.png\" title=\"题\" width=\"300\" >}}\n") ==
        tree_of("![题](<a b.png> \"题\"){width=300}\n"));
  CHECK(tree_of("{% img /a.png 300 200 \"题\" \"图\" %}\n") ==
        tree_of("![图](/a.png \"题\"){width=300}\n"));
  CHECK(tree_of("{{< youtube abc >}}\n") ==
        "link-card #0 \"https://www.youtube.com/watch?v=abc\"\n");
  CHECK(tree_of("{{< bilibili BV1 >}}\n") ==
        "link-card #0 \"https://www.bilibili.com/video/BV1\"\n");
  CHECK(tree_of("{{< gist user 1a2b >}}\n") ==
        "link-card #0 \"https://gist.github.com/user/1a2b\"\n");
  CHECK(tree_of("[甲]({{< ref \"b.md\" >}})\n") ==
        "paragraph\n  link #0 \"b.md\"\n    text \"甲\"\n");
  CHECK(tree_of("{% post_link b 乙 %}\n").find("乙") != std::string::npos);
  CHECK(tree_of("{{< ruby \"漢字\" \"かな\" >}}\n") == tree_of("<ruby>漢字<rt>かな</rt></ruby>\n"));
}

TEST_CASE("Liquid's variables go, its paths stay", "[markdown][shortcodes]") {
  CHECK(tree_of("![图]({{ site.baseurl }}/a.png)\n") == tree_of("![图](/a.png)\n"));
  CHECK(tree_of("[甲]({{ '/a' | relative_url }})\n") == tree_of("[甲](/a)\n"));
  CHECK(tree_of("模板写作 {{ message }}。\n") ==
        "paragraph\n  text \"模板写作 {{ message }}。\"\n");
  CHECK(tree_of("$x_{{i}}$\n") == "paragraph\n  math \"x_{{i}}\"\n");
}

TEST_CASE("kramdown's attributes go, a heading keeps its id", "[markdown][kramdown]") {
  CHECK(tree_of("## 题\n{: #x .y}\n\n文\n{: .z}\n\n{:toc}\n") ==
        "heading 2 #0 id=\"x\"\n  text \"题\"\nparagraph\n  text \"文\"\n");
  CHECK(tree_of("[甲](/a){:target=\"_blank\"}乙\n") ==
        "paragraph\n  link #0 \"/a\"\n    text \"甲\"\n  text \"乙\"\n");
  CHECK(tree_of("集合 {: 不是属性\n") == "paragraph\n  text \"集合 {: 不是属性\"\n");
}

TEST_CASE("an unknown shortcode loses its tags, keeps its text, and is told",
          "[markdown][shortcodes]") {
  const Reading reading = read("文\n\n{{< foo a=\"b\" >}}\n*内*\n{{< /foo >}}\n\n{% bar %}\n");
  CHECK(reading.tree() == "paragraph\n  text \"文\"\nparagraph\n  emphasis\n    text \"内\"\n");
  CHECK(reading.said() == Said{"shortcode-unknown:3", "shortcode-unknown:7"});
}

TEST_CASE("no shortcode is read in code", "[markdown][shortcodes]") {
  CHECK(tree_of("```\n{{< tip >}}\n```\n") == "code-block \"{{< tip >}}\\n\"\n");
  CHECK(tree_of("用 `{{< tip >}}` 写\n") ==
        "paragraph\n  text \"用 \"\n  code \"{{< tip >}}\"\n  text \" 写\"\n");
  CHECK(tree_of("文\n\n    {% tip %}\n") ==
        "paragraph\n  text \"文\"\ncode-block \"{% tip %}\\n\"\n");
  CHECK(tree_of("写 {{</* tip */>}} 即可\n") == "paragraph\n  text \"写 {{< tip >}} 即可\"\n");
}

TEST_CASE("a tag may run over lines, and lines behind keep their numbers",
          "[markdown][shortcodes]") {
  const Reading reading =
      read("{{< figure\n  src=\"a.png\"\n  title=\"题\" >}}\n\n{{< tip >}}文{{< /tip >}}\n\n末\n");
  CHECK(reading.blocks().size() == 3);
  CHECK(reading.blocks().back().at.first_line == 7);
  CHECK(reading.blocks().at(0).at.first_line == 1);
  CHECK(reading.blocks().at(1).at.first_line == 5);
}
