#include "series/project.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "series/nearest_word.h"
#include "tests/unit/series/tree.h"

using namespace keben;
using namespace keben::test;
using series::Order;
using series::ProjectMap;

namespace {

struct ReadProject {
  SourceMap sources;
  Diagnostics log;
  Result<series::Project> project;
};

ReadProject read(const std::string& yaml) {
  ReadProject out;
  const FileId file = out.sources.add("keben.yaml", yaml);
  out.project = series::read_project(out.sources, file, config::Limits(), out.log);
  return out;
}

/// "code line:column hint" of the error that a file is.
std::string error_of(const std::string& yaml) {
  const ReadProject out = read(yaml);
  if (out.project) return "none";
  const Error& error = out.project.error();
  CHECK(error.fault == Fault::usage);
  return error.code + " " + std::to_string(error.at.first_line) + ":" +
         std::to_string(error.at.first_column) + " " + error.hint.en;
}

Planned contents(const Tree& tree, const std::string& yaml) {
  const ReadProject read_file = read(yaml);
  REQUIRE(read_file.project);
  Diagnostics log;
  Planned out{series::plan_contents(listing_of(tree), *read_file.project, config::Limits(), log),
              {}};
  for (const Diagnostic& one : log.all())
    out.messages.push_back(one.code + " " + std::to_string(one.at.first_line));
  return out;
}

std::set<std::string> names(const nlohmann::json& properties) {
  std::set<std::string> out;
  for (const auto& [name, value] : properties.items())
    out.insert(name);
  return out;
}

std::set<std::string> known(ProjectMap map) {
  const auto keys = series::project_keys(map);
  return {keys.begin(), keys.end()};
}

}  // namespace

TEST_CASE("limits are numbers within bounds, and each is known", "[series][project]") {
  const auto limits = read("limits: {file: 32MB, notes: 50000}\n").project->limits;
  REQUIRE(limits.size() == 2);
  CHECK(limits[0].name == "file");
  CHECK(limits[0].value == "32MB");
  CHECK(error_of("limits: {file: 9GB}\n").starts_with("config-value 1:16"));
  CHECK(error_of("limits: {fiel: 9MB}\n").starts_with("config-unknown-key 1:10"));
  CHECK(error_of("limits: {file: 1MB, file: 2MB}\n").starts_with("config-key-twice"));
  CHECK(error_of("limits: 3\n").starts_with("config-value"));
}

TEST_CASE("a permalink with a word that no blog knows is wrong at its place", "[series][project]") {
  CHECK(read("permalink: /:year/:title/\n").project->permalink == "/:year/:title/");
  CHECK(
      error_of("site: https://b.example/\npermalink: /:hash/\n").starts_with("config-value 2:12"));
}

TEST_CASE("keben.yaml as the papers show it", "[series][project]") {
  const ReadProject out = read(
      "# keben.yaml\ntitle: 大模型创业观察\nauthor: [作者名]\nlang: zh-CN\n"
      "series: {name: 技术随笔, number: 2}\ncover: auto\nsite: https://blog.example.com/posts/\n"
      "isbn: 978-7-302-51162-5\ncontents:\n  - 前言.md\n  - part: 上编 · 复盘\n"
      "    chapters: [2025/one.md, {file: 2024/two.md, title: 旧文一则}]\n"
      "  - part: 下编\n    chapters: 2026/*.md\n    sort: date\ntheme: song\npage: A5\n"
      "outputs: [文集.epub, 文集.pdf]\n");
  REQUIRE(out.project);
  const series::Project& project = *out.project;
  CHECK(project.title == "大模型创业观察");
  CHECK(project.authors == Lines{"作者名"});
  CHECK(project.language == "zh-CN");
  CHECK(project.series == "技术随笔");
  CHECK(project.number == "2");
  CHECK(project.cover == "auto");
  CHECK(project.site == "https://blog.example.com/posts/");
  CHECK(project.isbn == "9787302511625");
  CHECK(project.page == config::parse_page_size("A5"));
  CHECK(project.outputs == Lines{"文集.epub", "文集.pdf"});
  REQUIRE(project.contents.size() == 3);
  CHECK(project.contents[0].title.empty());
  CHECK(project.contents[1].title == "上编 · 复盘");
  CHECK(project.contents[1].files[1].pattern == "2024/two.md");
  CHECK(project.contents[1].files[1].title == "旧文一则");
  CHECK(project.contents[2].sort == Order::date);
}

TEST_CASE("keben.yaml says how lines are set", "[series][project]") {
  const ReadProject out = read("typeset: {kinsoku: strict, indent: 0}\n");
  REQUIRE(out.project);
  REQUIRE(out.project->typeset.size() == 2);
  CHECK(out.project->typeset[0].name == "kinsoku");
  CHECK(out.project->typeset[0].value == "strict");
  CHECK(out.project->typeset[1].name == "indent");
  CHECK(out.project->typeset[1].value == "0");
}

TEST_CASE("an empty keben.yaml says nothing, and is right", "[series][project]") {
  CHECK(error_of("") == "none");
  CHECK(error_of("# title: 书\n") == "none");
}

TEST_CASE("what is wrong in keben.yaml is an error at its place", "[series][project]") {
  CHECK(error_of("title: 书\nauhtor: 甲\n") == "config-unknown-key 2:1 did you mean author?");
  CHECK(error_of("contents:\n  - part: 编\n    chapter: a.md\n") ==
        "config-unknown-key 3:5 did you mean chapters?");
  CHECK(error_of("series: {nmae: 甲}\n") == "config-unknown-key 1:10 did you mean name?");
  CHECK(error_of("engraver: x\n").starts_with("config-unknown-key 1:1 the keys are: title "));
  CHECK(error_of("title: 甲\ntitle: 乙\n") == "config-key-twice 2:1 ");
  CHECK(error_of("title: [甲]\n").starts_with("config-value 1:8"));
  CHECK(error_of("lang: 中文\n").starts_with("config-value 1:7"));
  CHECK(error_of("page: A9\n").starts_with("config-value 1:7 there are: A4 "));
  CHECK(error_of("typeset: tight\n").starts_with("config-value 1:10 for example typeset:"));
  CHECK(error_of("typeset: {ident: 0}\n") == "config-unknown-key 1:11 did you mean indent?");
  CHECK(error_of("typeset: {indent: 3}\n") == "config-value 1:19 there are: auto 0 1 2");
  CHECK(error_of("typeset: {hang: none, hang: none}\n").starts_with("config-key-twice 1:"));
  CHECK(error_of("theme: hei\n") == "config-value 1:8 there is: song");
  CHECK(error_of("sort: size\n").starts_with("config-value 1:7"));
  CHECK(error_of("site: blog\n").starts_with("config-value 1:7"));
  CHECK(error_of("isbn: 978-7-302-51162-6\n").starts_with("config-value 1:7"));
  CHECK(error_of("contents: {a: b}\n").starts_with("config-value 1:11"));
  CHECK(error_of("contents:\n  - {file: '*.md', title: 同名}\n").starts_with("config-value 2:5"));
  CHECK(error_of("contents:\n  - title: 无文件\n").starts_with("config-value 2:5"));
  CHECK(error_of("- a.md\n").starts_with("config-value 1:1"));
  CHECK(error_of("title: [甲\n").starts_with("config-malformed "));
  CHECK(error_of("a: &x 1\ntitle: *x\n").starts_with("config-malformed 2:8"));
}

TEST_CASE("every error of keben.yaml is told in one run", "[series][project]") {
  const ReadProject out = read("tilte: 书\npage: A9\nlang: 中文\n");
  REQUIRE_FALSE(out.project);
  CHECK(out.project.error().at.first_line == 1);
  CHECK(out.log.count(Severity::error) == 2);
}

TEST_CASE("contents: files, patterns, parts, titles", "[series][project]") {
  const Tree tree = {{"前言.md", "前。"},     {"a.md", "甲。"},         {"2025/b.md", "乙。"},
                     {"2025/9-c.md", "丙。"}, {"2025/10-d.md", "丁。"}, {"README.md", "库。"},
                     {"x/y/e.md", "戊。"}};
  const Planned book = contents(tree,
                                "contents:\n  - 前言.md\n  - part: 上编\n    chapters:\n"
                                "      - {file: 2025/b.md, title: 旧文}\n      - 2025/*.md\n"
                                "      - gone.md\n  - ./a.md\n  - a.md\n  - none/*.md\n");
  CHECK(book.lines() ==
        Lines{"前言.md", "[上编]", "2025/b.md", "2025/9-c.md", "2025/10-d.md", "[]", "a.md"});
  CHECK(book.plan.members[1] == series::Member{"2025/b.md", "旧文", true});
  CHECK(book.messages == Lines{"member-missing 7", "member-twice 9", "member-missing 10"});
  CHECK(book.left_out() == Lines{"unlisted README.md", "unlisted x/y/e.md"});
}

TEST_CASE("contents: what is named by itself is not found before", "[series][project]") {
  const Tree tree = {{"a.md", "甲。"}, {"b.md", "乙。"}, {"z.md", "后。"}};
  CHECK(contents(tree, "contents: ['*.md', a.md]\n").lines() == Lines{"b.md", "z.md", "a.md"});
}

TEST_CASE("contents: a part's patterns are sorted as it says", "[series][project]") {
  const Tree tree = {{"a.md", "---\ndate: 2024-02-01\n---\n甲。"},
                     {"b.md", "---\ndate: 2023-02-01\n---\n乙。"}};
  CHECK(contents(tree, "contents:\n  - part: 编\n    chapters: '*.md'\n    sort: date\n").lines() ==
        Lines{"[编]", "b.md", "a.md"});
  CHECK(contents(tree, "contents:\n  - part: 编\n    chapters: '*.md'\n    sort: name\n").lines() ==
        Lines{"[编]", "a.md", "b.md"});
}

TEST_CASE("contents: a draft is taken by its name, and by no pattern", "[series][project]") {
  const Tree tree = {{"a.md", "甲。"},
                     {"b.md", "---\ndraft: true\n---\n\n乙。"},
                     {"c.md", "---\nhidden: true\n---\n\n丙。"},
                     {"_drafts/d.md", "丁。"}};
  const Planned found = contents(tree, "contents: ['**/*.md']\n");
  CHECK(found.lines() == Lines{"a.md"});
  CHECK(found.left_out() == Lines{"draft _drafts/d.md", "draft b.md", "draft c.md"});
  const Planned named = contents(tree, "contents: ['*.md', b.md, _drafts/d.md]\n");
  CHECK(named.lines() == Lines{"a.md", "b.md", "_drafts/d.md"});
  CHECK(named.left_out() == Lines{"draft c.md"});
}

TEST_CASE("contents: what a pattern finds opens its folder, and a list is no text",
          "[series][project]") {
  const Tree tree = {{"SUMMARY.md", "- [甲](a.md)\n"}, {"README.md", "序。"}, {"a.md", "甲。"}};
  const Planned book = contents(tree, "contents: '*.md'\n");
  CHECK(book.lines() == Lines{"README.md", "a.md"});
  CHECK(book.left_out() == Lines{"list SUMMARY.md"});
}

TEST_CASE("patterns stay within a folder, unless they say otherwise", "[series][project]") {
  CHECK(series::fits("a.md", "*.md"));
  CHECK(series::fits("随笔.md", "./*.md"));
  CHECK(series::fits("2025/a.md", "2025/*"));
  CHECK(series::fits("x/y/a.md", "**/*.md"));
  CHECK(series::fits("a.md", "**/*.md"));
  CHECK(series::fits("x/abab.md", "**/*ab.md"));
  CHECK(series::fits("1.md", "?.md"));
  CHECK_FALSE(series::fits("x/a.md", "*.md"));
  CHECK_FALSE(series::fits("x/a.md", "?/b.md"));
  CHECK_FALSE(series::fits("x/y/a.md", "x/*.md"));
  CHECK_FALSE(series::fits("a.mdx", "*.md"));
  CHECK_FALSE(series::fits("", "?"));
}

TEST_CASE("did you mean: near words only", "[series][project]") {
  const std::vector<std::string_view> words = {"title", "author", "lang", "page"};
  CHECK(series::nearest_word("titel", words) == "title");
  CHECK(series::nearest_word("Authors", words) == "author");
  CHECK(series::nearest_word("language", words).empty());
  CHECK(series::nearest_word("x", words).empty());
  CHECK(series::nearest_word(std::string(1000, 't'), words).empty());
}

TEST_CASE("the JSON schema knows the keys that the reader knows", "[series][project]") {
  std::ifstream file("docs/keben.schema.json");
  REQUIRE(file);
  const nlohmann::json schema = nlohmann::json::parse(file);
  CHECK(names(schema["properties"]) == known(ProjectMap::whole));
  const nlohmann::json& defs = schema["$defs"];
  CHECK(names(defs["series"]["properties"]) == known(ProjectMap::series));
  CHECK(names(defs["limits"]["properties"]) == known(ProjectMap::limits));
  CHECK(names(defs["typeset"]["properties"]) == known(ProjectMap::typeset));
  for (const auto& [setting, about] : defs["typeset"]["properties"].items()) {
    std::set<std::string> values;
    for (const nlohmann::json& value : about["enum"])
      if (value.is_string()) values.insert(value.get<std::string>());
    const auto known_values = config::setting_values(setting);
    CHECK(values == std::set<std::string>(known_values.begin(), known_values.end()));
  }
  CHECK(names(defs["part"]["properties"]) == known(ProjectMap::part));
  CHECK(names(defs["file"]["properties"]) == known(ProjectMap::file));
  const auto sorts = series::sort_names();
  CHECK(defs["sort"]["enum"].get<std::set<std::string>>() ==
        std::set<std::string>(sorts.begin(), sorts.end()));
  for (const char* strict : {"typeset", "series", "part", "file"})
    CHECK(defs[strict]["additionalProperties"] == false);
  CHECK(schema["additionalProperties"] == false);
}
