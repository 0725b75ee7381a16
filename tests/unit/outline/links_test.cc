#include <algorithm>
#include <catch2/catch.hpp>
#include <utility>

#include "outline/outline.h"
#include "tests/support/build.h"

using namespace keben;
using namespace keben::outline;
using namespace keben::test;

namespace {

struct Answer {
  Target target;
  std::vector<std::string> warnings;
};

/// Where `destination`, written in posts/a.md of a two-essay collection, leads.
Answer follow(const std::string& destination, const std::string& site = {}) {
  model::Collection all =
      book_of(essay("posts/a.md", "甲文",
                    {heading(1, "起 高楼"), heading(1, "起 高楼"), heading(2, "己", "mine"),
                     paragraph(model::Inlines{link(destination, {text("链接")})})}));
  model::Document other = essay("posts/2024/乙.md", "乙文", {heading(2, "小节：一")});
  other.meta.slug = "yi";
  other.meta.aliases = {"/old/yi.html"};
  all.documents.push_back(other);
  all.meta.site = site;
  Diagnostics log;
  Answer out{make_outline(all, log).documents[0].links[0], {}};
  for (const Diagnostic& d : log.all())
    out.warnings.push_back(d.code);
  return out;
}

Target inside(std::uint32_t document) {
  return Internal{{document}, std::nullopt};
}
Target inside(std::uint32_t document, std::uint32_t heading) {
  return Internal{{document}, model::HeadingId{heading}};
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a fragment finds its heading by id, by GitHub's name, and by other sites' names",
          "[outline][links]") {
  CHECK(follow("#mine").target == inside(0, 2));
  CHECK(follow("#起-高楼").target == inside(0, 0));
  CHECK(follow("#%E8%B5%B7-%E9%AB%98%E6%A5%BC-1").target == inside(0, 1));
  CHECK(follow("#起高楼").target == inside(0, 0));
  CHECK(follow("#top").target == inside(0));
  CHECK(follow("#mine").warnings.empty());
}

TEST_CASE("the heading that became the title is the text's beginning", "[outline][links]") {
  model::Document one = essay(
      "a.md", "起 高楼",
      {heading(2, "起 高楼"),
       paragraph(model::Inlines{link("#起-高楼", {text("甲")}), link("#起-高楼-1", {text("乙")}),
                                link("#qi", {text("丙")}), link("#起高楼", {text("丁")})})});
  one.title_is_first_heading = true;
  one.title_id = "qi";
  Diagnostics log;
  const std::vector<Target> links = make_outline(book_of(one), log).documents[0].links;
  CHECK(links == std::vector<Target>{inside(0), inside(0, 0), inside(0), inside(0)});
  CHECK(log.all().empty());
}

TEST_CASE("a path finds another essay, with or without a suffix", "[outline][links]") {
  CHECK(follow("2024/乙.md").target == inside(1));
  CHECK(follow("./2024/%E4%B9%99.md#小节一").target == inside(1, 0));
  CHECK(follow("../posts/2024/乙.html").target == inside(1));
  CHECK(follow("2024/乙").target == inside(1));
  CHECK(follow("a.md").target == inside(0));
}

TEST_CASE("a slug, an alias, a title and the page on the web find it, too", "[outline][links]") {
  CHECK(follow("/posts/yi/").target == inside(1));
  CHECK(follow("yi").target == inside(1));
  CHECK(follow("/old/yi.html").target == inside(1));
  CHECK(follow("乙文").target == inside(1));
  CHECK(follow("https://Blog.example.com/posts/yi/#小节-一", "https://blog.example.com/posts/")
            .target == inside(1, 0));
}

namespace {

/// Where `destination` leads, written in the first of texts that lie at `paths`: the path of a
/// text, "dead", "web", or "shared" and the codes of what is said.
std::string lead(const std::vector<std::string>& paths, const std::string& destination,
                 const std::string& site = {}) {
  model::Collection all;
  for (const std::string& path : paths)
    all.documents.push_back(essay("site/" + path, "题" + path,
                                  {paragraph(model::Inlines{link(destination, {text("链")})})}));
  for (std::size_t i = 0; i < paths.size(); ++i)
    all.documents[i].in_root = paths[i];
  all.meta = all.documents[0].meta;
  all.meta.site = site;
  Diagnostics log;
  const Target to = make_outline(all, log).documents[0].links[0];
  const bool shared = std::any_of(log.all().begin(), log.all().end(),
                                  [](const Diagnostic& d) { return d.code == "link-shared"; });
  if (std::holds_alternative<External>(to)) return "web";
  if (const auto* inside = std::get_if<Internal>(&to)) return paths[inside->document.v];
  return shared ? "shared" : "dead";
}

}  // namespace

TEST_CASE("a path leads to its own file, and never to another of the same name",
          "[outline][links]") {
  const std::vector<std::string> texts = {"home.md", "api/render.md", "guide/extras/render.md"};
  for (const char* path :
       {"/guide/extras/render", "/guide/extras/render.html", "/guide/extras/render/",
        "guide/extras/render.md", "./guide/extras/render", "/guide/extras/render#x"}) {
    INFO(path);
    CHECK(lead(texts, path) == "guide/extras/render.md");
  }
  CHECK(lead(texts, "/api/render") == "api/render.md");
  for (const char* path : {"/guide/extras/render", "guide/render.md", "/zh/render/"}) {
    INFO(path);
    CHECK(lead({"home.md", "api/render.md"}, path) == "dead");
  }
}

TEST_CASE("a file is found before a folder's page, and a slash says folder", "[outline][links]") {
  const std::vector<std::string> texts = {"a.md", "x.md", "x/README.md", "x/index.md",
                                          "y/README.md"};
  CHECK(lead(texts, "x") == "x.md");
  CHECK(lead(texts, "/x.html") == "x.md");
  CHECK(lead(texts, "x/") == "x/index.md");
  CHECK(lead(texts, "x/README.md") == "x/README.md");
  CHECK(lead(texts, "x/index.html") == "x/index.md");
  CHECK(lead(texts, "y") == "y/README.md");
  CHECK(lead(texts, "y/index.html") == "y/README.md");
  CHECK(lead({"x/a.md", "README.md"}, "/") == "README.md");
  CHECK(lead({"x/a.md", "x/README.md", "README.md"}, "./") == "x/README.md");
  CHECK(lead({"a.md", "b.markdown", "b.mdx"}, "b.mdx") == "b.mdx");
  CHECK(lead({"a.md", "b.markdown", "b.mdx"}, "b") == "shared");
}

TEST_CASE("a path from the root counts from where the site keeps its pages", "[outline][links]") {
  CHECK(lead({"README.md", "docs/guide/a.md"}, "/guide/a") == "docs/guide/a.md");
  CHECK(lead({"website/docs/a.md", "website/docs/guide/b.md"}, "/guide/b/") ==
        "website/docs/guide/b.md");
  CHECK(lead({"site/zh/src/a.md", "site/zh/src/b.md", "README.md"}, "/b") == "site/zh/src/b.md");
  CHECK(lead({"source/_posts/a.md", "source/about/index.md"}, "/about/") ==
        "source/about/index.md");
  CHECK(lead({"a.md", "guide/b.md", "docs/guide/b.md"}, "/guide/b") == "guide/b.md");
  CHECK(lead({"a.md", "other/guide/b.md"}, "/guide/b") == "dead");
  CHECK(lead({"a.md", "b.md"}, "/site/b/") == "b.md");
  const std::string site = "https://tea.cn/base/";
  CHECK(lead({"a.md", "docs/b.md"}, "/base/b", site) == "docs/b.md");
  CHECK(lead({"a.md", "docs/b.md"}, "https://tea.cn/base/b.html", site) == "docs/b.md");
  CHECK(lead({"a.md", "docs/b.md"}, "https://tea.cn/other/b", site) == "web");
  CHECK(lead({"a.md", "README.md"}, "https://tea.cn/base/", site) == "web");
  CHECK(lead({"a.md", "docs/b.md"}, "https://tea.com/base/b", site) == "web");
}

TEST_CASE("a relative path counts from the file, else from the page that a site makes of it",
          "[outline][links]") {
  CHECK(lead({"posts/a.md", "posts/b.md", "b.md"}, "../b.md") == "b.md");
  CHECK(lead({"posts/a.md", "posts/b.md"}, "../b/") == "posts/b.md");
  CHECK(lead({"posts/a/index.md", "posts/b/index.md"}, "../b/") == "posts/b/index.md");
  CHECK(lead({"../out/a.md", "../out/b.md"}, "b.md") == "../out/b.md");
}

TEST_CASE("a name that several texts share is told with all of them, and leads nowhere",
          "[outline][links]") {
  const std::vector<std::string> texts = {"home.md", "a/render.md", "b/render.md"};
  CHECK(lead(texts, "render") == "shared");
  CHECK(lead({"a/home.md", "a/render.md", "b/render.md"}, "render") == "a/render.md");
  CHECK(lead({"home.md", "a/render.md"}, "render") == "a/render.md");
  CHECK(lead(texts, "/posts/b/render") == "dead");
  CHECK(lead({"home.md", "posts/2024/b.md"}, "2024/b") == "posts/2024/b.md");
  CHECK(lead({"home.md", "posts/2024/b.md"}, "posts/b") == "dead");
  CHECK(lead({"home.md", "posts/2024/b.md"}, "/b") == "dead");
  model::Collection all;
  for (const char* path : {"a.md", "b.md", "c.md"})
    all.documents.push_back(
        essay(path, "同题", {paragraph(model::Inlines{link("同题", {text("链")})})}));
  Diagnostics log;
  CHECK(make_outline(all, log).documents[0].links[0] == Target{Dead{}});
  REQUIRE(log.all().size() == 3);
  CHECK(log.all()[0].code == "link-shared");
  CHECK(log.all()[0].text.en.ends_with("unlinked: a.md, b.md, c.md"));
}

TEST_CASE("a name that ten thousand texts share costs no more than they do", "[outline][links]") {
  model::Collection all;
  for (int i = 0; i < 10'000; ++i)
    all.documents.push_back(
        essay("x" + std::to_string(i) + "/y/a.md", "同题",
              {paragraph(model::Inlines{link("y/a", {text("链")}), link("同题", {text("链")})})}));
  Diagnostics log;
  static_cast<void>(make_outline(all, log));
  CHECK(log.all().size() == 20'000);
}

TEST_CASE("a fragment finds the heading as it stands before one that only looks like it",
          "[outline][links]") {
  const auto follow_in = [](const std::string& fragment) {
    model::Document one =
        essay("a.md", "题",
              {heading(2, "C"), heading(2, "C++"), heading(2, "A.B"), heading(2, "AB 一"),
               heading(2, "A.B 一"), paragraph(model::Inlines{link(fragment, {text("链")})})});
    Diagnostics log;
    const Target to = make_outline(book_of(one), log).documents[0].links[0];
    return std::pair(to, log.all().empty() ? std::string() : log.all()[0].code);
  };
  CHECK(follow_in("#c") == std::pair(inside(0, 0), std::string()));
  CHECK(follow_in("#c++") == std::pair(inside(0, 1), std::string()));
  CHECK(follow_in("#C%2B%2B") == std::pair(inside(0, 1), std::string()));
  CHECK(follow_in("#c-1") == std::pair(inside(0, 1), std::string()));
  CHECK(follow_in("#a_b") == std::pair(inside(0, 2), std::string()));
  CHECK(follow_in("#a.b-一") == std::pair(inside(0, 4), std::string()));
  CHECK(follow_in("#a_b_一") == std::pair(inside(0), std::string("link-shared")));
}

TEST_CASE("a fragment that another essay lacks leads to its beginning, with a warning",
          "[outline][links]") {
  const Answer answer = follow("2024/乙.md#没有");
  CHECK(answer.target == inside(1));
  CHECK(answer.warnings == Codes{"link-dead"});
}

TEST_CASE("what leads out of the book is a whole address", "[outline][links]") {
  CHECK(follow("https://a.b/中").target == Target{External{"https://a.b/%E4%B8%AD"}});
  CHECK(follow("//a.b/c").target == Target{External{"https://a.b/c"}});
  CHECK(follow("www.example.com/x").target == Target{External{"https://www.example.com/x"}});
  CHECK(follow("mailto:a@b.c").target == Target{External{"mailto:a@b.c"}});
}

TEST_CASE("what leads nowhere is dead and said so", "[outline][links]") {
  for (const char* destination : {"", "#没有", "../c.md", "/about/", "files/a.pdf"}) {
    const Answer answer = follow(destination);
    CHECK(answer.target == Target{Dead{}});
    CHECK(answer.warnings == Codes{"link-dead"});
  }
  for (const char* destination : {"javascript:alert(1)", "https://", "file:///etc/passwd"}) {
    const Answer answer = follow(destination);
    CHECK(answer.target == Target{Dead{}});
    CHECK(answer.warnings == Codes{"link-unusable"});
  }
}

TEST_CASE("with a site, what is not in the book is on the web", "[outline][links]") {
  const std::string site = "https://b.example/posts";
  CHECK(follow("/about/", site).target == Target{External{"https://b.example/about/"}});
  CHECK(follow("../c.md", site).target == Target{External{"https://b.example/c"}});
  CHECK(follow("files/a.pdf", site).target ==
        Target{External{"https://b.example/posts/files/a.pdf"}});
}
