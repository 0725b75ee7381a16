#include <catch2/catch.hpp>

#include "tests/unit/markdown/reading.h"

using namespace keben;
using namespace keben::test;

TEST_CASE("escaped brackets around a formula are its delimiters", "[markdown][math]") {
  CHECK(tree_of("\\(a_1 * b_2 * c\\)") == "paragraph\n  math \"a_1 * b_2 * c\"\n");
  CHECK(tree_of("\\(f(x, y)\\)") == "paragraph\n  math \"f(x, y)\"\n");
  CHECK(tree_of("\\(\\{a\\}\\)") == "paragraph\n  math \"\\\\{a\\\\}\"\n");
}

TEST_CASE("escaped brackets around prose are brackets", "[markdown][math]") {
  CHECK(tree_of("\\(如此\\) \\(see above\\) \\(1\\)") ==
        "paragraph\n  text \"(如此) (see above) (1)\"\n");
  CHECK(tree_of("[x](a\\(n\\)b)") == "paragraph\n  link #0 \"a(n)b\"\n    text \"x\"\n");
  CHECK(tree_of("`\\(n\\)`") == "paragraph\n  code \"\\\\(n\\\\)\"\n");
  CHECK(tree_of("\\\\(n\\\\)") == "paragraph\n  text \"\\\\(n\\\\)\"\n");
}

TEST_CASE("a formula in a table's cell is kept, bars and all", "[markdown][math]") {
  const std::string tree = tree_of("| 甲 |\n|---|\n| $|a|$ |\n| \\(|b|\\) |\n");
  CHECK(tree.find("math \"|a|\"") != std::string::npos);
  CHECK(tree.find("math \"|b|\"") != std::string::npos);
}

TEST_CASE("prices and variables are text", "[markdown][math]") {
  for (const char* text : {"价$100到$200，$PATH", "花了$5。", "$ a $", "${A} 与 ${B}"})
    CHECK(tree_of(text) == "paragraph\n  text \"" + std::string(text) + "\"\n");
}

TEST_CASE("formulas are noted once a text, at the first", "[markdown][math]") {
  CHECK(read("文\n\n$a$ 与 $b$\n\n$$\nc\n$$\n").said() == Said{"math-as-source:3"});
  CHECK(read("文").said() == Said{});
}

TEST_CASE("a line of dollars in a code span opens no formula", "[markdown][math][literal]") {
  CHECK(tree_of("写作：\n\n`$$\nf(n) = 1\n$$`\n\n散文。\n\n`$$\ng(n) = 1\n$$`\n") ==
        "paragraph\n  text \"写作：\"\nparagraph\n  code \"$$ f(n) = 1 $$\"\n"
        "paragraph\n  text \"散文。\"\nparagraph\n  code \"$$ g(n) = 1 $$\"\n");
  CHECK(tree_of("文 <a title='\n$$\nx\n$$\n'>字</a>\n").find("math") == std::string::npos);
  CHECK(tree_of("- `a\n  $$\n  b`\n\n$$\nx\n$$\n") ==
        "list bullet tight\n  item\n    paragraph\n      code \"a $$ b\"\nmath-block \"x\\n\"\n");
}

TEST_CASE("a formula that nothing ends is text, and is told", "[markdown][math][literal]") {
  const Reading open = read("前文。\n\n$$\na = b\n\n后文一段，**粗**。\n\n## 二\n");
  CHECK(open.says("formula-unclosed"));
  CHECK(open.said() == Said{"formula-unclosed:3"});
  CHECK(open.tree() ==
        "paragraph\n  text \"前文。\"\nparagraph\n  text \"$$ a = b\"\nparagraph\n"
        "  text \"后文一段，\"\n  strong\n    text \"粗\"\n  text \"。\"\nheading 2 #0\n  text "
        "\"二\"\n");
  CHECK(read("> $$\n> a\n\n$$\nb\n$$\n").tree() ==
        "quote\n  paragraph\n    text \"$$ a\"\nmath-block \"b\\n\"\n");
  CHECK(read("$$ 是两个符号。\n").said() == Said{});
}

TEST_CASE("a formula that was left open takes no prose with it, up to the next",
          "[markdown][math][literal]") {
  const std::string tree =
      "paragraph\n  text \"$$ a = b\"\nparagraph\n  text \"后文一段。\"\nmath-block \"c = d\\n\"\n";
  CHECK(tree_of("$$\na = b\n\n后文一段。\n\n$$\nc = d\n$$\n") == tree);
  CHECK(tree_of("$$\na = b\n\nSome prose is here.\n\n$$\nc = d\n$$\n").find("math-block \"c = d") !=
        std::string::npos);
  CHECK(tree_of("$$a\n= b$$ 其中\n\n散文。\n\n$$\nc\n$$\n") ==
        "paragraph\n  display-math \"a\\n= b\"\n  text \" 其中\"\nparagraph\n  text \"散文。\"\n"
        "math-block \"c\\n\"\n");
}

TEST_CASE("blank lines and words may stand in a formula", "[markdown][math][literal]") {
  CHECK(tree_of("$$\n\na = b\n\n\\text{当 $n$ 为偶数时，成立}\n\n$$\n").starts_with("math-block"));
  CHECK(tree_of("$$\n速度 = 距离 / 时间\n\n加速度 = 速度 / 时间\n$$\n").starts_with("math-block"));
  CHECK(tree_of("$$\n\\operatorname{argmax} \\text{if it is even}\n\n\\sin x\n$$\n")
            .starts_with("math-block"));
}

TEST_CASE("what begins first is read, code or formula", "[markdown][math][literal]") {
  CHECK(tree_of("`$`$`") == "paragraph\n  code \"$\"\n  text \"$`\"\n");
  CHECK(tree_of("$\\text{`a'} + `b`$") == "paragraph\n  math \"\\\\text{`a'} + `b`\"\n");
  CHECK(tree_of("about $5 and `$x` too") ==
        "paragraph\n  text \"about $5 and \"\n  code \"$x\"\n  text \" too\"\n");
  CHECK(tree_of("<code>$x$</code>") == "paragraph\n  code \"$x$\"\n");
  CHECK(tree_of("[甲](/a$b$c \"$x$\")") ==
        "paragraph\n  link #0 \"/a$b$c\" title=\"$x$\"\n    text \"甲\"\n");
}

TEST_CASE("dollars in a table's cells are formulas only where its columns say so",
          "[markdown][math][literal]") {
  CHECK(tree_of("| 甲 | 乙 |\n|---|---|\n| `$$a` | `b$$` |\n| $5 | 6$ |\n| $|x|$ | 8 |\n") ==
        "table none none\n  head\n    cell\n      text \"甲\"\n    cell\n      text \"乙\"\n"
        "  row\n    cell\n      code \"$$a\"\n    cell\n      code \"b$$\"\n"
        "  row\n    cell\n      text \"$5\"\n    cell\n      text \"6$\"\n"
        "  row\n    cell\n      math \"|x|\"\n    cell\n      text \"8\"\n");
}
