#include <catch2/catch.hpp>

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
