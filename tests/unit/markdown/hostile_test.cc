// Texts that no author writes: time stays linear, depth and size end in an error with its line.
#include <malloc.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <climits>
#include <cmath>
#include <ctime>
#include <functional>
#include <string>

#include "tests/unit/markdown/reading.h"

using namespace keben;
using namespace keben::test;

namespace {

std::string times(std::size_t n, const std::string& text) {
  std::string out;
  out.reserve(n * text.size());
  for (std::size_t i = 0; i < n; ++i)
    out += text;
  return out;
}

/// How many times dearer a text of twice the length may be (faults.md).
constexpr double kLinear = 2.3;

/// Of this thread alone.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double seconds_for(const std::string& text) {
  const double begin = cpu_seconds();
  read(text);
  return cpu_seconds() - begin;
}

/// Memory once got is kept: the system's price for pages grows by its own law, not by ours.
void keep_memory() {
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
}

/// How many times the CPU time grows when the text is doubled, on the average of four doublings.
/// Other programs share this machine and spoil many a measurement, always upwards: the least time
/// of each size counts, and more rounds are run where it looks bad.
double growth_from(std::size_t n, const std::function<std::string(std::size_t)>& make) {
  const std::string small = make(n);
  const std::string large = make(16 * n);
  double least_small = 100;
  double least_large = 100;
  double result = 100;
  for (int round = 0; round < 10 && result >= kLinear; ++round) {
    least_small = std::min(least_small, std::max(seconds_for(small), 1e-6));
    least_large = std::min(least_large, seconds_for(large));
    result = std::sqrt(std::sqrt(least_large / least_small));
  }
  return result;
}

/// Between the sizes where the small text fits a cache and the large one does not, all looks worse
/// than it is: what is not linear there is asked again at larger ones. What is quadratic comes out
/// near four at all of them.
double growth(const std::function<std::string(std::size_t)>& make) {
  keep_memory();
  std::size_t n = 2'000;
  while (seconds_for(make(n)) < 0.003 && n < 500'000)
    n *= 2;
  double result = 100;
  for (int size = 0; size < 3 && result >= kLinear; ++size, n *= 2)
    result = growth_from(n, make);
  return result;
}

double growth_of(const std::string& repeated) {
  return growth([&](std::size_t n) { return times(n, repeated); });
}

}  // namespace

TEST_CASE("references to noncharacters never become bytes that are no UTF-8", "[hostile]") {
  const std::string tree = read("&#xFFFE;甲&#xFFFF;").tree();
  CHECK(tree.find_first_of("\xFE\xFF") == std::string::npos);
  CHECK(tree.find("\uFFFD甲\uFFFD") != std::string::npos);
}

TEST_CASE("openers that nothing closes are read in linear time", "[markdown][hostile]") {
  CHECK(growth_of("a<![CDATA[") < kLinear);
  CHECK(growth_of("a<!A ") < kLinear);
  CHECK(growth_of("a<?") < kLinear);
  CHECK(growth_of("a<!--") < kLinear);
  CHECK(growth_of("a\n    <?") < kLinear);
  CHECK(growth([](std::size_t n) { return times(n, "甲\n\n") + "<"; }) < kLinear);
}

TEST_CASE("openers in great number stay text, and one that closes stays HTML",
          "[markdown][hostile]") {
  CHECK(tree_of(times(40, "a<?")) == "paragraph\n  text \"" + times(40, "a<?") + "\"\n");
  CHECK(tree_of("甲<?x?>乙") == "paragraph\n  text \"甲乙\"\n");
  CHECK(tree_of(times(40, "a<?") + "\n\n甲<?x?>乙").ends_with("text \"甲乙\"\n"));
}

TEST_CASE("runs of marks are read in linear time", "[markdown][hostile]") {
  CHECK(growth_of("![l") < kLinear);
  CHECK(growth_of("_a __b ") < kLinear);
  CHECK(growth_of("*a **b ") < kLinear);
  CHECK(growth_of("[a](") < kLinear);
  CHECK(growth_of("[a") < kLinear);
  CHECK(growth_of("$a ") < kLinear);
  CHECK(growth_of("{{<") < kLinear);
  CHECK(growth_of("{% a %}") < kLinear);
  CHECK(growth_of("{{#include ") < kLinear);
  CHECK(growth_of("{{< code >}}`") < kLinear);
  CHECK(growth_of("{% raw %}endraw") < kLinear);
  CHECK(growth_of("[^x] ") < kLinear);
  CHECK(growth_of("<details><summary>") < kLinear);
  CHECK(growth_of("<b><p>") < kLinear);
  CHECK(growth_of("1、中\n") < kLinear);
  CHECK(growth_of("\u3000\u3000中\n") < kLinear);
  CHECK(growth_of(":::\n") < kLinear);
  CHECK(growth_of("|-|-|-|\n|-|-|\n") < kLinear);
  CHECK(growth_of("a\n-|-\n") < kLinear);
}

TEST_CASE("links and notes among marks are read in linear time", "[markdown][hostile]") {
  for (const char* repeated : {"[^x] *a* ", "[^x]_a_ ", "[^x]~~a~~ ", "[^x]==a==", "[a](b) *a* ",
                               "[a](b) *a", "![a](b)++ ", "[x](b)*\n", "![[a](b)", "![++[a](b)",
                               "_x **b~~ c** ", "**==]", "_x **b* c** ", "*中==[a]: b<div>"}) {
    INFO(repeated);
    CHECK(growth([&](std::size_t n) { return times(n, repeated) + "\n\n[x]: y\n\n[^x]: z\n"; }) <
          kLinear);
  }
}

TEST_CASE("a paragraph of too many marks keeps its text, and tells", "[markdown][hostile]") {
  const std::string many = times(300, "*甲* ");
  const Reading reading =
      read("前\n\n" + many + "`a*b` [x](*y) <i class='*'>z</i> $u_*$\n\n*乙*\n");
  CHECK(reading.said() == Said{"marks-left-as-text:3", "math-as-source:3"});
  const auto& paragraph = std::get<model::Paragraph>(reading.blocks()[1].is);
  CHECK(model::plain_text(paragraph.content) ==
        times(256, "甲 ") + times(44, "*甲* ") + "a*b x z u_*");
  CHECK(model::dump(reading.blocks()).find("\"*y\"") != std::string::npos);
  CHECK(std::get<model::Paragraph>(reading.blocks()[2].is).content.front().is.index() ==
        paragraph.content.front().is.index());
  CHECK(read(times(256, "*甲* ") + "snake_case a = b\n").said().empty());
  CHECK(read(times(300, "- *甲* [a](b)\n")).said().empty());
  CHECK(read("|a|\n|-|\n" + times(300, "|*甲*|\n")).said().empty());
  CHECK(read(times(600, "![甲](b) ")).said().empty());
}

TEST_CASE("marks that lie in one another are given their places in linear time",
          "[markdown][hostile]") {
  CHECK(growth_of("*~~") < kLinear);
  CHECK(growth_of("$$]]~") < kLinear);
  CHECK(growth_of("![a](b)1. [^x]") < kLinear);
  CHECK(growth_of("++<summary>~~</b>{%") < kLinear);
}

TEST_CASE("openers of our own inline constructs are read in linear time", "[markdown][hostile]") {
  for (const char* opener : {"==a ",
                             "a==",
                             "++a ",
                             "=",
                             "+",
                             "^[",
                             "^[甲 [",
                             "]",
                             "^[甲]",
                             "[[",
                             "[[a|",
                             "![[",
                             "![[a.png]]",
                             "{漢|",
                             "{漢|か}",
                             "[x]^(",
                             "[甲]^(",
                             "｜",
                             "｜漢《",
                             "｜漢《か》",
                             ":",
                             ":smile:",
                             ":a",
                             "\\(",
                             "\\(x\\)",
                             "\\[",
                             "\\[x^2 ",
                             "\\[x^2\\]",
                             "\\[x^2\n",
                             ">\\[",
                             "&#91;",
                             "&#769;",
                             "\\",
                             "![](a b",
                             "![](a b.png)",
                             "![](",
                             "[x](http://a.cn）",
                             "[x]（http://a.cn)",
                             "** ",
                             "**a ",
                             "|{漢|か}",
                             "**示例: ** x ",
                             "<kbd>",
                             "&#",
                             "<ruby>",
                             "http://",
                             "a@b.cn "}) {
    INFO(opener);
    CHECK(growth_of(opener) < kLinear);
  }
}

TEST_CASE("comments that nothing ends, and those in great number, are read in linear time",
          "[markdown][hostile][comments]") {
  for (const char* shred : {"{% comment %}",
                            "{% endcomment %}",
                            "{% comment %}a{% endcomment %}",
                            "{%- comment -%}\n",
                            "{{< comment >}}",
                            "{% comment %}{{< /comment >}}",
                            "{% # ",
                            "{# ",
                            "{#",
                            "{#a}",
                            "{#}",
                            "{# #}",
                            "{{/* ",
                            "{{- /* ",
                            "{/* ",
                            "{/* */}",
                            "\n{/*",
                            "%%",
                            "%% ",
                            "%%a",
                            "\n%% a",
                            "\n%%\n\n",
                            "%%中",
                            "a %% b %%c\n",
                            "<!--",
                            "a<!-- -- ",
                            "a<!-- -- -->",
                            "<!-- \n\n",
                            "a <!-->",
                            "> <!--\n\n",
                            "<div><!-- \n\n",
                            "[//]: # (a",
                            "[//]: # (a)\n",
                            "a\n[//]: # (a\n",
                            "\n\n[//]: # (",
                            "{% raw %}",
                            "{% raw %}{% endraw %}",
                            "{% highlight %}\n",
                            "<code>{% raw %}"}) {
    INFO(shred);
    CHECK(growth_of(shred) < kLinear);
  }
}

TEST_CASE("what is literal is found in linear time", "[markdown][hostile][literal]") {
  for (const char* shred : {"$$\n",
                            "$$\na\n$$\n",
                            "$$\na\n$$ b\n",
                            "> $$\n\n",
                            "- $$\n",
                            "$$\n\na b c d\n",
                            "\\[\nx^2\n\\]\n",
                            "\\[\nx^2\n\\] a\n",
                            "`$$\n",
                            "a `\n$$\n",
                            "2. a\n$$\nb\n$$\n",
                            "$$\na\n$$\n    b\n",
                            "`",
                            "` `` ",
                            "$`",
                            "$`a$ ",
                            "<a b='",
                            "<a b=\"",
                            "<code>",
                            "<code>$",
                            "<?a$$",
                            "<!A $$",
                            "$$<![CDATA[",
                            "$$ http://a",
                            "$$ www.a.b",
                            "[a](b \"$$",
                            "[a](<$$",
                            "[a]($$(",
                            "[a]: b $$\n",
                            "$$[a]: b '\n",
                            "| $|a|$ |\n",
                            "|a|\n|-|\n|`$$\n",
                            "$$\n> - ",
                            "::: a\n$$\n",
                            "::: a\n:::::\n$$",
                            "- a\n\n  $$b\n",
                            "[^1]: $$\n\n",
                            "!!! a\n$$\n"}) {
    INFO(shred);
    CHECK(growth_of(shred) < kLinear);
    CHECK(growth([&](std::size_t n) { return "|a|\n|-|\n" + times(n, shred); }) < kLinear);
  }
}

TEST_CASE("marks of code lines are read in linear time, however many lines they name",
          "[markdown][hostile]") {
  CHECK(tree_of("```js {1-999999999,99999999999999999999}\nx\n```\n") ==
        "code-block language=\"js\" attributes=\"{1-999999999,99999999999999999999}\" marked=1 "
        "\"x\\n\"\n");
  for (const char* shred : {"{", "1-9999999,", "{1,", "ins=\"1 ", "\"'", "ins={", "mark:1 "}) {
    INFO(shred);
    CHECK(growth([&](std::size_t n) {
            return "```js {" + times(n, shred) + "\n" + times(n, "x\n") + "```\n";
          }) < kLinear);
  }
  for (const char* line : {"// highlight-start\n", "x // [!code ++:9999999]\n", "// [!code "}) {
    INFO(line);
    CHECK(growth([&](std::size_t n) { return "```js\n" + times(n, line) + "\n```\n"; }) < kLinear);
  }
}

TEST_CASE("a table over the limit is an error that names limit, value and line",
          "[markdown][hostile]") {
  const auto wide = [](std::size_t n) {
    return "文\n\n|" + times(n, "a|") + "\n|" + times(n, "-|") + "\n" + times(n, "a\n");
  };
  const Reading columns = read(wide(1001));
  REQUIRE(columns.error);
  CHECK(columns.error->code == "table-too-wide");
  CHECK(columns.error->what.en.find("1001") != std::string::npos);
  CHECK(columns.error->what.en.find("1000") != std::string::npos);
  CHECK(columns.error->at.first_line == 3);
  CHECK(columns.error->fault == Fault::document);

  const Reading cells =
      read("|" + times(999, "a|") + "\n|" + times(999, "-|") + "\n" + times(101, "a\n"));
  REQUIRE(cells.error);
  CHECK(cells.error->code == "table-too-large");
  CHECK(cells.error->at.first_line == 102);
  CHECK(growth(wide) < kLinear);
}

TEST_CASE("many bars are no table without a row of dashes", "[markdown][hostile]") {
  CHECK_FALSE(read(times(1200, "a|")).error);
  CHECK_FALSE(read("|a|\n|-|\n|1|\n\n" + times(1200, "a|")).error);
  CHECK_FALSE(read("```\n|" + times(1200, "-|") + "\n|" + times(1200, "-|") + "\n```\n").error);
}

TEST_CASE("what definitions give to links is counted", "[markdown][hostile]") {
  const auto expanding = [](std::size_t n) {
    return "[a]: /" + times(4 * n, "x") + "\n\n" + times(n, "[a]");
  };
  const Reading reading = read(expanding(10'000));
  REQUIRE(reading.error);
  CHECK(reading.error->code == "references-too-large");
  CHECK(reading.error->at.first_line == 3);
  CHECK(growth(expanding) < kLinear);
}

TEST_CASE("a link takes address and title from its definition", "[markdown]") {
  CHECK(tree_of("[甲][a] ![乙][a]x\n\n[a]: /x&amp;y '题'\n") ==
        "paragraph\n  link #0 \"/x&y\" title=\"题\"\n    text \"甲\"\n  text \" \"\n"
        "  image #0 \"/x&y\" title=\"题\"\n    text \"乙\"\n  text \"x\"\n");
}

TEST_CASE("nesting deeper than the limit is an error with its line", "[markdown][hostile]") {
  for (const std::string& mark : {std::string("> "), std::string("- "), std::string(">")}) {
    const Reading reading = read("文\n\n" + times(20'000, mark) + "a\n");
    REQUIRE(reading.error);
    CHECK(reading.error->code == "nesting-too-deep");
    CHECK(reading.error->at.first_line == 3);
  }
  const Reading boxes = read(times(20'000, "::: a\n"));
  REQUIRE(boxes.error);
  CHECK(boxes.error->code == "containers-too-deep");
  CHECK(boxes.error->at.first_line == 33);
  CHECK_FALSE(read(times(90, "> ") + "a\n").error);
}

TEST_CASE("deep HTML keeps its text, in linear time", "[markdown][hostile]") {
  const Reading reading = read(times(20'000, "<div>") + "字");
  REQUIRE(reading.document);
  CHECK(reading.tree().find("字") != std::string::npos);
  CHECK(reading.says("html-too-deep"));
  CHECK(growth_of("<div>\n\n") < kLinear);
}

TEST_CASE("end tags that leap over others are read in linear time", "[markdown][hostile]") {
  CHECK(growth_of("</a><a><b>") < kLinear);
  CHECK(growth_of("</a><a><summary>") < kLinear);
  CHECK(tree_of("甲<b>乙<i>丙</b>丁</i>") ==
        "paragraph\n  text \"甲\"\n  strong\n    text \"乙\"\n    emphasis\n      text \"丙\"\n"
        "  emphasis\n    text \"丁\"\n");
}

TEST_CASE("headings and notes over the limit are errors", "[markdown][hostile]") {
  const Reading headings = read(times(20'001, "# a\n"));
  REQUIRE(headings.error);
  CHECK(headings.error->code == "headings-too-many");
  CHECK(headings.error->at.first_line == 20'001);
  std::string notes;
  for (int i = 0; i <= 20'000; ++i)
    notes += "[^" + std::to_string(i) + "]\n\n[^" + std::to_string(i) + "]: a\n\n";
  CHECK(read(notes).error->code == "notes-too-many");
}
