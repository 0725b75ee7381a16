#include <catch2/catch.hpp>

#include "tests/unit/series/tree.h"

using namespace keben;
using namespace keben::test;
using series::Grouping;
using series::Order;

namespace {

std::string with(const std::string& fields) {
  return "---\n" + fields + "\n---\n\n正文。\n";
}

}  // namespace

TEST_CASE("Hugo: weight, with _index.md for the part", "[series][arrange]") {
  const Planned book = planned({
      {"_index.md", "---\ntitle: 全书\n---\n"},
      {"basics/_index.md", with("title: 基础\nweight: 2")},
      {"basics/z.md", with("weight: 1")},
      {"basics/a.md", with("weight: 10")},
      {"intro/_index.md", "---\ntitle: 引言\nweight: 1\n---\n"},
      {"intro/first.md", with("weight: 1")},
      {"intro/draft.md", "未排序。"},
  });
  CHECK(book.plan.order == Order::weight);
  CHECK(book.lines() == Lines{"[引言]", "intro/first.md", "intro/draft.md", "[基础]",
                              "basics/_index.md", "basics/z.md", "basics/a.md"});
}

TEST_CASE("Docusaurus: sidebar_position and _category_.json", "[series][arrange]") {
  const Planned book = planned({
      {"docs/intro.md", with("sidebar_position: 1")},
      {"docs/b/_category_.json", "{\"label\": \"先读\", \"position\": 2}"},
      {"docs/b/two.md", with("sidebar_position: 2")},
      {"docs/b/one.md", with("sidebar_position: 1")},
      {"docs/a/_category_.json", "{\"label\": \"后读\", \"position\": 3}"},
      {"docs/a/x.md", with("sidebar_position: 1")},
  });
  CHECK(book.lines() == Lines{"docs/intro.md", "[先读]", "docs/b/one.md", "docs/b/two.md", "[后读]",
                              "docs/a/x.md"});
}

TEST_CASE("every key of order serves, and part comes before chapter", "[series][arrange]") {
  for (const char* key : {"weight", "order", "seriesOrder", "series_order", "chapter",
                          "sidebar_position", "nav_order"}) {
    CAPTURE(key);
    const std::string name = key;
    CHECK(planned({{"a.md", with(name + ": 10")}, {"b.md", with(name + ": 9")}}).lines() ==
          Lines{"b.md", "a.md"});
  }
  CHECK(planned({{"a.md", with("part: 2\nchapter: 1")},
                 {"b.md", with("part: 1\nchapter: 2")},
                 {"c.md", with("part: 1\nchapter: 一")}})
            .lines() == Lines{"c.md", "b.md", "a.md"});
}

TEST_CASE("one pinned post puts no blog in order", "[series][arrange]") {
  const Planned blog = planned({{"a.md", with("date: 2024-03-01\nweight: 1")},
                                {"b.md", with("date: 2024-02-01")},
                                {"c.md", with("date: 2024-01-01")}});
  CHECK(blog.plan.order == Order::date);
  CHECK(blog.lines() == Lines{"c.md", "b.md", "a.md"});
}

TEST_CASE("several series by weight are several parts", "[series][arrange]") {
  CHECK(planned({{"a.md", with("series: 乙集\norder: 2")},
                 {"b.md", with("series: 甲集\norder: 1")},
                 {"c.md", with("series: 乙集\norder: 1")}})
            .lines() == Lines{"[甲集]", "b.md", "[乙集]", "c.md", "a.md"});
}

TEST_CASE("several categories of one folder are parts where weights allow it",
          "[series][arrange]") {
  const Tree again = {{"a.md", with("weight: 2\ncategories: [茶]")},
                      {"b.md", with("weight: 1\ncategories: [酒]")},
                      {"c.md", with("weight: 1\ncategories: [茶]")}};
  CHECK(planned(again).lines() == Lines{"[酒]", "b.md", "[茶]", "c.md", "a.md"});
  const Tree through = {{"a.md", with("weight: 1\ncategory: 茶")},
                        {"b.md", with("weight: 3\ncategory: 酒")},
                        {"c.md", with("weight: 2\ncategory: 茶")}};
  CHECK(planned(through).lines() == Lines{"[茶]", "a.md", "c.md", "[酒]", "b.md"});
  const Tree across = {{"a.md", with("weight: 1\ncategory: 茶")},
                       {"b.md", with("weight: 2\ncategory: 酒")},
                       {"c.md", with("weight: 3\ncategory: 茶")}};
  CHECK(planned(across).lines() == Lines{"a.md", "b.md", "c.md"});
}

TEST_CASE("numbers in titles, Chinese and Roman", "[series][arrange]") {
  const Planned chinese = planned({{"x.md", with("title: 观察（十）")},
                                   {"y.md", with("title: 观察（二）")},
                                   {"z.md", "# 观察（一）\n\n正文。"}});
  CHECK(chinese.plan.order == Order::number);
  CHECK(chinese.lines() == Lines{"z.md", "y.md", "x.md"});
  CHECK(planned({{"a.md", "# 旅行（下）\n\n文。"},
                 {"b.md", "# 旅行（上）\n\n文。"},
                 {"c.md", "# 旅行（中）\n\n文。"}})
            .lines() == Lines{"b.md", "c.md", "a.md"});
  CHECK(planned({{"a.md", with("title: Notes Part IX")}, {"b.md", with("title: Notes Part IV")}})
            .lines() == Lines{"b.md", "a.md"});
  CHECK(planned({{"a.md", "# 第十一回 归\n"}, {"b.md", "# 第九回 去\n"}}).lines() ==
        Lines{"b.md", "a.md"});
}

TEST_CASE("numbers in file names", "[series][arrange]") {
  CHECK(planned({{"issue-10.md", "十。"}, {"issue-9.md", "九。"}}).lines() ==
        Lines{"issue-9.md", "issue-10.md"});
  CHECK(planned({{"2-乙.md", "二。"}, {"10-甲.md", "十。"}, {"01-丙.md", "一。"}}).lines() ==
        Lines{"01-丙.md", "2-乙.md", "10-甲.md"});
}

TEST_CASE("numbered series among dated posts keep together", "[series][arrange]") {
  CHECK(planned({{"a.md", with("title: 甲（二）\ndate: 2024-03-01")},
                 {"b.md", with("title: 甲（一）\ndate: 2024-02-01")},
                 {"c.md", with("title: 乙（一）\ndate: 2024-01-01")},
                 {"d.md", with("title: 乙（二）\ndate: 2024-04-01")}})
            .lines() == Lines{"c.md", "d.md", "b.md", "a.md"});
}

TEST_CASE("dates: front matter before file name, oldest first", "[series][arrange]") {
  const Planned blog = planned({{"2023-05-01-丙.md", "丙。"},
                                {"2022-01-01-b.md", with("published: 2025-01-01")},
                                {"甲.md", with("date: 2024-01-01")},
                                {"乙.md", with("date: 2024-01-01")},
                                {"无日期.md", "无。"}});
  CHECK(blog.plan.order == Order::date);
  CHECK(blog.lines() ==
        Lines{"2023-05-01-丙.md", "乙.md", "甲.md", "2022-01-01-b.md", "无日期.md"});
}

TEST_CASE("page bundles go by their folders' names", "[series][arrange]") {
  CHECK(planned({{"10-b/index.md", "乙。"}, {"9-a/index.md", "甲。"}}).lines() ==
        Lines{"9-a/index.md", "10-b/index.md"});
  CHECK(planned({{"posts/2024-02-01-b/index.md", "乙。"}, {"posts/2024-01-01-a/index.md", "甲。"}})
            .lines() == Lines{"posts/2024-01-01-a/index.md", "posts/2024-02-01-b/index.md"});
}

TEST_CASE("README, index and _index open the folder that they lie in", "[series][arrange]") {
  for (const char* name : {"README.md", "index.md", "_index.md"}) {
    INFO(name);
    const std::string opening = std::string("z/") + name;
    CHECK(planned({{"z/a.md", "甲。"}, {opening, "# 部\n\n导言。"}, {"b.md", "乙。"}}).lines() ==
          Lines{"b.md", "[部]", opening, "z/a.md"});
  }
}

TEST_CASE("numbers of every writing put a series in order", "[series][arrange]") {
  const Lines names[] = {{"观察（九）", "观察（十）", "观察（十一）"},
                         {"观察 (2)", "观察 (10)"},
                         {"旅行·上", "旅行·下"},
                         {"第九章 去", "第十章 归"},
                         {"第2回 去", "第10回 归"},
                         {"笔记 XXXVIII", "笔记 XXXIX", "笔记 XL"},
                         {"Notes Part 2", "Notes Part 10"},
                         {"Issue 9", "Issue 10"}};
  for (const Lines& titles : names) {
    Tree tree;
    Lines expected;
    for (std::size_t i = 0; i < titles.size(); ++i) {
      expected.push_back(std::string(1, static_cast<char>('z' - i)) + ".md");
      tree.emplace(expected.back(), with("title: " + titles[i]));
    }
    INFO(titles[0]);
    CHECK(planned(tree).lines() == expected);
  }
}

TEST_CASE("README opens the book and each folder, folders being parts", "[series][arrange]") {
  CHECK(planned({{"README.md", "关于此库。"},
                 {"a/README.md", "# 甲部\n\n导言。"},
                 {"a/b.md", "乙。"},
                 {"a/a.md", "甲。"},
                 {"b/x.md", "丙。"},
                 {"总论.md", "总。"}})
            .lines() == Lines{"README.md", "总论.md", "[甲部]", "a/README.md", "a/a.md", "a/b.md",
                              "[b]", "b/x.md"});
  CHECK(planned({{"README.md", "序。"}, {"docs/a.md", "甲。"}, {"docs/b.md", "乙。"}}).lines() ==
        Lines{"README.md", "docs/a.md", "docs/b.md"});
  CHECK(planned(
            {{"docs/README.md", "# 总\n\n序。"}, {"docs/x/a.md", "甲。"}, {"docs/y/b.md", "乙。"}})
            .lines() == Lines{"docs/README.md", "[x]", "docs/x/a.md", "[y]", "docs/y/b.md"});
}

TEST_CASE("a folder's page stands before its first text, in whatever order", "[series][arrange]") {
  const Tree blog = {{"a/README.md", "甲部。"},
                     {"a/p.md", with("date: 2024-03-01")},
                     {"a/q.md", with("date: 2024-01-01")},
                     {"b/index.md", "乙部。"},
                     {"b/p.md", with("date: 2023-01-01")},
                     {"b/q.md", with("date: 2024-02-01")},
                     {"README.md", "总。"}};
  CHECK(planned(blog).lines() ==
        Lines{"README.md", "b/index.md", "b/p.md", "a/README.md", "a/q.md", "b/q.md", "a/p.md"});
  CHECK(planned(blog, {.grouping = Grouping::year}).lines() ==
        Lines{"README.md", "[2023]", "b/index.md", "b/p.md", "[2024]", "a/README.md", "a/q.md",
              "b/q.md", "a/p.md"});
}

TEST_CASE("a folder of READMEs is a book of them", "[series][arrange]") {
  const Planned book = planned({{"README.md", "# 目录\n\n- [甲](a/README.md)\n"},
                                {"a/README.md", "甲题。"},
                                {"b/README.md", "乙题。"},
                                {"c.md", "丙。"}});
  CHECK(book.lines() == Lines{"README.md", "a/README.md", "b/README.md", "c.md"});
  CHECK(book.left_out().empty());
}

TEST_CASE("a text that lies alone in a folder of its name belongs beside the folder",
          "[series][arrange]") {
  CHECK(planned({{"川菜/鱼香肉丝.md", "炒。"},
                 {"川菜/回锅肉/回锅肉.md", "炒。"},
                 {"湘菜/剁椒鱼头/剁椒鱼头.md", "蒸。"}})
            .lines() == Lines{"[川菜]", "川菜/回锅肉/回锅肉.md", "川菜/鱼香肉丝.md", "[湘菜]",
                              "湘菜/剁椒鱼头/剁椒鱼头.md"});
}

TEST_CASE("a repository's papers at its root stay out, and are texts anywhere else",
          "[series][arrange]") {
  const Tree tree = {{"LICENSE.md", "许可。"},
                     {"CHANGELOG.md", "---\ntitle: 改版记\n---\n\n改了。"},
                     {"CONTRIBUTING.zh-CN.md", "参与。"},
                     {"a.md", "甲。"},
                     {"x/changelog.md", "乙。"},
                     {"x/license.md", "丙。"}};
  CHECK(planned(tree).left_out().empty());
  series::Listing listing = listing_of(tree);
  listing.is_repository = true;
  SourceMap sources;
  Diagnostics log;
  const Planned book{series::plan_collection(listing, {}, config::Limits(), sources, log), {}};
  CHECK(book.lines() == Lines{"CHANGELOG.md", "a.md", "[x]", "x/changelog.md", "x/license.md"});
  CHECK(book.left_out() == Lines{"paper CONTRIBUTING.zh-CN.md", "paper LICENSE.md"});
}

TEST_CASE("drafts, and pages that only name their folder, are left out and told",
          "[series][arrange]") {
  const Planned book = planned({{"a.md", with("draft: true")},
                                {"_drafts/b.md", "乙。"},
                                {"x/_drafts/README.md", "丙。"},
                                {"x/_index.md", "---\ntitle: 部\n---\n"},
                                {"x/c.md", "丁。"},
                                {"d.md", "戊。"}});
  CHECK(book.lines() == Lines{"d.md", "[部]", "x/c.md"});
  CHECK(book.left_out() == Lines{"draft _drafts/b.md", "draft a.md", "draft x/_drafts/README.md",
                                 "wordless x/_index.md"});
}

TEST_CASE("--each: every text by itself, but for lists, papers and drafts", "[series][arrange]") {
  series::Listing listing = listing_of({{"SUMMARY.md", "- [甲](a.md)\n"},
                                        {"README.md", "序。"},
                                        {"LICENSE.md", "许可。"},
                                        {"a.md", "甲。"},
                                        {"b.md", with("draft: true")},
                                        {"c.md", with("draft: true")}});
  listing.is_repository = true;
  const auto all_but_c = [](const std::string& path) { return path != "c.md"; };
  const Planned each{series::plan_each(listing, all_but_c, {}, config::Limits()), {}};
  CHECK(each.lines() == Lines{"README.md", "a.md", "c.md"});
  CHECK(each.left_out() == Lines{"list SUMMARY.md", "paper LICENSE.md", "draft b.md"});
}

TEST_CASE("--group-by makes parts of years, categories and series", "[series][arrange]") {
  const Tree blog = {{"a.md", with("date: 2023-01-01\ncategories: [随笔]\nseries: 一集")},
                     {"b.md", with("date: 2024-01-01\ncategories: [技术]")},
                     {"c.md", with("date: 2024-02-01\ncategories: [随笔]")},
                     {"d.md", "无。"}};
  CHECK(planned(blog).lines() == Lines{"a.md", "b.md", "c.md", "d.md"});
  CHECK(planned(blog, {.grouping = Grouping::year}).lines() ==
        Lines{"d.md", "[2023]", "a.md", "[2024]", "b.md", "c.md"});
  CHECK(planned(blog, {.grouping = Grouping::category}).lines() ==
        Lines{"d.md", "[随笔]", "a.md", "c.md", "[技术]", "b.md"});
  CHECK(planned(blog, {.grouping = Grouping::series}).lines() ==
        Lines{"b.md", "c.md", "d.md", "[一集]", "a.md"});
  const Tree folders = {{"x/a.md", "甲。"}, {"y/b.md", "乙。"}};
  CHECK(planned(folders, {.grouping = Grouping::none}).lines() == Lines{"x/a.md", "y/b.md"});
}

TEST_CASE("--order wins over what the texts say", "[series][arrange]") {
  const Tree tree = {{"1-a.md", with("date: 2024-02-01\nweight: 2")},
                     {"2-b.md", with("date: 2024-01-01\nweight: 3")},
                     {"3-c.md", with("date: 2024-03-01\nweight: 1")}};
  CHECK(planned(tree).lines() == Lines{"3-c.md", "1-a.md", "2-b.md"});
  CHECK(planned(tree, {.order = Order::date}).lines() == Lines{"2-b.md", "1-a.md", "3-c.md"});
  CHECK(planned(tree, {.order = Order::number}).lines() == Lines{"1-a.md", "2-b.md", "3-c.md"});
  CHECK(planned(tree, {.order = Order::name}).lines() == Lines{"1-a.md", "2-b.md", "3-c.md"});
}
