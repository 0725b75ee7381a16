#include "series/draft_project.h"

#include <catch2/catch.hpp>

#include "series/project.h"
#include "tests/unit/series/tree.h"

using namespace keben;
using namespace keben::test;

namespace {

std::string draft(const Tree& tree, const std::string& name = "posts",
                  UiLanguage language = UiLanguage::zh) {
  return series::draft_project(listing_of(tree), planned(tree).plan, name, language,
                               config::Limits());
}

series::Project read_back(const std::string& yaml) {
  SourceMap sources;
  Diagnostics log;
  const FileId file = sources.add("keben.yaml", yaml);
  auto project = series::read_project(sources, file, config::Limits(), log);
  INFO(yaml);
  REQUIRE(project);
  return *project;
}

}  // namespace

TEST_CASE("a drafted keben.yaml reads back to the same book", "[series][init]") {
  const Tree trees[] = {
      {{"a.md", "甲。"}, {"b.md", "乙。"}},
      {{"SUMMARY.md",
        "# 书: \"一\"\n\n- [序](p.md)\n\n## 上 # 编: 一\n\n- [甲](a b.md)\n\n---\n\n- "
        "[跋](z.md)\n"},
       {"p.md", "序。"},
       {"a b.md", "# 甲\n\n文。"},
       {"z.md", "跋。"}},
      {{"2024/true.md", "甲。"},
       {"2024/- x.md", "乙。"},
       {"2025/1.5.md", "丙。"},
       {"'q'.md", "丁。"}},
  };
  for (const Tree& tree : trees) {
    const Planned first = planned(tree);
    Diagnostics log;
    const Planned second{
        series::plan_contents(listing_of(tree), read_back(draft(tree)), config::Limits(), log), {}};
    CHECK(second.lines() == first.lines());
    CHECK(log.all().empty());
  }
}

TEST_CASE("a draft takes title and authors from where they are said", "[series][init]") {
  const Tree tree = {{"a.md", "---\ntitle: 甲\nseries: 茶书\nauthor: 陆某\n---\n文。"},
                     {"b.md", "---\ntitle: 乙\nseries: 茶书\nauthor: '张, 某'\n---\n文。"}};
  const series::Project project = read_back(draft(tree));
  CHECK(project.title == "茶书");
  CHECK(project.authors == Lines{"陆某", "张, 某"});
  CHECK(project.outputs == Lines{"posts.epub", "posts.pdf"});
  CHECK(read_back(draft({{"a.md", "甲。"}}, "2024")).title == "2024");
  CHECK(read_back(draft({{"a.md", "甲。"}}, "")).title == "book");
}

TEST_CASE("a title that only a list gives is kept", "[series][init]") {
  const Tree tree = {{"SUMMARY.md", "- [水, 上](a.md)\n- [火](b.md)\n"},
                     {"a.md", "文。"},
                     {"b.md", "# 火候\n\n文。"}};
  const series::Project project = read_back(draft(tree));
  REQUIRE(project.contents.size() == 1);
  CHECK(project.contents[0].files[0].title == "水, 上");
  CHECK(project.contents[0].files[1].title.empty());
}

TEST_CASE("a draft's comments are in the user's language", "[series][init]") {
  const Tree tree = {{"a.md", "# 甲\n\n文。"}};
  CHECK(draft(tree).find("# 副题") != std::string::npos);
  const std::string english = draft(tree, "posts", UiLanguage::en);
  CHECK(english.find("# a subtitle") != std::string::npos);
  CHECK(english.find("副题") == std::string::npos);
  CHECK(english.find("- a.md  # 甲") != std::string::npos);
}
