#include "outline/site_addresses.h"

#include <catch2/catch.hpp>

#include "outline/outline.h"
#include "tests/support/build.h"

using namespace keben;
using namespace keben::outline;
using namespace keben::test;
using Site = model::Site;

namespace {

Site blog(Site::Generator generator, std::vector<model::SitePages> pages) {
  return {generator, "settings", "https://tea.cn/n/", "/n/", Site::Names::whole, std::move(pages)};
}

Site hexo(const std::string& pattern, bool written = true) {
  return blog(Site::Generator::hexo, {{"source/_posts", pattern, written}});
}
Site jekyll(const std::string& pattern) {
  return blog(Site::Generator::jekyll, {{"_posts", pattern, true}});
}
Site hugo(const std::string& pattern) {
  if (pattern.empty()) return blog(Site::Generator::hugo, {{"content", "", false}});
  return blog(Site::Generator::hugo, {{"content/posts", pattern, true}, {"content", "", false}});
}

model::Meta of_2024(const std::string& title = "论水：上") {
  model::Meta out;
  out.title = title;
  out.published = model::Date{2024, 3, 5};
  return out;
}

std::string certain(const Site& site, const std::string& path, const model::Meta& meta) {
  return certain_path(site, path, meta).value_or("none");
}

/// Where a link leads from an essay of the same site: "text", "web", "dead".
std::string follow(const Site& site, const std::string& path, const std::string& link_to) {
  std::vector<model::Document> texts{
      essay("a.md", "甲", {paragraph(model::Inlines{link(link_to, {text("链")})})}),
      essay("b.md", "乙题", {paragraph("文。")})};
  texts[1].meta.published = model::Date{2024, 3, 5};
  give_site_addresses(texts, {"", path}, site);
  model::Collection all = book_of(texts[0]);
  all.documents = texts;
  Diagnostics log;
  const Target to = make_outline(all, log).documents[0].links[0];
  if (std::holds_alternative<External>(to)) return "web";
  const auto* inside = std::get_if<Internal>(&to);
  return inside && inside->document.v == 1 ? "text" : "dead";
}

}  // namespace

TEST_CASE("Hexo's title is the file's path, and its date only where new_post_name has one",
          "[outline][site]") {
  Site site = hexo(":year/:month/:day/:title/");
  CHECK(certain(site, "source/_posts/water.md", of_2024()) == "2024/03/05/water/");
  CHECK(certain(site, "source/_posts/茶/水 上.md", of_2024()) == "2024/03/05/茶/水 上/");
  CHECK(certain(site, "source/_posts/2024-03-05-water.md", of_2024()) ==
        "2024/03/05/2024-03-05-water/");
  site.names = Site::Names::behind_date;
  CHECK(certain(site, "source/_posts/2024-03-05-water.md", of_2024()) == "2024/03/05/water/");
  CHECK(certain(site, "source/_posts/water.md", model::Meta()) == "none");
  site.names = Site::Names::other;
  CHECK(certain(site, "source/_posts/water.md", of_2024()) == "none");
  CHECK(certain(hexo(":category/:title/"), "source/_posts/a.md", of_2024()) == "none");
  CHECK(certain(hexo(":title/", false), "source/_posts/a.md", of_2024()) == "none");
  CHECK(certain(hexo(":title/"), "source/about/a.md", of_2024()) == "none");
}

TEST_CASE("Jekyll's title is the file's behind its date, or the slug", "[outline][site]") {
  model::Meta meta = of_2024();
  CHECK(certain(jekyll("pretty"), "_posts/2024-03-05-water.md", meta) == "2024/03/05/water/");
  CHECK(certain(jekyll("/:title.html"), "docs/_posts/2024-03-05-water.md", meta) == "water.html");
  CHECK(certain(jekyll("date"), "tea/_posts/2024-03-05-water.md", meta) == "none");
  CHECK(certain(jekyll("weekdate"), "_posts/2024-03-05-water.md", meta) == "none");
  CHECK(certain(jekyll("nonsense"), "_posts/2024-03-05-water.md", meta) == "none");
  meta.slug = "shui";
  CHECK(certain(jekyll("none"), "_posts/2024-03-05-water.md", meta) == "shui.html");
  meta.category = "茶";
  CHECK(certain(jekyll("none"), "_posts/2024-03-05-water.md", meta) == "none");
  meta.slug = "/own/page/";
  CHECK(certain(jekyll("none"), "_posts/2024-03-05-water.md", meta) == "own/page/");
}

TEST_CASE("Hugo's slug is certain where it is written, or where a title has letters alone",
          "[outline][site]") {
  model::Meta meta = of_2024();
  const Site site = hugo("/:year/:slug/");
  CHECK(certain(site, "content/posts/water.md", meta) == "none");
  CHECK(certain(site, "content/posts/water.md", of_2024("论水")) == "2024/论水/");
  CHECK(certain(hugo("/:sections/:contentbasename/"), "content/posts/tea/Water.md", meta) ==
        "posts/tea/water/");
  CHECK(certain(hugo("/:section/:slugorcontentbasename/"), "content/posts/tea/water/index.md",
                meta) == "posts/water/");
  CHECK(certain(hugo("/:filename/"), "content/posts/water/index.md", meta) == "none");
  CHECK(certain(hugo("/:contentbasename/"), "content/posts/water.zh-cn.md", meta) == "none");
  CHECK(certain(hugo(""), "content/posts/water.md", meta) == "none");
  meta.slug = "Shui";
  CHECK(certain(site, "content/posts/water.md", meta) == "2024/shui/");
}

TEST_CASE("a link to an address that may be an essay's finds it, with no source given",
          "[outline][site]") {
  const Site astro = blog(Site::Generator::astro, {{"src/content", "", false}});
  CHECK(follow(astro, "src/content/blog/b.md", "https://tea.cn/n/blog/b/") == "text");
  CHECK(follow(astro, "src/content/essays/2024/b.md", "https://tea.cn/n/posts/2024/b") == "text");
  CHECK(follow(astro, "src/content/blog/b.md", "https://tea.cn/n/blog/c/") == "web");
  CHECK(follow(hugo(""), "content/posts/2024/b.md", "https://tea.cn/n/posts/2024/b/") == "text");
  CHECK(follow(hexo(":year/:title.html", false), "source/_posts/b.md",
               "https://TEA.cn/n/2024/b.html") == "text");
  CHECK(follow(hexo(":year/:title.html"), "essays/b.md", "https://tea.cn/n/2024/b.html") == "web");
}

TEST_CASE("only an essay inside the blog takes its site, and only a certain page is a source",
          "[outline][site]") {
  std::vector<model::Document> texts{essay("a.md", "甲", {}), essay("b.md", "乙", {}),
                                     essay("c.md", "丙", {}), essay("d.md", "丁", {})};
  texts[2].meta.source = "https://elsewhere.cn/c";
  texts[3].meta.site = "https://own.cn/";
  const model::Document outside = texts[1];
  give_site_addresses(texts, {"source/_posts/a.md", "", "source/_posts/c.md", "source/_posts/d.md"},
                      hexo(":title/"));
  CHECK(texts[0].meta.source == "https://tea.cn/n/a/");
  CHECK(texts[0].meta.site == "https://tea.cn/n/");
  CHECK(texts[1] == outside);
  CHECK(texts[2].meta.source == "https://elsewhere.cn/c");
  CHECK(texts[3].meta.source.empty());
  CHECK(texts[3].meta.site == "https://own.cn/");
}

TEST_CASE("a file that is not in the book has no address that could be guessed",
          "[outline][site]") {
  for (const Site& site : {hexo(":title/"), hexo(":title/", false)}) {
    std::vector<model::Document> texts{
        essay("a.md", "甲", {paragraph(model::Inlines{link("./no.md", {text("链")})})})};
    give_site_addresses(texts, {"source/_posts/a.md"}, site);
    Diagnostics log;
    const Target to = make_outline(book_of(texts[0]), log).documents[0].links[0];
    CHECK(to == Target{Dead{}});
    CHECK(log.count(Severity::warning) == 1);
  }
}
