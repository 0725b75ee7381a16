#include "markdown/includes.h"

#include <catch2/catch.hpp>
#include <map>

#include "markdown/file_parts.h"
#include "markdown/include_marks.h"
#include "tests/unit/markdown/reading.h"

using namespace keben;
using namespace keben::markdown;
using namespace keben::test;

namespace {

using Files = std::map<std::string, std::string>;

/// Reads `text` as posts/essay.md, with these files in the root.
Reading read_with(const Files& files, std::string text) {
  Reading out;
  const config::ReadOptions options;
  const FileId file = out.sources.add("posts/essay.md", std::move(text));
  const IncludedFiles included{"posts/essay.md", [&](const std::string& path) {
                                 const auto found = files.find(path);
                                 return found == files.end() ? std::nullopt
                                                             : std::optional<Bytes>(found->second);
                               }};
  Result<model::Document> document = parse(out.sources, file, included, options, out.log);
  if (!document) {
    out.error = document.error();
    return out;
  }
  out.document = *std::move(document);
  interpret(*out.document, out.sources, options, out.log);
  return out;
}

std::string tree_with(const Files& files, std::string text) {
  return read_with(files, std::move(text)).tree();
}

}  // namespace

TEST_CASE("mdBook's include puts a file in the place of the call", "[markdown][includes]") {
  const Files files = {{"posts/a.md", "甲\n\n乙\n"}, {"b.md", "丙"}};
  CHECK(tree_with(files, "文\n\n{{#include a.md}}\n\n{{#include ../b.md}}与{{#include /b.md}}\n") ==
        "paragraph\n  text \"文\"\nparagraph\n  text \"甲\"\nparagraph\n  text \"乙\"\n"
        "paragraph\n  text \"丙与丙\"\n");
  CHECK(tree_with(files, "\\{{#include a.md}}\n") == "paragraph\n  text \"{{#include a.md}}\"\n");
}

TEST_CASE("ranges and anchors take part of a file, in code too", "[markdown][includes]") {
  const Files files = {{"posts/x.rs", "a\n// ANCHOR: m\nb\nc\n// ANCHOR_END: m\nd\n"}};
  const auto code = [&](const std::string& call) {
    return tree_with(files, "```rust\n{{#rustdoc_include x.rs" + call + "}}\n```\n");
  };
  CHECK(code(":m") == "code-block language=\"rust\" \"b\\nc\\n\"\n");
  CHECK(code(":3") == "code-block language=\"rust\" \"b\\n\"\n");
  CHECK(code(":3:4") == "code-block language=\"rust\" \"b\\nc\\n\"\n");
  CHECK(code("::1") == "code-block language=\"rust\" \"a\\n\"\n");
  CHECK(code(":6:") == "code-block language=\"rust\" \"d\\n\"\n");
  CHECK(code("") == "code-block language=\"rust\" \"a\\nb\\nc\\nd\\n\"\n");
}

TEST_CASE("HonKit's and VitePress's calls become code blocks", "[markdown][includes]") {
  const Files files = {{"src/x.js", "// #region r\na\n// #endregion\n```\n"},
                       {"posts/y.py", "1\n2\n3\n"}};
  CHECK(tree_with(files, "<<< @/src/x.js#r{1 js} [题]\n") ==
        "code-block language=\"js\" attributes=\"{1} [题]\" marked=1 \"a\\n\"\n");
  CHECK(tree_with(files, "<<< @/src/x.js\n") == "code-block language=\"js\" \"a\\n```\\n\"\n");
  CHECK(tree_with(files, "[import:2-3](y.py)\n") == "code-block language=\"py\" \"2\\n3\\n\"\n");
  CHECK(tree_with(files, "[import, lang:\"python\", title:\"题\"](y.py)\n") ==
        "code-block language=\"python\" attributes=\"title=\\\"题\\\"\" title=\"题\" "
        "\"1\\n2\\n3\\n\"\n");
  CHECK(tree_with(files, "```\n[import](y.py)\n```\n") == "code-block \"[import](y.py)\\n\"\n");
}

TEST_CASE("snippets and include comments put text in", "[markdown][includes]") {
  const Files files = {{"posts/a.md", "---\ntitle: 略\n---\n甲\n"}};
  CHECK(tree_with(files, "--8<-- \"a.md\"\n") == "paragraph\n  text \"甲\"\n");
  CHECK(tree_with(files, "<!-- @include: ./a.md -->\n") == "paragraph\n  text \"甲\"\n");
  CHECK(tree_with(files, "> - 项\n>   --8<-- \"a.md:4\"\n") ==
        "quote\n  list bullet tight\n    item\n      paragraph\n        text \"项甲\"\n");
}

TEST_CASE("messages name the included file and its line", "[markdown][includes]") {
  const Reading reading =
      read_with({{"posts/a.md", "甲\n\n```\n未结束\n"}}, "文\n\n{{#include a.md}}\n");
  CHECK(reading.said() == Said{"posts/a.md fence-unclosed:3"});
  const model::Block& paragraph = reading.blocks().at(1);
  CHECK(reading.sources.name(paragraph.at.file) == "posts/a.md");
  CHECK(paragraph.at.first_line == 1);
  CHECK(reading.blocks().at(0).at.first_line == 1);
}

TEST_CASE("lines behind an included file keep their own numbers", "[markdown][includes]") {
  const Reading reading = read_with({{"posts/a.md", "甲\n\n乙\n\n丙\n"}},
                                    "---\ntitle: 题\n---\n{{#include a.md}}\n\n末\n");
  CHECK(reading.blocks().back().at.first_line == 6);
  CHECK(reading.sources.name(reading.blocks().back().at.file) == "posts/essay.md");
}

TEST_CASE("a file that is not there stays as code, with a warning", "[markdown][includes]") {
  const Reading reading = read_with({}, "文\n\n{{#include a.md}}\n\n又 {{#include a.md}}\n");
  CHECK(reading.tree() ==
        "paragraph\n  text \"文\"\ncode-block \"{{#include a.md}}\\n\"\nparagraph\n"
        "  text \"又 \"\n  code \"{{#include a.md}}\"\n");
  CHECK(reading.said() == Said{"include-missing:3", "include-missing:5"});
  CHECK(read("{{#include a.md}}\n").said() == Said{"include-missing:1"});
}

TEST_CASE("nothing outside the root is asked for", "[markdown][includes]") {
  std::vector<std::string> asked;
  SourceMap sources;
  Diagnostics log;
  const FileId file = sources.add(
      "a.md", "{{#include ../../etc/passwd}}\n{{#include /../x}}\n{{#include b/../../x}}\n");
  const IncludedFiles included{"posts/a.md", [&](const std::string& path) {
                                 asked.push_back(path);
                                 return std::optional<Bytes>();
                               }};
  REQUIRE(parse(sources, file, included, {}, log));
  CHECK(asked == std::vector<std::string>{"x"});  // b/../../x from posts/ is in the root
  CHECK(log.all().at(0).code == "include-outside-root");
  CHECK(log.all().at(1).code == "include-outside-root");
}

TEST_CASE("a circle of files is cut and told", "[markdown][includes]") {
  const Files files = {{"posts/a.md", "甲\n\n{{#include b.md}}\n"},
                       {"posts/b.md", "乙\n\n{{#include a.md}}\n"},
                       {"posts/essay.md", "己"}};
  const Reading reading = read_with(files, "{{#include a.md}}\n\n{{#include essay.md}}\n");
  CHECK(reading.tree() ==
        "paragraph\n  text \"甲\"\nparagraph\n  text \"乙\"\nparagraph\n"
        "  text \"（循环引用 a.md）\"\nparagraph\n  text \"（循环引用 essay.md）\"\n");
  CHECK(reading.said() == Said{"posts/b.md include-cycle:3", "include-cycle:3"});
}

TEST_CASE("depth ends at sixteen and number at ten thousand", "[markdown][includes]") {
  Files deep;
  for (int i = 0; i < 20; ++i) {
    deep["posts/" + std::to_string(i) + ".md"] =
        "层" + std::to_string(i) + "\n\n{{#include " + std::to_string(i + 1) + ".md}}\n";
  }
  const Reading reading = read_with(deep, "{{#include 0.md}}\n");
  CHECK(reading.said() == Said{"posts/15.md include-too-deep:3"});
  CHECK(reading.tree().find("层15") != std::string::npos);
  CHECK(reading.tree().find("层16") == std::string::npos);

  Files wide;
  for (int i = 0; i < 6; ++i) {
    std::string& text = wide["posts/" + std::to_string(i) + ".md"];
    for (int k = 0; k < 10; ++k)
      text += "{{#include " + std::to_string(i + 1) + ".md}}";
  }
  wide["posts/6.md"] = "";
  CHECK(read_with(wide, "{{#include 0.md}}\n").error->code == "includes-too-many");
}

TEST_CASE("a text that grows beyond the file limit is an error", "[markdown][includes]") {
  const Files files = {{"posts/a.md", std::string(1u << 20, 'a') + "\n"}};
  std::string text;
  for (int i = 0; i < 17; ++i)
    text += "{{#include a.md}}\n";
  CHECK(read_with(files, text).error->code == "includes-too-large");
}

TEST_CASE("an anchor that is not in the file is told", "[markdown][includes]") {
  const Reading reading = read_with({{"posts/x", "a\n"}}, "```\n{{#include x:m}}\n```\n");
  CHECK(reading.said() == Said{"include-anchor-missing:2"});
  CHECK(reading.tree() == "code-block \"{{#include x:m}}\\n\"\n");
}

TEST_CASE("nothing is called in from a comment, and code is code by CommonMark's rules",
          "[markdown][includes][literal]") {
  const Files files = {{"posts/a.md", "甲 --> 乙\n"}, {"posts/a.c", "int a;\n"}};
  CHECK(tree_with(files, "文\n\n<!--\n{{#include a.md}}\n-->\n\n末\n") ==
        "paragraph\n  text \"文\"\nparagraph\n  text \"末\"\n");
  CHECK(tree_with(files, "文\n\n    <<< a.c\n") ==
        "paragraph\n  text \"文\"\ncode-block \"<<< a.c\\n\"\n");
  CHECK(tree_with(files, "- 文\n\n    <<< a.c\n") ==
        "list bullet loose\n  item\n    paragraph\n      text \"文\"\n"
        "    code-block language=\"c\" \"int a;\\n\"\n");
}
