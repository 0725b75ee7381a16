// Nothing below an input is lost in silence: every Markdown file of a folder is in the book, or a
// message says that it is not and why.
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <utility>

#include "tests/program/desk.h"

using namespace keben::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

using Arguments = std::vector<std::string>;

/// A folder `p` of every shape, by a generator of our own so that every run sees the same.
class AnyFolder {
 public:
  AnyFolder(const Desk& desk, std::uint32_t seed) : desk_(desk), state_(seed * 2654435761u + 1) {
    constexpr std::array<const char*, 10> kFolders = {
        "",   "", "a/", "a/b/", "c d/", "_drafts/", "a/_drafts/", ".hidden/", "node_modules/m/",
        "zh/"};
    constexpr std::array<const char*, 17> kNames = {
        "README.md",    "readme.md",   "index.md",   "_index.md",  "LICENSE.md", "CHANGELOG.md",
        "SUMMARY.md",   "_sidebar.md", "sidebar.md", "summary.md", "x.md",       "1-y.MD",
        "2-z.markdown", "w.mdx",       "v.mkd",      ".dot.md",    "b.md"};
    for (std::size_t n = 1 + next(14); n > 0; --n)
      add(std::string("p/") + pick(kFolders) + pick(kNames));
    if (next(3) == 0) desk.write("p/.gitignore", "out\n");
    if (next(3) == 0) add_link("p/link.md");
    if (next(4) == 0) add_link("p/zh-link");
    if (next(2) == 0) write_list("p/SUMMARY.md");
    if (next(5) == 0) write_list("p/_sidebar.md");
  }

  /// The files, each with the words that tell it in a book.
  const std::map<std::string, std::string>& files() const { return files_; }

 private:
  std::uint32_t next(std::uint32_t below) {
    state_ = state_ * 1664525u + 1013904223u;
    return (state_ >> 8) % below;
  }
  template <std::size_t N>
  std::string pick(const std::array<const char*, N>& from) {
    return from[next(N)];
  }

  void add(const std::string& path) {
    const std::string words = "字句" + std::to_string(files_.size()) + "号";
    constexpr std::array<const char*, 9> kFronts = {"",
                                                    "",
                                                    "",
                                                    "---\ntitle: 题\n---\n\n",
                                                    "---\ndate: 2024-01-02\n---\n\n",
                                                    "---\ndraft: true\n---\n\n",
                                                    "---\npublished: false\n---\n\n",
                                                    "---\nhidden: true\n---\n\n",
                                                    "---\nweight: 3\n---\n\n"};
    const std::string front = pick(kFronts);
    const std::uint32_t kind = next(8);
    desk_.write(path, kind == 0   ? front
                      : kind == 1 ? front + words + "。\n"
                                  : front + "# 题\n\n" + words + "。\n");
    files_[path] = words;
  }

  void add_link(const std::string& path) {
    fs::create_directories(desk_.path("p/a"));
    desk_.write("elsewhere/e.md", "# 外\n\n外。\n");
    desk_.link(desk_.path(path.ends_with(".md") ? "elsewhere/e.md" : "elsewhere"), path);
    files_[path] = "无此字句";
  }

  void write_list(const std::string& path) {
    const std::string own = "字句" + std::to_string(100 + files_.size()) + "号";
    std::string list = "# " + own + "\n\n";
    for (const auto& [file, words] : files_)
      if (next(2) == 0) list += "- [条](<" + file.substr(2) + ">)\n";
    desk_.write(path, list);
    files_[path] = own;
  }

  const Desk& desk_;
  std::uint32_t state_;
  std::map<std::string, std::string> files_;
};

/// Whether a message is about the file, or a folder around it.
bool is_told(const json& message, const std::string& file) {
  if (message.value("file", "") == file) return true;
  const std::string said = message.value("message", "");
  if (has(said, file)) return true;
  for (std::size_t slash = file.find('/'); slash != std::string::npos;
       slash = file.find('/', slash + 1))
    if (said.starts_with(file.substr(0, slash + 1) + " is ")) return true;
  return false;
}

/// The files that neither a book nor a message tells of.
std::vector<std::string> lost(const Desk& desk, const AnyFolder& folder, Arguments arguments) {
  for (const char* more : {"--cover", "none", "--json", "--ui-lang", "en", "--to", "epub"})
    arguments.emplace_back(more);
  const Ended run = desk.keben(arguments);
  CHECK(run.code <= 1);
  std::vector<json> messages;
  for (const std::string& line : lines_of(run.out))
    messages.push_back(json::parse(line));
  std::string books;
  for (const std::string& name : desk.names())
    if (name.ends_with(".epub")) books += xhtml_of(desk.path(name));
  std::vector<std::string> out;
  for (const auto& [file, words] : folder.files()) {
    const auto tells = [&](const json& message) {
      return message["type"] == "diagnostic" && is_told(message, file);
    };
    if (!has(books, words) && std::none_of(messages.begin(), messages.end(), tells))
      out.push_back(file);
  }
  for (const std::string& name : desk.names())
    if (name.ends_with(".epub")) fs::remove(desk.path(name));
  return out;
}

}  // namespace

TEST_CASE("left out: every file of any folder is in the book or told of", "[left-out]") {
  const std::vector<std::string> none;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    const Desk desk;
    const AnyFolder folder(desk, seed);
    std::string tree;
    for (const auto& [file, words] : folder.files())
      tree += file + "\n";
    CAPTURE(seed, tree);
    CHECK(lost(desk, folder, {"p", "-o", "t.epub"}) == none);
    CHECK(lost(desk, folder, {"p", "-o", "t.epub", "--order", "name"}) == none);
    CHECK(lost(desk, folder, {"p", "-o", "t.epub", "--split", "part"}) == none);
    CHECK(lost(desk, folder, {"--each", "p", "--out-dir", "out"}) == none);
    desk.write("p/keben.yaml", "contents:\n  - '*.md'\n  - {part: 编, chapters: ['a/**', x.md]}\n");
    CHECK(lost(desk, folder, {"p", "-o", "t.epub"}) == none);
    CHECK(lost(desk, folder, {"--each", "p", "--out-dir", "out2"}) == none);
  }
}

TEST_CASE("left out: the judge of that claim sees what is lost", "[left-out]") {
  const json note = {{"message", "p/.hidden/ is hidden"}};
  CHECK(is_told(note, "p/.hidden/x/a.md"));
  CHECK_FALSE(is_told(note, "p/hidden/a.md"));
  CHECK_FALSE(is_told({{"message", "p/a/b.md is a draft"}}, "p/a/c.md"));
  CHECK(is_told({{"message", "empty"}, {"file", "p/a.md"}}, "p/a.md"));
}

TEST_CASE("left out: READMEs open the book and their folders, lists are none", "[left-out]") {
  const Desk desk;
  desk.write("p/README.md", "# 序\n\n开卷。\n");
  desk.write("p/a/README.md", "# 甲题\n\n甲的解法。\n");
  desk.write("p/b/README.md", "# 乙题\n\n乙的解法。\n");
  desk.write("p/c.md", "# 丙\n\n丙文。\n");
  const Ended run = desk.keben({"p", "-o", "t.epub", "--cover", "none"});
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  const std::string text = xhtml_of(desk.path("t.epub"));
  std::size_t at = 0;
  for (const char* words : {"开卷", "甲的解法", "乙的解法", "丙文"}) {
    const std::size_t found = text.find(words, at);
    CAPTURE(words);
    REQUIRE(found != std::string::npos);
    at = found;
  }
}

TEST_CASE("left out: a folder's README is the page of the part, once, in both books",
          "[left-out]") {
  const Desk desk;
  desk.write("p/README.md", "# 总序\n\n开卷。\n");
  desk.write("p/a/README.md", "# 甲部\n\n导言。\n");
  desk.write("p/a/x.md", "# 子\n\n文。\n");
  desk.write("p/b/y.md", "# 丑\n\n文。\n");
  REQUIRE(desk.keben({"p", "-o", "t.epub", "-o", "t.pdf", "--cover", "none"}).code == 0);
  const std::string nav = entry_of(desk.path("t.epub"), "epub/nav.xhtml");
  CHECK(count(nav.substr(0, nav.find("page-list")), "甲部") == 1);
  CHECK(entry_of(desk.path("t.epub"), "epub/text/part1.xhtml").empty());
  CHECK(has(entry_of(desk.path("t.epub"), "epub/text/part2.xhtml"), ">b<"));
  CHECK(has(xhtml_of(desk.path("t.epub")), "导言"));
  const auto reader = tool("pdftotext");
  if (reader.empty()) return skip("no pdftotext on this machine");
  const std::string text =
      run(reader, {"-enc", "UTF-8", "-raw", desk.path("t.pdf").string(), "-"}).out;
  CHECK(count(text, "导言") == 1);
}

TEST_CASE("left out: what is hidden, linked or no file is told once, with the way out",
          "[left-out]") {
  const Desk desk;
  desk.write("p/a.md", "# 甲\n\n文。\n");
  desk.write("p/.obsidian/deep/b.md", "# 乙\n\n文。\n");
  desk.write("p/.cache/c.txt", "no Markdown");
  desk.write("p/node_modules/x/README.md", "# 丙\n\n文。\n");
  desk.write("elsewhere/d.md", "# 丁\n\n文。\n");
  desk.link(desk.path("elsewhere"), "p/there");
  desk.link(desk.path("gone"), "p/gone.md");
  REQUIRE(mkfifo(desk.path("p/pipe.md").c_str(), 0600) == 0);
  const Ended run = desk.keben({"p", "-o", "t.epub", "--cover", "none", "--ui-lang", "en"});
  CHECK(run.code == 0);
  CHECK(count(run.err, "note[") == 5);
  for (const char* said :
       {"note[member-hidden]: p/.obsidian/ is hidden", "note[member-hidden]: p/node_modules/ is",
        "note[member-link]: p/gone.md is", "note[member-link]: p/there/ is",
        "note[member-no-file]: p/pipe.md is"})
    CHECK(has(run.err, said));
  CHECK(count(run.err, "hint: name its path to have it in") == 1);
  CHECK(desk.keben({"p/.obsidian", "-o", "u.epub"}).code == 0);
}

TEST_CASE("left out: a folder whose Markdown is all left out says so, and not that it has none",
          "[left-out]") {
  const Desk desk;
  desk.write("p/a.md", "---\ndraft: true\n---\n\n# 甲\n\n文。\n");
  desk.write("p/.x/b.md", "# 乙\n\n文。\n");
  for (const Arguments& arguments :
       {Arguments{"p", "-o", "t.epub"}, Arguments{"init", "p"}, Arguments{"check", "p"}}) {
    Arguments all = arguments;
    all.insert(all.end(), {"--ui-lang", "en"});
    const Ended run = desk.keben(all);
    CHECK(run.code == 1);
    CHECK(has(run.err, "none of its Markdown is for a book"));
    CHECK(has(run.err, "note[draft-left-out]: p/a.md is a draft (draft: true)"));
    CHECK(has(run.err, "note[member-hidden]: p/.x/"));
  }
  CHECK(desk.names() == std::set<std::string>{"p", "p/a.md", "p/.x", "p/.x/b.md"});
}

TEST_CASE("left out: a draft, by init, by a list, by a pattern; in by its name", "[left-out]") {
  const Desk desk;
  desk.write("p/a.md", "# 甲\n\n文。\n");
  desk.write("p/b.md", "---\npublished: false\n---\n\n# 乙\n\n未定之稿。\n");
  desk.write("p/_drafts/c.md", "# 丙\n\n未定之稿。\n");
  const Ended init = desk.keben({"init", "p", "--ui-lang", "en"});
  CHECK(init.code == 0);
  CHECK(init.out == "p/keben.yaml\n");
  CHECK(has(init.err, "note[draft-left-out]: p/b.md is a draft (published: false)"));
  CHECK(has(init.err, "note[draft-left-out]: p/_drafts/c.md is a draft (_drafts/)"));
  CHECK_FALSE(has(desk.read("p/keben.yaml"), "b.md"));
  fs::remove(desk.path("p/keben.yaml"));
  for (const auto& [file, list] : {std::pair("p/SUMMARY.md",
                                             "- [甲](a.md)\n- [乙](b.md)\n"
                                             "- [丙](_drafts/c.md)\n"),
                                   std::pair("p/keben.yaml", "contents: ['**/*.md']\n")}) {
    desk.write(file, list);
    const Ended run = desk.keben({"p", "-o", "t.epub", "--cover", "none", "--ui-lang", "en"});
    CAPTURE(file, run.err);
    CHECK(run.code == 0);
    CHECK(count(run.err, "note[draft-left-out]") == 2);
    CHECK_FALSE(has(xhtml_of(desk.path("t.epub")), "未定之稿"));
    fs::remove(desk.path(file));
  }
  desk.write("p/keben.yaml", "contents: [a.md, b.md, _drafts/c.md]\n");
  const Ended named = desk.keben({"p", "-o", "t.epub", "--cover", "none", "--ui-lang", "en"});
  CHECK(has(named.err, "p/b.md:1:1: note[draft]: this is a draft (published: false)"));
  CHECK(has(named.err, "p/_drafts/c.md:1:1: note[draft]: this is a draft (_drafts/)"));
  CHECK(count(xhtml_of(desk.path("t.epub")), "未定之稿") == 2);
  const Ended alone = desk.keben({"p/_drafts/c.md", "-o", "u.epub", "--ui-lang", "en"});
  CHECK(alone.code == 0);
  CHECK(has(alone.err, "note[draft]: this is a draft (_drafts/)"));
}

TEST_CASE("left out: a text that cannot be read or is too large is an error, and its page is told",
          "[left-out]") {
  const Desk desk;
  desk.write("p/a.md", "# 甲\n\n文。\n");
  desk.write("p/b.md", "# 乙\n\n文。\n");
  desk.write("p/big.md", "# 大\n\n");
  REQUIRE(truncate(desk.path("p/big.md").c_str(), (16 << 20) + 1) == 0);
  chmod(desk.path("p/b.md").c_str(), 0);
  fs::create_directory(desk.path("out"));
  chmod(desk.path("out").c_str(), 0777);
  const Ended run =
      desk.keben({"p", "-o", "out/t.epub", "--keep-going", "--ui-lang", "en"}, {.nobody = true});
  CHECK(run.code == 1);
  CHECK(has(run.err, "error[input-unreadable]: cannot read p/b.md"));
  CHECK(has(run.err, "error[input-too-large]: p/big.md"));
  CHECK(has(run.err, "a page stands in place of: p/b.md p/big.md"));
}
