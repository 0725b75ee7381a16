// What stands before a text: each generator's habits, broken ones too.
#include "markdown/front_matter.h"

#include <catch2/catch.hpp>

#include "tests/unit/markdown/reading.h"

using namespace keben;
using namespace keben::test;

namespace {

model::Meta meta_of(const std::string& yaml) {
  return read("---\n" + yaml + "---\n正文在此。\n").meta();
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("Hexo's front matter", "[markdown][front-matter]") {
  const model::Meta meta = meta_of(
      "title: 零一万物：测试\ndate: 2025-01-25 23:30:00\nupdated: 2025-02-01 08:00:00\n"
      "tags:\n  - 甲\n  - 乙\ncategories:\n  - [技术, 前端]\nexcerpt: 摘要\npermalink: a/b\n");
  CHECK(meta.title == "零一万物：测试");
  CHECK(meta.published == model::Date{2025, 1, 25});
  CHECK(meta.modified == model::Moment{1738396800});
  CHECK(meta.tags == Texts{"甲", "乙"});
  CHECK(meta.category == "技术");
  CHECK(meta.description == "摘要");
  CHECK(meta.slug == "a/b");
}

TEST_CASE("Hugo's front matter in YAML and TOML", "[markdown][front-matter]") {
  const model::Meta yaml = meta_of(
      "title: 题\ndate: 2025-01-25T10:20:30+08:00\nlastmod: 2025-03-01\ndraft: true\n"
      "series: [系列]\nweight: 3\nauthor: [张三, 李四]\nlicense: CC BY\naliases: [/x]\n");
  CHECK(yaml.published == model::Date{2025, 1, 25});
  CHECK(yaml.draft == "draft: true");
  CHECK(yaml.series == model::SeriesPlace{"系列", "3"});
  CHECK(yaml.people == std::vector<model::Person>{{"张三", "aut"}, {"李四", "aut"}});
  CHECK(yaml.rights == "CC BY");
  CHECK(yaml.aliases == Texts{"/x"});

  const Reading toml = read(
      "+++\ntitle = \"题\"\ndate = 2025-01-25T10:20:30+08:00\ntags = [\"甲\"]\nweight = 3\n"
      "[cover]\nimage = \"a.png\"\n+++\n正文\n");
  CHECK(toml.meta().title == "题");
  CHECK(toml.meta().published == model::Date{2025, 1, 25});
  CHECK(toml.meta().tags == Texts{"甲"});
  CHECK(toml.meta().series.number == "3");
  CHECK(toml.meta().cover == "a.png");
  CHECK(toml.tree() == "paragraph\n  text \"正文\"\n");
}

TEST_CASE("a book's number is read as thirteen digits", "[markdown][front-matter]") {
  for (const char* written : {"978-7-302-51162-5", "9787302511625", "ISBN 978 7 302 51162 5",
                              "urn:isbn:9787302511625", "7-302-51162-4", "isbn: 7302511624"}) {
    INFO(written);
    CHECK(meta_of("isbn: \"" + std::string(written) + "\"\n").isbn == "9787302511625");
  }
  CHECK(meta_of("isbn: 0-8044-2957-X\n").isbn == "9780804429573");
  CHECK(meta_of("isbn: 9787302511625\n").isbn == "9787302511625");
}

TEST_CASE("a number whose check digit is wrong is told of and left out",
          "[markdown][front-matter]") {
  for (const char* written :
       {"978-7-302-51162-6", "97873025116250", "7-302-51162-X", "1234567890128", "待定"}) {
    const Reading reading = read("---\nisbn: " + std::string(written) + "\n---\n文\n");
    INFO(written);
    CHECK(reading.meta().isbn.empty());
    CHECK(reading.said() == Said{"isbn-malformed:2"});
  }
  CHECK(read("---\nisbn: \"\"\n---\n文\n").said().empty());
}

TEST_CASE("a name brings what it is sorted by, where the author says it",
          "[markdown][front-matter]") {
  const model::Meta meta = meta_of(
      "title: 重楼\nfile-as: chong lou\n"
      "author: [{name: 单田芳, file-as: Shan Tianfang}, 李四]\nillustrator: 赵五\n");
  CHECK(meta.file_as == "chong lou");
  CHECK(meta.people == std::vector<model::Person>{
                           {"单田芳", "aut", "Shan Tianfang"}, {"李四", "aut"}, {"赵五", "ill"}});
}

TEST_CASE("Jekyll, Astro, VuePress, Docusaurus, Zenn and Obsidian", "[markdown][front-matter]") {
  const model::Meta astro = meta_of(
      "title: 题\npublished: 2025-01-25\nupdated: 2025-01-26\nimage: ./c.png\nlang: zh_CN\n"
      "draft: false\n");
  CHECK(astro.published == model::Date{2025, 1, 25});
  CHECK(astro.cover == "./c.png");
  CHECK(astro.language.tag == "zh-CN");
  CHECK(astro.draft.empty());
  const model::Meta vuepress = meta_of("title: 题\ntag:\n  - 甲\ncategory: 乙\norder: 2\n");
  CHECK(vuepress.tags == Texts{"甲"});
  CHECK(vuepress.category == "乙");
  CHECK(vuepress.series.number == "2");
  const model::Meta docusaurus = meta_of(
      "title: 题\nauthors:\n  - name: 张三\n    title: 作者\n  - 李四\nkeywords: [甲]\nslug: s\n");
  CHECK(docusaurus.people == std::vector<model::Person>{{"张三", "aut"}, {"李四", "aut"}});
  CHECK(docusaurus.tags == Texts{"甲"});
  CHECK(docusaurus.slug == "s");
  const Reading zenn = read(
      "---\ntitle: \"題\"\nemoji: \"📚\"\ntype: \"tech\"\ntopics: [\"甲\", \"乙\"]\n"
      "published: true\n---\nこれはてすとです。\n");
  CHECK(zenn.meta().tags == Texts{"甲", "乙"});
  CHECK_FALSE(zenn.meta().published);
  CHECK(zenn.meta().draft.empty());
  CHECK(zenn.log.all().empty());
  const model::Meta obsidian = meta_of("aliases:\n  - 别名\ncreated: 2025-01-25\ncssclass: x\n");
  CHECK(obsidian.aliases == Texts{"别名"});
  CHECK(obsidian.published == model::Date{2025, 1, 25});
}

TEST_CASE("what keeps a text from readers is told in its author's words",
          "[markdown][front-matter]") {
  for (const char* words : {"draft: true", "published: false", "publish: no", "hidden: true",
                            "private: yes", "unlisted: true", "status: Draft", "status: private"}) {
    INFO(words);
    CHECK(meta_of("title: 题\n" + std::string(words) + "\n").draft == words);
  }
  CHECK(read("+++\ntitle = \"题\"\ndraft = true\n+++\n文\n").meta().draft == "draft: true");
  for (const char* words : {"draft: false", "published: true", "published: 2025-01-25",
                            "hidden: false", "status: done", "draft:"}) {
    INFO(words);
    CHECK(meta_of("title: 题\n" + std::string(words) + "\n").draft.empty());
  }
}

TEST_CASE("JSON front matter", "[markdown][front-matter]") {
  const Reading reading = read("{\n  \"title\": \"题 {\",\n  \"tags\": [\"甲\"]\n}\n\n正文\n");
  CHECK(reading.meta().title == "题 {");
  CHECK(reading.meta().tags == Texts{"甲"});
  CHECK(reading.tree() == "paragraph\n  text \"正文\"\n");
  CHECK(read("{花括号} 开头\n").tree() == "paragraph\n  text \"{花括号} 开头\"\n");
}

TEST_CASE("LCTT's header of link definitions", "[markdown][front-matter]") {
  const Reading reading = read(
      "[#]: subject: \"甲：乙\"\n[#]: via: \"https://a.org/x\"\n"
      "[#]: author: \"[John](https://b.org)\"\n[#]: translator: (译者)\n[#]: url: ( )\n\n"
      "题\n======\n\n正文\n");
  CHECK(reading.meta().title == "甲：乙");
  CHECK(reading.meta().source == "https://a.org/x");
  CHECK(reading.meta().people == std::vector<model::Person>{{"John", "aut"}, {"译者", "trl"}});
  CHECK(reading.meta().slug.empty());
  CHECK(reading.blocks().at(1).at.first_line == 10);
}

TEST_CASE("empty values are absent, the next synonym counts", "[markdown][front-matter]") {
  const model::Meta meta = meta_of(
      "title:\ndescription: \"\"\nsummary: 摘\nimage: ''\ntags: []\n"
      "keywords: 甲\ndate:\n");
  CHECK(meta.title == "essay");
  CHECK(meta.description == "摘");
  CHECK(meta.cover.empty());
  CHECK(meta.tags == Texts{"甲"});
  CHECK_FALSE(meta.published);
}

TEST_CASE("a date that is none is told, and the next key counts", "[markdown][front-matter]") {
  const Reading reading = read("---\npublished: 昨天\ndate: 2025-01-25\n---\n正文\n");
  CHECK(reading.meta().published == model::Date{2025, 1, 25});
  CHECK(reading.said() == Said{"date-malformed:2"});
}

TEST_CASE("a rule is no front matter", "[markdown][front-matter]") {
  CHECK(tree_of("---\n\n正文\n\n---\n") ==
        "thematic-break\nparagraph\n  text \"正文\"\nthematic-break\n");
  CHECK(tree_of("---\n没有键\n---\n").starts_with("thematic-break"));
  CHECK(tree_of("---\ntitle: 没有结束\n").starts_with("thematic-break"));
  CHECK(tree_of("---\n老王：走吧\n\n---\n").starts_with("thematic-break"));
}

TEST_CASE("where YAML refuses, lines are read, with a warning", "[markdown][front-matter]") {
  const Reading reading = read(
      "---\ntitle: 甲: 乙\ndate: 2025-01-25\ntags: [甲, 乙]\nauthor：张三\ncategories:\n- 丙\n"
      "description: @某\n---\n正文\n");
  CHECK(reading.meta().title == "甲: 乙");
  CHECK(reading.meta().published == model::Date{2025, 1, 25});
  CHECK(reading.meta().tags == Texts{"甲", "乙"});
  CHECK(reading.meta().people == std::vector<model::Person>{{"张三", "aut"}});
  CHECK(reading.meta().category == "丙");
  CHECK(reading.meta().description == "@某");
  CHECK(reading.said() == Said{"front-matter-malformed:2"});
  CHECK(read("---\ntitle: [转载] 文章\n---\n正文\n").meta().title == "[转载] 文章");
  CHECK(read("---\ntitle: \"甲\"乙\"\n---\n正文\n").said() == Said{"front-matter-malformed:2"});
}

TEST_CASE("aliases are refused, not expanded", "[markdown][front-matter]") {
  std::string laughs = "---\ntitle: 题\na: &a0 [哈, 哈]\n";
  for (int i = 1; i < 25; ++i) {
    const std::string before = " *a" + std::to_string(i - 1);
    const std::string here = std::to_string(i);
    laughs.append("b").append(here).append(": &a").append(here).append(" [");
    laughs.append(before).append(",").append(before).append("]\n");
  }
  const Reading reading = read(laughs + "---\n正文\n");
  CHECK(reading.meta().title == "题");
  CHECK(reading.says("front-matter-malformed"));
  CHECK(reading.log.count(Severity::error) == 0);
}

TEST_CASE("depth and size have limits", "[markdown][front-matter]") {
  const std::string deep = std::string(20'000, '[') + std::string(20'000, ']');
  CHECK(read("---\ntitle: 题\na: " + deep + "\n---\n正文\n").meta().title == "题");
  const std::string nested = std::string(70, '[') + std::string(70, ']');
  CHECK(read("---\ntitle: 题\na: " + nested + "\n---\n正文\n").says("front-matter-malformed"));
  const Reading large = read("---\ntitle: 题\na: " + std::string(70'000, 'x') + "\n---\n正文\n");
  CHECK(large.says("front-matter-too-large"));
  CHECK(large.tree() == "paragraph\n  text \"正文\"\n");
}

TEST_CASE("a key that stands twice counts once, and is told", "[markdown][front-matter]") {
  const Reading reading = read("---\ntitle: 甲\ntitle: 乙\n---\n正文\n");
  CHECK(reading.meta().title == "甲");
  CHECK(reading.said() == Said{"front-matter-duplicate:3"});
}

TEST_CASE("a language tag that is none is told, and the text decides", "[markdown][front-matter]") {
  const Reading reading = read("---\nlang: 中文??\n---\n这是一段中文正文，足够判断语言。\n");
  CHECK(reading.said() == Said{"language-malformed:2"});
  CHECK(reading.meta().language.tag == "zh-CN");
}

TEST_CASE("lines behind front matter keep their numbers", "[markdown][front-matter]") {
  CHECK(read("---\ntitle: 题\n---\n\n正文\n").blocks().at(0).at.first_line == 5);
}

TEST_CASE("the title: front matter, else the only H1, else the first, else the file",
          "[markdown][title]") {
  CHECK(read("---\ntitle: 甲\n---\n# 乙\n").tree() == "heading 1 #0\n  text \"乙\"\n");
  CHECK(read("---\ntitle: 甲\n---\n# 甲\n文\n").tree() == "paragraph\n  text \"文\"\n");
  const Reading only = read("# 甲\n文\n");
  CHECK(only.meta().title == "甲");
  CHECK(only.document->title_is_first_heading);
  CHECK(only.tree() == "paragraph\n  text \"文\"\n");
  const Reading several = read("# 甲\n\n# 乙\n");
  CHECK(several.meta().title == "甲");
  CHECK(several.tree() == "heading 1 #0\n  text \"甲\"\nheading 1 #1\n  text \"乙\"\n");
  CHECK(read("文\n", "posts/2025-01-25-零一.md").meta().title == "零一");
  CHECK(read("文\n", "posts/2025-01-25-零一.md").meta().published == model::Date{2025, 1, 25});
  CHECK(read("文\n", "posts/零一/index.md").meta().title == "零一");
  CHECK(read("---\ntitle: [甲]\n---\n文\n").says("title-malformed"));
}
