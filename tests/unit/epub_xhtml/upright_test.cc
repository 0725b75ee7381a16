#include "epub/xhtml/upright.h"

#include <catch2/catch.hpp>

using namespace keben::epub;

TEST_CASE("one or two digits stand upright together, longer numbers lie", "[xhtml][epub-29]") {
  CHECK(set_upright("<p>2025年3月14日</p>") ==
        "<p>2025年<span class=\"upright\">3</span>月<span class=\"upright\">14</span>日</p>");
}

TEST_CASE("digits that are part of a word or a number are left in it", "[xhtml][epub-29]") {
  for (const char* page : {"<p>约3.14倍</p>", "<p>涨了12%</p>", "<p>用GPT4写</p>", "<p>在18:30</p>",
                           "<p>&amp;7&lt;</p>", "<p>1900—2000年</p>"})
    CHECK(set_upright(page) == page);
}

TEST_CASE("code, the page's head and notes' numbers keep their text", "[xhtml][epub-29]") {
  for (const char* page :
       {"<head><title>第 3 卷“上”</title></head>", "<pre><code><span>x = 7</span> 8</code></pre>",
        "<a class=\"noteref\" href=\"#n12\">12</a>", "<img alt=\"图 3“上”\"/>", "<rt>3</rt>"})
    CHECK(set_upright(page) == page);
  CHECK(set_upright("<p><code>1</code> 2 <kbd>F</kbd> 3 </p>") ==
        "<p><code>1</code> <span class=\"upright\">2</span> <kbd>F</kbd> "
        "<span class=\"upright\">3</span> </p>");
}
