#include "outline/headings.h"

#include <catch2/catch.hpp>

#include "tests/support/build.h"

using namespace keben;
using namespace keben::outline;
using namespace keben::test;

namespace {

std::vector<HeadingPlace> places(const model::Document& document) {
  std::set<std::string> taken;
  return place_headings(document, find_headings(document), 1, taken);
}

std::vector<int> ranks(const std::vector<int>& levels) {
  model::Blocks blocks;
  for (const int level : levels)
    blocks.push_back(heading(level, "题"));
  std::vector<int> out;
  for (const HeadingPlace& place : places(essay("a.md", "文", blocks)))
    out.push_back(place.rank);
  return out;
}

using Ranks = std::vector<int>;

}  // namespace

TEST_CASE("a heading is exactly one deeper than its parent, however its author jumped",
          "[outline][heading-order]") {
  CHECK(ranks({1, 2, 3}) == Ranks{1, 2, 3});
  CHECK(ranks({1, 3, 4, 2}) == Ranks{1, 2, 3, 2});
  CHECK(ranks({3, 5, 3, 2, 4}) == Ranks{1, 2, 1, 1, 2});
  CHECK(ranks({2, 1, 2}) == Ranks{1, 1, 2});
  CHECK(ranks({6}) == Ranks{1});
}

TEST_CASE("a heading in a box is ranked below its place and disturbs nothing after it",
          "[outline][heading-order]") {
  const model::Document text =
      essay("a.md", "文",
            {heading(2, "甲"),
             {{}, model::Quote{{heading(1, "引"), heading(2, "引下")}, {}}},
             heading(3, "乙")});
  const auto all = places(text);
  CHECK(all[1].rank == 2);
  CHECK(all[2].rank == 3);
  CHECK(all[3].rank == 2);
  CHECK_FALSE(all[1].listed);
  CHECK(all[3].listed);
}

TEST_CASE("anchors are the author's where they are ASCII names and free, else ours",
          "[outline][ids]") {
  const auto all =
      places(essay("a.md", "文",
                   {heading(1, "甲", "intro"), heading(1, "乙", "intro"), heading(1, "丙", "中文"),
                    heading(1, "丁", "e1s1"), heading(1, "戊", "1st"), heading(1, "己"),
                    heading(1, "庚", "page-3")}));
  const auto anchor = [&](std::size_t i) { return all[i].anchor; };
  CHECK(anchor(0) == "intro");
  CHECK(anchor(1) == "e1s2");
  CHECK(anchor(2) == "e1s3");
  CHECK(anchor(3) == "e1s4");
  CHECK(anchor(4) == "e1s5");
  CHECK(anchor(5) == "e1s6");
  CHECK(anchor(6) == "e1s7");
}

TEST_CASE("navigation says words only", "[outline][nav]") {
  CHECK(navigation_text({text(" 一、 "), image("a.png", "图"), text("起\n高楼"), note_mark(0)}) ==
        "一、 起 高楼");
}
