// Claims that hold whatever stands in a list, a title or a name: pieces put together at random, by
// a generator of our own so that every run sees the same.
#include <catch2/catch.hpp>

#include <array>
#include <cstdint>
#include <set>

#include "series/draft_project.h"
#include "series/natural_order.h"
#include "series/project.h"
#include "series/series_number.h"
#include "series/site_file.h"
#include "tests/unit/series/tree.h"

using namespace keben;
using namespace keben::test;

namespace {

class Pieces {
 public:
  std::string text(std::size_t most) {
    static const std::array<std::string, 54> kPieces = {
        "- ", "* ",  "  ",    "\n",  "\n\n", "# ",        "## ",     "---",        "[",
        "](", ")",   "<",     ">",   "a.md", "b.md",      "c/",      "../",        "%",
        "%2", "%e4", "甲",    "第",  "十",   "章",        "（",      "）",         "上",
        "IX", "12",  "-",     "_",   ":",    "\"",        "'",       "{",          "}",
        "&x", "*x",  "nav: ", "\t",  "<!--", "-->",       "篇",      "contents: ", ",",
        "(",  "`",   "${",    "...", "=> ",  "sidebar: ", "items: ", "link: ",     "/* "};
    std::string out;
    for (std::size_t n = next() % most; n > 0; --n)
      out += kPieces[next() % kPieces.size()];
    return out;
  }

 private:
  std::uint32_t next() {
    state_ = state_ * 1664525u + 1013904223u;
    return state_ >> 8;
  }
  std::uint32_t state_ = 7;
};

/// Every text is a member or left out, and once.
void check_plan(const series::Plan& plan, const Tree& tree) {
  std::set<std::string> seen;
  for (const series::Member& member : plan.members)
    CHECK(seen.insert(member.path).second);
  for (const series::LeftOut& file : plan.left_out)
    CHECK(seen.insert(file.path).second);
  const std::vector<std::string> texts = listing_of(tree).texts;
  CHECK(seen == std::set<std::string>(texts.begin(), texts.end()));
  for (std::size_t i = 1; i < plan.parts.size(); ++i)
    CHECK(plan.parts[i - 1].first <= plan.parts[i].first);
}

}  // namespace

TEST_CASE("whatever a list holds, members are the folder's and stand once", "[series][any]") {
  Pieces pieces;
  for (int i = 0; i < 3000; ++i) {
    const std::string list = pieces.text(40);
    for (const char* name : {"SUMMARY.md", "mkdocs.yml", "config.yaml", "chapters.yml",
                             ".vitepress/config.ts", ".vuepress/sidebar.js", "sidebars.js"}) {
      const bool code = std::string_view(name).ends_with("s");  // .ts, .js
      const Tree tree = {{name, code ? "export default {sidebar: [" + list + "]}" : list},
                         {"a.md", pieces.text(8)},
                         {"c/b.md", "乙。"},
                         {"b.md", ""}};
      INFO(name << "\n" << list);
      const Planned book = planned(tree);
      check_plan(book.plan, tree);
    }
  }
}

TEST_CASE("whatever keben.yaml holds, it is a book or an error with a place", "[series][any]") {
  Pieces pieces;
  const Tree tree = {{"a.md", "甲。"}, {"b.md", "乙。"}, {"c/a.md", "丙。"}};
  for (int i = 0; i < 3000; ++i) {
    SourceMap sources;
    Diagnostics log;
    const FileId file = sources.add("keben.yaml", pieces.text(20));
    INFO(sources.text(file));
    const auto project = series::read_project(sources, file, config::Limits(), log);
    if (!project) {
      CHECK(project.error().at.known());
      continue;
    }
    check_plan(series::plan_contents(listing_of(tree), *project, config::Limits(), log), tree);
  }
}

TEST_CASE("whatever a blog's settings hold, its folders lie in the root", "[series][any]") {
  Pieces pieces;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = pieces.text(30);
    for (const char* name : {"_config.yml", "hugo.toml", "astro.config.mjs"}) {
      Diagnostics log;
      INFO(name << "\n" << text);
      const Tree tree = {{name, "site: " + text}, {"package.json", "\"hexo\""}};
      for (const model::SitePages& pages :
           series::find_site(listing_of(tree).read, config::Limits(), log).pages)
        CHECK_FALSE(pages.folder.empty());
    }
  }
}

TEST_CASE("whatever titles and names are, a draft reads back", "[series][any]") {
  Pieces pieces;
  for (int i = 0; i < 1000; ++i) {
    const std::string name = "x" + pieces.text(6);
    if (name.find_first_of("*?\n\t") != std::string::npos || name.find("../") != std::string::npos)
      continue;
    const Tree tree = {{name + "z.md", "---\ntitle: " + pieces.text(4) + "\n---\n文。"},
                       {"q.md", "乙。"}};
    const Planned first = planned(tree);
    SourceMap sources;
    Diagnostics log;
    const FileId file = sources.add(
        "keben.yaml", series::draft_project(listing_of(tree), first.plan, pieces.text(5),
                                            UiLanguage::en, config::Limits()));
    INFO(sources.text(file));
    const auto project = series::read_project(sources, file, config::Limits(), log);
    REQUIRE(project);
    const Planned second{series::plan_contents(listing_of(tree), *project, config::Limits(), log),
                         {}};
    CHECK(second.lines() == first.lines());
  }
}

TEST_CASE("whatever a title is, its stem is its beginning", "[series][any]") {
  Pieces pieces;
  for (int i = 0; i < 5000; ++i) {
    const std::string title = pieces.text(10);
    INFO(title);
    if (const auto number = series::series_number(title))
      CHECK(title.find(number->stem) != std::string::npos);
    CHECK_FALSE(series::naturally_before(title, title));
  }
}
