// --each: every text a book of its own, only what changed made again, shards that add up.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/hash.h"
#include "tests/program/desk.h"
#include "tests/support/tiny_png.h"

using namespace keben::test;
using nlohmann::json;

namespace {

using Names = std::set<std::string>;

/// Six essays in two folders, one with a picture, beside a list that is none.
void lay_out_posts(const Desk& desk) {
  for (const char* name : {"a", "b", "c", "2024/d", "2024/e", "2025/f"})
    desk.write(std::string("posts/") + name + ".md",
               std::string("# 题") + name + "\n\n" + name + " 之文。\n");
  desk.write("posts/a.md", "# 甲\n\n![西湖](pic/hu.png)\n");
  desk.write("posts/pic/hu.png", keben::test::tiny_png(9, 6, {10, 140, 160}));
  desk.write("posts/SUMMARY.md", "- [甲](a.md)\n");
}

Ended each(const Desk& desk, std::vector<std::string> more = {}, const char* out = "out") {
  std::vector<std::string> arguments{"--each", "posts",   "-t",   "epub",      "--out-dir",
                                     out,      "--cover", "none", "--ui-lang", "en"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return desk.keben(arguments);
}

Names made_by(const Ended& run) {
  const std::vector<std::string> lines = lines_of(run.out);
  return {lines.begin(), lines.end()};
}

/// The files under a folder with their digests.
std::map<std::string, std::string> contents_of(const Desk& desk, const std::string& folder) {
  std::map<std::string, std::string> out;
  for (const std::string& name : desk.names()) {
    const bool inside = name.starts_with(folder + "/");
    if (inside && !std::filesystem::is_directory(desk.path(name)))
      out[name.substr(folder.size())] = keben::sha256_hex(desk.read(name));
  }
  return out;
}

}  // namespace

TEST_CASE("batch: every text becomes books of its own, in the folders it lies in", "[batch]") {
  const Desk desk;
  lay_out_posts(desk);
  const Ended run = each(desk);
  CHECK(run.code == 0);
  CHECK(has(run.err, "keben: 6 texts: 6 made\n"));
  CHECK(made_by(run) == Names{"out/a.epub", "out/b.epub", "out/c.epub", "out/2024/d.epub",
                              "out/2024/e.epub", "out/2025/f.epub"});
  CHECK(has(xhtml_of(desk.path("out/2024/e.epub")), "e 之文"));
  const Ended both = each(desk, {"-t", "epub,pdf"}, "both");
  CHECK(made_by(both).size() == 12);
  CHECK(desk.names().count("both/2025/f.pdf") == 1);
}

TEST_CASE("batch: READMEs, licences and changelogs among essays are books, too", "[batch]") {
  const Desk desk;
  for (const char* name : {"README", "a/README", "b/readme", "b/license", "CHANGELOG", "summary"})
    desk.write(std::string("posts/") + name + ".md", std::string("# ") + name + "\n\n文。\n");
  const Ended run = each(desk);
  CHECK(run.code == 0);
  CHECK(run.err == "keben: 6 texts: 6 made\n");
  CHECK(made_by(run).size() == 6);
  desk.write("posts/.gitignore", "out\n");
  CHECK(has(each(desk).err, "note[member-paper]: posts/CHANGELOG.md"));
}

TEST_CASE("batch: a shard tells of what it leaves out itself, and all together of all", "[batch]") {
  const Desk desk;
  for (int i = 0; i < 9; ++i)
    desk.write("posts/" + std::to_string(i) + ".md", "---\ndraft: true\n---\n\n文。\n");
  desk.write("posts/a.md", "# 甲\n\n文。\n");
  std::size_t told = 0;
  for (const char* shard : {"1/3", "2/3", "3/3"})
    told += count(each(desk, {"--shard", shard, "-v"}).err, "note[draft-left-out]");
  CHECK(told == 9);
}

TEST_CASE("batch: a book of the batch is the book that its text makes alone", "[batch]") {
  const Desk desk;
  lay_out_posts(desk);
  REQUIRE(each(desk).code == 0);
  REQUIRE(desk.keben({"posts/a.md", "-o", "a.epub", "--cover", "none"}).code == 0);
  CHECK(desk.read("a.epub") == desk.read("out/a.epub"));
}

TEST_CASE("batch: what has not changed is not made again", "[batch]") {
  const Desk desk;
  lay_out_posts(desk);
  REQUIRE(each(desk).code == 0);
  const auto before = contents_of(desk, "out");
  const Ended again = each(desk);
  CHECK(again.code == 0);
  CHECK(again.out.empty());
  CHECK(has(again.err, "6 texts: 6 unchanged\n"));
  CHECK(contents_of(desk, "out") == before);
}

TEST_CASE("batch: a text, its picture, its settings, and a lost book are each seen", "[batch]") {
  const Desk desk;
  lay_out_posts(desk);
  REQUIRE(each(desk).code == 0);
  desk.write("posts/2024/d.md", "# 题\n\n改了。\n");
  CHECK(made_by(each(desk)) == Names{"out/2024/d.epub"});
  desk.write("posts/pic/hu.png", keben::test::tiny_png(9, 6, {90, 40, 10}));
  CHECK(made_by(each(desk)) == Names{"out/a.epub"});
  std::filesystem::remove(desk.path("posts/pic/hu.png"));
  CHECK(made_by(each(desk)) == Names{"out/a.epub"});
  std::filesystem::remove(desk.path("out/b.epub"));
  desk.write("out/c.epub", "cut short");
  CHECK(made_by(each(desk)) == Names{"out/b.epub", "out/c.epub"});
  CHECK(made_by(each(desk, {"--toc-depth", "1"})).size() == 6);
  desk.write("posts/keben.yaml", "site: https://tea.example/\n");
  CHECK(made_by(each(desk, {"--toc-depth", "1"})).size() == 6);
  CHECK(made_by(each(desk, {"--toc-depth", "1", "--jobs", "1"})).empty());
}

TEST_CASE("batch: a record that is damaged makes its text again", "[batch]") {
  const Desk desk;
  lay_out_posts(desk);
  REQUIRE(each(desk).code == 0);
  desk.write("out/.keben/a.md.json", "{\"settings\": 3}");
  desk.write("out/.keben/2024/e.md.json", "");
  CHECK(made_by(each(desk)) == Names{"out/a.epub", "out/2024/e.epub"});
  CHECK(made_by(each(desk)).empty());
}

TEST_CASE("batch: a text that fails stops no other, and fails again until it is mended",
          "[batch]") {
  const Desk desk;
  lay_out_posts(desk);
  desk.write("posts/b.md", std::string("\x00\x01\xff\xfe\xff", 5));
  desk.write("posts/c.md", "---\ndraft: true\n---\n\n# 稿\n\n未完。\n");
  const Ended run = each(desk);
  CHECK(run.code == 1);
  CHECK(has(run.err, "posts/b.md"));
  CHECK(has(run.err, "6 texts: 4 made, 1 left out, 1 failed\n"));
  CHECK(made_by(run).size() == 4);
  CHECK(desk.names().count("out/b.epub") == 0);
  const Ended again = each(desk);
  CHECK(again.code == 1);
  CHECK(has(again.err, "4 unchanged, 1 left out, 1 failed\n"));
  desk.write("posts/b.md", "# 乙\n\n好了。\n");
  CHECK(each(desk).code == 0);
}

TEST_CASE("batch: the older book of a text that fails stays, and is not taken for its own",
          "[batch]") {
  const Desk desk;
  lay_out_posts(desk);
  REQUIRE(each(desk).code == 0);
  const std::string book = desk.read("out/b.epub");
  const std::string text = desk.read("posts/b.md");
  desk.write("posts/b.md", std::string("\x00\x01\xff\xfe\xff", 5));
  CHECK(each(desk).code == 1);
  CHECK(desk.read("out/b.epub") == book);
  desk.write("posts/b.md", text);
  CHECK(made_by(each(desk)) == Names{"out/b.epub"});
}

TEST_CASE("batch: the parts add up to the whole, byte for byte", "[batch]") {
  const Desk desk;
  lay_out_posts(desk);
  for (int i = 0; i < 20; ++i)
    desk.write("posts/n" + std::to_string(i) + ".md", "# 第" + std::to_string(i) + "\n\n文。\n");
  REQUIRE(each(desk).code == 0);
  Names all;
  for (const char* shard : {"1/4", "2/4", "3/4", "4/4"}) {
    const Ended run = each(desk, {"--shard", shard}, "parts");
    CHECK(run.code == 0);
    const Names part = made_by(run);
    CHECK(part.size() >= 2);
    for (const std::string& name : part)
      CHECK(all.insert(name).second);
  }
  CHECK(all.size() == 26);
  CHECK(contents_of(desk, "parts") == contents_of(desk, "out"));
  desk.write("posts/0-new.md", "# 新\n\n文。\n");
  std::size_t fresh = 0;
  for (const char* shard : {"1/4", "2/4", "3/4", "4/4"})
    fresh += made_by(each(desk, {"--shard", shard}, "parts")).size();
  CHECK(fresh == 1);  // no other text has moved to another part
}

TEST_CASE("batch: --json tells of each text, then of all", "[batch]") {
  const Desk desk;
  lay_out_posts(desk);
  REQUIRE(each(desk, {"-q"}).code == 0);
  desk.write("posts/b.md", std::string("\x00\x01\xff\xfe\xff", 5));
  desk.write("posts/c.md", "# 丙\n\n[无](no.md)\n");
  const Ended run = each(desk, {"--json"});
  CHECK(run.code == 1);
  CHECK(run.err.empty());
  std::map<std::string, json> essays;
  json last;
  std::size_t diagnostics = 0;
  for (const std::string& line : lines_of(run.out)) {
    last = json::parse(line);
    if (last["type"] == "essay") essays[last["path"]] = last;
    diagnostics += last["type"] == "diagnostic";
  }
  CHECK(diagnostics == 3);
  REQUIRE(essays.size() == 6);
  CHECK(essays["posts/a.md"]["fate"] == "unchanged");
  CHECK(essays["posts/a.md"]["outputs"][0]["sha256"] == keben::sha256_hex(desk.read("out/a.epub")));
  CHECK(essays["posts/b.md"]["fate"] == "failed");
  CHECK(essays["posts/b.md"]["exit"] == 1);
  CHECK(essays["posts/c.md"]["fate"] == "made");
  CHECK(essays["posts/c.md"]["outputs"][0]["path"] == "out/c.epub");
  CHECK(last["type"] == "result");
  CHECK(last["exit"] == 1);
}

TEST_CASE("batch: keben.yaml gives each text what it does not say itself", "[batch]") {
  const Desk desk;
  desk.write("posts/keben.yaml",
             "title: 茶书\nauthor: 陆某\ncontents:\n  - {file: a.md, title: 新题}\n  - b.md\n");
  desk.write("posts/a.md", "# 旧题\n\n文。\n");
  desk.write("posts/b.md", "---\nauthor: 窦某\n---\n\n# 乙\n\n文。\n");
  desk.write("posts/c.md", "# 丙\n\n未列。\n");
  const Ended run = each(desk);
  CHECK(run.code == 0);
  CHECK(made_by(run) == Names{"out/a.epub", "out/b.epub"});
  const std::string first = entry_of(desk.path("out/a.epub"), "epub/package.opf");
  CHECK(has(first, "新题"));
  CHECK(has(first, "陆某"));
  CHECK_FALSE(has(first, "茶书"));
  const std::string second = entry_of(desk.path("out/b.epub"), "epub/package.opf");
  CHECK(has(second, "窦某"));
  CHECK_FALSE(has(second, "陆某"));
}

TEST_CASE("batch: what makes no sense with --each is a usage error", "[batch]") {
  const Desk desk;
  lay_out_posts(desk);
  const std::vector<std::vector<std::string>> wrong = {
      {"--each", "posts"},
      {"--each", "posts", "--out-dir", "out", "-o", "a.epub"},
      {"--each", "posts", "--out-dir", "out", "--title", "题"},
      {"--each", "-", "--out-dir", "out"},
      {"--each", "posts", "--out-dir", "out", "--shard", "5/4"},
      {"--each", "posts", "--out-dir", "out", "--shard", "0/4"},
      {"--each", "posts", "--out-dir", "out", "-t", "epub,mobi"},
      {"posts", "--out-dir", "out"},
      {"posts", "--shard", "1/2", "-o", "a.epub"},
      {"check", "--each", "posts", "--out-dir", "out"}};
  for (const auto& arguments : wrong) {
    CAPTURE(arguments);
    CHECK(desk.keben(arguments).code == 2);
  }
  desk.write("posts/a.markdown", "# 又甲\n\n文。\n");
  const Ended twice = each(desk);
  CHECK(twice.code == 2);
  CHECK(has(twice.err, "error[output-twice]"));
  CHECK(desk.names().count("out") == 0);
}

TEST_CASE("batch: a folder that cannot be made is the machine's trouble", "[batch]") {
  const Desk desk;
  lay_out_posts(desk);
  desk.write("out", "a file");
  const Ended run = each(desk);
  CHECK(run.code == 3);
  CHECK(has(run.err, "6 failed"));
}
