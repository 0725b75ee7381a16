#include <catch2/catch.hpp>

#include "tests/unit/markdown/reading.h"

using namespace keben;
using namespace keben::test;

namespace {

std::string alone(const std::string& text) {
  return "paragraph\n  text \"" + text + "\"\n";
}

}  // namespace

TEST_CASE("two equals signs mark and two plus signs insert", "[markdown][marks]") {
  CHECK(tree_of("==a==") == "paragraph\n  mark\n    text \"a\"\n");
  CHECK(tree_of("++a++") == "paragraph\n  insert\n    text \"a\"\n");
  CHECK(tree_of("讲==“重点”==。") ==
        "paragraph\n  text \"讲\"\n  mark\n    text \"“重点”\"\n  text \"。\"\n");
}

TEST_CASE("marks nest with emphasis and with one another", "[markdown][marks]") {
  CHECK(tree_of("==a **b** c==") ==
        "paragraph\n  mark\n    text \"a \"\n    strong\n      text \"b\"\n    text \" c\"\n");
  CHECK(tree_of("**==a==**") == "paragraph\n  strong\n    mark\n      text \"a\"\n");
  CHECK(tree_of("==++a++==") == "paragraph\n  mark\n    insert\n      text \"a\"\n");
  CHECK(tree_of("==a [b](c)==") ==
        "paragraph\n  mark\n    text \"a \"\n    link #0 \"c\"\n      text \"b\"\n");
}

TEST_CASE("what compares, counts or names a language is text", "[markdown][marks]") {
  for (const char* text :
       {"a == b == c", "a==b 和 c==d", "f(x)==y 且 g(x)==z", "C++ 和 C++", "C++的++ 与 C++",
        "i++; ++i", "++i 或 i++", "==a", "a==", "== a ==", "====", "=a= +b+", "===a===", "==a++"}) {
    CHECK(tree_of(text) == alone(text));
  }
}

TEST_CASE("an escape keeps marks text", "[markdown][marks]") {
  CHECK(tree_of("\\==a==") == alone("==a=="));
  CHECK(tree_of("`==a==`") == "paragraph\n  code \"==a==\"\n");
}

TEST_CASE("carets and single tildes are text", "[markdown][marks]") {
  CHECK(tree_of("x^2^ H~2~O") == alone("x^2^ H~2~O"));
}
