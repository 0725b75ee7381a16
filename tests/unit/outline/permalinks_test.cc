#include "outline/permalinks.h"

#include <catch2/catch.hpp>

#include "outline/outline.h"
#include "tests/support/build.h"

using namespace keben;
using namespace keben::outline;
using namespace keben::test;

namespace {

model::Document dated(const std::string& path, const std::string& title) {
  model::Document out = essay(path, title, {heading(2, "小节：一"), paragraph("文。")});
  out.meta.published = model::Date{2024, 3, 5};
  return out;
}

/// Where `link` leads from another essay of a blog whose pages are called by `pattern`: "text" or
/// "heading" of the essay, "web", "dead".
std::string follow(const std::string& pattern, const std::string& address,
                   model::Document target = dated("source/_posts/2024-03-05-water.md", "论水 上")) {
  std::vector<model::Document> texts{
      essay("source/_posts/a.md", "甲文",
            {paragraph(model::Inlines{link(address, {text("链接")})})}),
      std::move(target)};
  give_addresses(texts, pattern, "https://blog.example.com/notes");
  model::Collection all = book_of(texts[0]);
  all.documents = std::move(texts);
  all.meta.site = "https://blog.example.com/notes";
  Diagnostics log;
  const Target to = make_outline(all, log).documents[0].links[0];
  if (std::holds_alternative<External>(to)) return "web";
  const auto* inside = std::get_if<Internal>(&to);
  if (!inside || inside->document.v != 1) return "dead";
  return inside->heading ? "heading" : "text";
}

std::string first_path(const std::string& pattern, const model::Document& document) {
  const std::vector<std::string> paths = page_paths(pattern, document);
  return paths.empty() ? "none" : paths.front();
}

const std::string kSite = "https://blog.example.com/notes/";

}  // namespace

TEST_CASE("Hexo's addresses lead to the essay", "[outline][permalinks]") {
  const std::string pattern = ":year/:month/:day/:title/";
  CHECK(follow(pattern, kSite + "2024/03/05/water/") == "text");
  CHECK(follow(pattern, "/notes/2024/03/05/water/#小节-一") == "heading");
  CHECK(follow(pattern, kSite + "2024/03/05/water/index.html#%E5%B0%8F%E8%8A%82%E4%B8%80") ==
        "heading");
  CHECK(follow(pattern, kSite + "2024/03/06/water/") == "web");
  CHECK(follow(pattern, "https://other.example.com/notes/2024/03/05/water/") == "web");
  CHECK(follow("posts/:i_month-:i_day/:name.html", kSite + "posts/3-5/water.html") == "text");
}

TEST_CASE("Hugo's addresses lead to the essay, by slug, title or file", "[outline][permalinks]") {
  model::Document target = dated("content/posts/Water.md", "论水 上");
  CHECK(follow("/:sections/:title/", kSite + "posts/%E8%AE%BA%E6%B0%B4-%E4%B8%8A/", target) ==
        "text");
  CHECK(follow("/:section/:filename/", kSite + "posts/water/", target) == "text");
  target.meta.slug = "shui";
  CHECK(follow("/:year/:slug/", kSite + "2024/shui", target) == "text");
  CHECK(follow("/:year/:monthname/:slug/", kSite + "2024/march/shui", target) == "text");
}

TEST_CASE("Jekyll's addresses lead to the essay, by pattern and by its patterns' names",
          "[outline][permalinks]") {
  model::Document target = dated("_posts/2024-03-05-water.md", "论水");
  target.meta.category = "茶";
  CHECK(follow("pretty", kSite + "%E8%8C%B6/2024/03/05/water/", target) == "text");
  CHECK(follow("date", kSite + "茶/2024/03/05/water.html", target) == "text");
  CHECK(follow("ordinal", kSite + "茶/2024/065/water.html", target) == "text");
  CHECK(follow("none", kSite + "茶/water.html", target) == "text");
  CHECK(follow("/:categories/:short_year/:title/", kSite + "茶/24/water", target) == "text");
  target.meta.category.clear();
  CHECK(follow("pretty", kSite + "2024/03/05/water/", target) == "text");
}

TEST_CASE("Astro's addresses lead to the essay, with or without its folders",
          "[outline][permalinks]") {
  const model::Document target = dated("src/content/blog/2024/water/index.md", "论水");
  CHECK(follow("/blog/[...slug]/", kSite + "blog/2024/water/", target) == "text");
  CHECK(follow("/blog/[slug]", kSite + "blog/water", target) == "text");
  CHECK(follow("/blog/[...id]/", kSite + "blog/2024/fire/", target) == "web");
}

TEST_CASE("an essay's address is the likeliest of its paths", "[outline][permalinks]") {
  model::Document text = dated("_posts/2024-03-05-water.md", "论水");
  CHECK(first_path("/:year/:month/:day/:title/", text) == "2024/03/05/water/");
  CHECK(first_path(":categories/:title:output_ext", text) == "water.html");
  CHECK(first_path(":post_title", text) == "论水");
  text.meta.slug = "/own/place/";
  CHECK(first_path(":year/:title/", text) == "own/place/");
  text.meta.slug.clear();
  text.meta.published.reset();
  CHECK(first_path(":year/:title/", text) == "none");
}

TEST_CASE("an address that an essay names itself stays, and its host is its own",
          "[outline][permalinks]") {
  std::vector<model::Document> texts{dated("a.md", "甲"), dated("b.md", "乙"), dated("c.md", "丙")};
  texts[0].meta.source = "https://elsewhere.example/a";
  texts[1].meta.site = "https://own.example/";
  give_addresses(texts, ":title/", kSite);
  CHECK(texts[0].meta.source == "https://elsewhere.example/a");
  CHECK(texts[1].meta.source == "https://own.example/b/");
  CHECK(texts[2].meta.source == kSite + "c/");
}

TEST_CASE("no essay's other names take the address of another", "[outline][permalinks]") {
  model::Document first = dated("x/fire.md", "water");
  std::vector<model::Document> texts{
      first, essay("a.md", "甲", {paragraph(model::Inlines{link("/water/", {text("链")})})}),
      dated("x/water.md", "水")};
  give_addresses(texts, ":title/", "https://b.example/");
  model::Collection all = book_of(texts[1]);
  all.documents = texts;
  Diagnostics log;
  const Target to = make_outline(all, log).documents[1].links[0];
  CHECK(to == Target{Internal{{2}, std::nullopt}});
}

TEST_CASE("a word that no generator knows is told", "[outline][permalinks]") {
  CHECK(unknown_word(":year/:hash/") == ":hash");
  CHECK(unknown_word("/blog/[lang]/[slug]") == "[lang]");
  CHECK(unknown_word("pretty").empty());
  CHECK(unknown_word("/:year/:month/:title.html").empty());
}
