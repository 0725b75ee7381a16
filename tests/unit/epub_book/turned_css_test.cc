#include "epub/book/turned_css.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "epub/book/stylesheet.h"

using namespace keben::epub;

TEST_CASE("what stood above stands on the right, what stood on the left above", "[book][epub-29]") {
  CHECK(turned_css("h1 { margin: 1em 2em 3em 4em }") == "h1 { margin: 4em 1em 2em 3em }");
  CHECK(turned_css("h1 { margin: 1.6em 0 .7em; padding: 0 .3em }") ==
        "h1 { margin: 0 1.6em 0 .7em; padding: .3em 0 .3em 0 }");
  CHECK(turned_css(".box { margin: 0; border-left-color: #4a86b8; padding-left: 2em }") ==
        ".box { margin: 0; border-top-color: #4a86b8; padding-top: 2em }");
  CHECK(turned_css("hr { border-top: .06em solid #808080 }") ==
        "hr { border-right: .06em solid #808080 }");
}

TEST_CASE("turned four times the stylesheet is itself", "[book][epub-29]") {
  const std::string once = turned_css(stylesheet());
  std::string four_times = once;
  for (int i = 0; i < 4; ++i)
    four_times = turned_css(four_times);
  CHECK(four_times == once);
  CHECK(std::count(once.begin(), once.end(), ':') ==
        std::count(stylesheet().begin(), stylesheet().end(), ':'));
}

TEST_CASE("a vertical book turns its sheet and says so to old readers first", "[book][epub-29]") {
  UsedNames names;
  names.add("<html><body class=\"zh\"><blockquote><p>一</p></blockquote></body></html>");
  const std::string css = stylesheet_for(names, true);
  CHECK_THAT(css, Catch::StartsWith("html { -epub-writing-mode: vertical-rl") &&
                      Catch::Contains("blockquote { margin: 2em 1em 2em 1em }") &&
                      !Catch::Contains(".upright"));
  CHECK_THAT(stylesheet_for(names), !Catch::Contains("writing-mode"));
}
