#include "outline/slug.h"

#include <catch2/catch.hpp>

using namespace keben::outline;

TEST_CASE("a slug is what GitHub makes of a heading", "[outline][slug]") {
  CHECK(github_slug("Getting Started: 2.0") == "getting-started-20");
  CHECK(github_slug("一、零一发展历程梳理") == "一零一发展历程梳理");
  CHECK(github_slug("（二）产品空心化：技术至上") == "二产品空心化技术至上");
  CHECK(github_slug("C++ & Rust — 对比") == "c--rust--对比");
  CHECK(github_slug("snake_case-name") == "snake_case-name");
  CHECK(github_slug("ÉCOLE ΑΒΓ ДОМ ＡＢ") == "école-αβγ-дом-ａｂ");
  CHECK(github_slug("① 一　二 😀！") == "-一二-");
  CHECK(github_slug("〇々ー가﹏Ⅷ") == "〇々ー가﹏ⅷ");
}

TEST_CASE("repeated names are told apart as GitHub does", "[outline][slug]") {
  SlugCounter counter;
  CHECK(counter.unique("a") == "a");
  CHECK(counter.unique("a") == "a-1");
  CHECK(counter.unique("a-1") == "a-1-1");
  CHECK(counter.unique("a") == "a-2");
}

TEST_CASE("the coarse name is equal for the slugs of different sites", "[outline][slug]") {
  CHECK(folded("C++ & Rust — 对比") == folded("c-rust-对比"));
  CHECK(folded("一、梳理") == folded("一-梳理"));
}
