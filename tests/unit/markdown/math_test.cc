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
