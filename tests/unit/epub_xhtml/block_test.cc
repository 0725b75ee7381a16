#include <catch2/catch.hpp>

#include "tests/support/every_construct.h"
#include "tests/unit/epub_xhtml/rendered.h"

using namespace keben;
using namespace keben::test;
using namespace keben::model;
using Catch::Contains;

namespace {

Block box(Admonition::Kind kind, Inlines title, Blocks children) {
  return {{}, Admonition{kind, "x", std::move(title), std::move(children)}};
}

std::vector<int> heading_levels(const std::string& xhtml) {
  std::vector<int> out;
  for (std::size_t at = xhtml.find("<h"); at != std::string::npos; at = xhtml.find("<h", at + 1)) {
    if (xhtml[at + 2] >= '1' && xhtml[at + 2] <= '6') out.push_back(xhtml[at + 2] - '0');
  }
  return out;
}

}  // namespace

TEST_CASE("a file says its language twice, its encoding twice, and its title", "[xhtml][epub-19]") {
  const std::string file = render(Blocks{paragraph("一")}).file;
  CHECK_THAT(file, Contains("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
  CHECK_THAT(file, Contains("<meta charset=\"utf-8\"/><title>文</title>"));
  CHECK_THAT(file, Contains("lang=\"zh-CN\" xml:lang=\"zh-CN\""));
  CHECK_THAT(file, Contains("<h1 id=\"e1\" class=\"title\">文</h1>"));
}

TEST_CASE("heading elements go by rank, classes by the level that was written",
          "[xhtml][epub-18]") {
  CHECK(body_of({heading(2, "甲"), heading(4, "乙"), heading(2, "丙", "mine")}) ==
        "<h2 id=\"e1s1\" class=\"level-2\">甲</h2>\n"
        "<h3 id=\"e1s2\" class=\"level-4\">乙</h3>\n"
        "<h2 id=\"mine\" class=\"level-2\">丙</h2>\n");
}

TEST_CASE("every file has one h1 and skips no level", "[xhtml][heading-order]") {
  const Collection book = book_of(every_construct());
  Diagnostics log;
  const std::size_t chapters = outline::make_outline(book, log).documents[0].chapters.size();
  REQUIRE(chapters == 6);
  for (std::size_t c = 0; c < chapters; ++c) {
    const std::vector<int> levels = heading_levels(render(book, {{0}, c}).file);
    CHECK(levels.at(0) == 1);
    for (std::size_t i = 1; i < levels.size(); ++i) {
      CHECK(levels[i] > 1);
      CHECK(levels[i] <= levels[i - 1] + 1);
    }
  }
}

TEST_CASE("a heading without words is a place and no heading", "[xhtml][heading-order]") {
  CHECK(body_of({heading(1, "")}) == "<div id=\"e1s1\"></div>\n");
}

TEST_CASE("a box says in the text's language what it is", "[xhtml][epub-22]") {
  CHECK(body_of({box(Admonition::Kind::note, {}, {paragraph("一")})}) ==
        "<aside role=\"note\" class=\"box note\" aria-labelledby=\"e1b1\">\n"
        "<p class=\"label\" id=\"e1b1\"><strong>注</strong></p>\n"
        "<p>一</p>\n"
        "</aside>\n");
  CHECK_THAT(body_of({box(Admonition::Kind::other, {text("题")}, {})}),
             Contains("class=\"box\"") && Contains("<strong>题</strong>"));
}

TEST_CASE("what the web folds or puts side by side is open and in order", "[xhtml]") {
  CHECK(body_of({{{}, Details{{text("答案")}, {paragraph("一")}}}}) ==
        "<section class=\"details\">\n"
        "<p class=\"label\"><strong>答案</strong></p>\n<p>一</p>\n</section>\n");
  CHECK_THAT(
      body_of({{{}, Tabs{{{{text("甲")}, {paragraph("一")}}, {{}, {paragraph("二")}}}}}}),
      Contains(
          "<strong>甲</strong></p>\n<p>一</p>\n</section>\n<section class=\"tab\">\n<p>二</p>"));
}

TEST_CASE("lists keep their numbers, and tasks say whether they are done", "[xhtml]") {
  const auto item = [](const char* words, std::optional<bool> checked = {}) {
    return ListItem{{}, checked, {paragraph(words)}};
  };
  CHECK(body_of({{{}, List{List::Mark::period, 3, true, {item("甲"), item("乙")}}}}) ==
        "<ol start=\"3\">\n<li>甲</li>\n<li>乙</li>\n</ol>\n");
  CHECK(body_of({{{}, List{List::Mark::bullet, 1, false, {item("甲")}}}}) ==
        "<ul>\n<li>\n<p>甲</p>\n</li>\n</ul>\n");
  CHECK(
      body_of({{{}, List{List::Mark::bullet, 1, true, {item("甲", true)}}}}) ==
      "<ul class=\"tasks\">\n<li><span class=\"task\" role=\"img\" aria-label=\"已完成\">☑</span> "
      "甲</li>\n</ul>\n");
}

TEST_CASE("code is kept to the byte and translated by nobody", "[xhtml][epub-25]") {
  CHECK(body_of({{{}, CodeBlock{"c++", {}, {}, "\n\tif (a < b)\n\n"}}}) ==
        "<pre><code class=\"language-c++\" translate=\"no\">\n\tif (a &lt; b)\n\n</code></pre>\n");
  CHECK_THAT(body_of({{{}, CodeBlock{{}, {}, "a.cc", "x\n"}}}),
             Contains("<figure class=\"code\"><figcaption>a.cc</figcaption><pre>"));
}

TEST_CASE("marked lines of code are elements around whole lines", "[xhtml][input]") {
  using Mark = MarkedLines::Mark;
  CodeBlock code{{}, {}, {}, "甲\n乙\n\n丙\n丁\n"};
  code.marked = {{Mark::picked, 1, 1}, {Mark::inserted, 2, 3}, {Mark::deleted, 5, 5}};
  CHECK(body_of({{{}, code}}) ==
        "<pre><code translate=\"no\"><mark class=\"line\">甲\n</mark><ins class=\"line\">乙\n\n"
        "</ins><span class=\"line\">丙\n</span><del class=\"line\">丁\n</del></code></pre>\n");
}

TEST_CASE("quotations carry who said it", "[xhtml]") {
  CHECK(body_of({{{}, Quote{{paragraph("一")}, {text("—— 某")}}}}) ==
        "<blockquote>\n<p>一</p>\n<p class=\"attribution\">—— 某</p>\n</blockquote>\n");
}

TEST_CASE("a card leads to its address, or keeps its words where it may not", "[xhtml]") {
  const auto card = [](const char* to, const char* title) {
    return body_of({{{}, LinkCard{{{}, to, {}}, title}}});
  };
  CHECK(card("https://a.b/", "片") ==
        "<p class=\"card\"><a href=\"https://a.b/\">片</a><br/><span class=\"address\">"
        "https://a.b/</span></p>\n");
  CHECK(card("javascript:x", "片") == "<p class=\"card\">片</p>\n");
}

TEST_CASE("a member of a collection shows what differs from the whole", "[xhtml]") {
  Collection all = book_of(essay("a.md", "甲", {}));
  all.documents.push_back(essay("b.md", "乙", {paragraph("一")}));
  all.documents[1].meta.subtitle = "副";
  all.documents[1].meta.people = {{"张三", "aut"}, {"李四", "trl"}};
  all.documents[1].meta.published = Date{2025, 1, 25};
  CHECK(render(all, {{1}, 0}).body() ==
        "<p class=\"subtitle\">副</p>\n<p class=\"byline\">张三　李四　译　2025年1月25日</p>\n"
        "<p>一</p>\n</section>\n");
}

TEST_CASE("definitions need terms, and terms definitions", "[xhtml]") {
  using Entry = DefinitionList::Entry;
  const Entry homeless{{}, {{paragraph("无")}}}, bare{{{text("词")}}, {}};
  CHECK(body_of({{{}, DefinitionList{{homeless}}}}) == "<p>无</p>\n");
  CHECK(body_of({{{}, DefinitionList{{homeless, bare}}}}) ==
        "<p>无</p>\n<dl>\n<dt>词</dt>\n<dd></dd>\n</dl>\n");
}
