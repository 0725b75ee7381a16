// A checkout of a blog: its own settings tell what its pages' addresses are.
#include <catch2/catch.hpp>

#include <utility>

#include "tests/program/desk.h"

using namespace keben::test;

namespace {

/// A tree of each generator's, with essay b linking essay a by the blog's address.
struct Blog {
  const char* name;
  std::vector<std::pair<std::string, std::string>> files;
  std::string posts;    // the folder of its essays
  std::string address;  // of a, under https://tea.cn
  std::string source;   // that a's book names, if its address is certain
};

std::vector<Blog> blogs() {
  const std::string a = "---\ntitle: 论水\ndate: 2024-03-05 10:00:00\n---\n\n山水上。\n";
  const auto b = [](const std::string& to) {
    return "---\ntitle: 火候\ndate: 2024-03-06\n---\n\n[水](https://tea.cn" + to +
           ") [关于](https://tea.cn/about/)\n";
  };
  return {{"hexo",
           {{"_config.yml", "url: https://tea.cn\npermalink: :year/:title/\nsource_dir: source\n"},
            {"package.json", "{\"hexo\": {\"version\": \"7.3.0\"}}\n"},
            {"source/_posts/water.md", a},
            {"source/_posts/fire.md", b("/2024/water/")}},
           "source/_posts",
           "/2024/water/",
           "https://tea.cn/2024/water/"},
          {"jekyll",
           {{"_config.yml", "title: 茶\nurl: \"https://tea.cn\"\nbaseurl: \"\"\ntheme: minima\n"},
            {"_posts/2024-03-05-water.md", a},
            {"_posts/2024-03-06-fire.md", b("/2024/03/05/water.html")}},
           "_posts",
           "/2024/03/05/water.html",
           ""},
          {"hugo",
           {{"hugo.toml", "baseURL = 'https://tea.cn/'\n[permalinks]\nposts = '/:year/:slug/'\n"},
            {"content/posts/water.md", a},
            {"content/posts/fire.md", b("/2024/%E8%AE%BA%E6%B0%B4/")}},
           "content/posts",
           "/2024/%E8%AE%BA%E6%B0%B4/",
           "https://tea.cn/2024/论水/"},
          {"astro",
           {{"astro.config.mjs",
             "import { defineConfig } from 'astro/config';\nexport default defineConfig({\n"
             "  site: 'https://tea.cn',\n  integrations: [mdx()],\n});\n"},
            {"src/content/blog/water.md", a},
            {"src/content/blog/fire.md", b("/posts/water/")}},
           "src/content/blog",
           "/posts/water/",
           ""}};
}

}  // namespace

TEST_CASE("blog: a blog's own settings tell its addresses, with no flag", "[blog]") {
  for (const Blog& blog : blogs()) {
    CAPTURE(blog.name);
    const Desk desk;
    for (const auto& [name, text] : blog.files)
      desk.write("blog/" + name, text);
    const Ended run =
        desk.keben({"blog/" + blog.posts, "-o", "t.epub", "--cover", "none", "--ui-lang", "en"});
    CAPTURE(run.err);
    CHECK(run.code == 0);
    CHECK(run.err.empty());
    const std::string text = xhtml_of(desk.path("t.epub"));
    CHECK(count(text, blog.address + "\">水") == 0);
    CHECK(count(text, "href=\"https://tea.cn/about/\"") == 1);
    const std::string alone = "blog/" + blog.files[blog.files.size() - 2].first;
    CHECK(desk.keben({alone, "-o", "a.epub", "--cover", "none"}).code == 0);
    const std::string package = entry_of(desk.path("a.epub"), "epub/package.opf");
    CHECK(has(package, "tea.cn") == !blog.source.empty());
    if (!blog.source.empty()) CHECK(has(package, blog.source));
  }
}

TEST_CASE("blog: keben.yaml wins over the blog's settings, and init draws it up from them",
          "[blog]") {
  const Blog blog = blogs()[0];
  const Desk desk;
  for (const auto& [name, text] : blog.files)
    desk.write("blog/" + name, text);
  desk.write("blog/keben.yaml",
             "title: 茶\ncover: none\nsite: https://other.cn/\npermalink: p/:title/\n"
             "contents: source/_posts/*.md\noutputs: [t.epub]\n");
  CHECK(desk.keben({"blog"}).code == 0);
  CHECK(count(xhtml_of(desk.path("blog/t.epub")), "https://tea.cn/2024/water/\">水") == 1);
  std::filesystem::remove(desk.path("blog/keben.yaml"));
  CHECK(desk.keben({"init", "blog/source/_posts"}).code == 0);
  const std::string drawn = desk.read("blog/source/_posts/keben.yaml");
  CHECK(has(drawn, "site: \"https://tea.cn/\"\n"));
  CHECK(has(drawn, "permalink: \":year/:title/\"\n"));
  CHECK(desk.keben({"blog/source/_posts", "-o", "u.epub", "--cover", "none"}).code == 0);
  CHECK(count(xhtml_of(desk.path("u.epub")), "https://tea.cn/2024/water/\">水") == 0);
}

TEST_CASE("blog: broken settings of a blog are a note, and the book is made", "[blog]") {
  const Desk desk;
  desk.write("_config.yml", "url: [\n");
  desk.write("_posts/2024-03-05-a.md", "# 甲\n\n文。\n");
  const Ended run = desk.keben(
      {"_posts/2024-03-05-a.md", "-o", "t.epub", "--cover", "none", "--strict", "--ui-lang", "en"});
  CHECK(run.code == 0);
  CHECK(has(run.err, "note[site-settings]: the blog's settings cannot be read"));
}

TEST_CASE("blog: --each makes a blog's essays again when its addresses change", "[blog]") {
  const Desk desk;
  const Blog blog = blogs()[0];
  for (const auto& [name, text] : blog.files)
    desk.write(name, text);
  const std::vector<std::string> each = {"source/_posts", "--each", "--out-dir", "out",
                                         "--to",          "epub",   "--cover",   "none"};
  CHECK(lines_of(desk.keben(each).out).size() == 2);
  CHECK(desk.keben(each).out.empty());
  desk.write("_config.yml", "url: https://tea.cn\npermalink: p/:title/\nsource_dir: source\n");
  CHECK(lines_of(desk.keben(each).out).size() == 2);
  CHECK(has(entry_of(desk.path("out/water.epub"), "epub/package.opf"), "https://tea.cn/p/water/"));
}
