// What keben says, and to whom (product.md, "Messages"): gcc's form on standard error, and on
// standard output only what was asked for.
#include <catch2/catch.hpp>

#include "tests/program/desk.h"

using namespace keben::test;
using Names = std::set<std::string>;

namespace {

std::string pictures(int number) {
  std::string out = "# 图\n\n";
  for (int i = 0; i < number; ++i)
    out += "![第" + std::to_string(i) + "幅](无" + std::to_string(i) + ".png)\n\n";
  return out;
}

}  // namespace

TEST_CASE("a warning has its place, its line and a way out", "[messages]") {
  const Desk desk;
  desk.write("文/a.md", "# 一\n\n先看，![西湖](无.png)，再说。\n");
  const Ended run = desk.keben({"文/a.md", "-t", "epub", "--ui-lang", "zh"});
  CHECK(run.code == 0);
  const std::vector<std::string> lines = lines_of(run.err);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].starts_with("文/a.md:3:4: warning[image-missing]: "));
  CHECK(lines[1] == "    3 | 先看，![西湖](无.png)，再说。");
  CHECK(lines[2] == "      |       ^~~~~~~~~~~~~~~");
  CHECK(lines[3].starts_with("      hint: "));
  CHECK(run.out == "文/a.epub\n");
}

TEST_CASE("messages stand in the order of the text", "[messages]") {
  const Desk desk;
  desk.write("a.md", pictures(5) + "[死链](#nowhere)\n");
  const std::string text = desk.keben({"a.md", "-t", "epub"}).err;
  int last = 0;
  for (const std::string& line : lines_of(text)) {
    if (!line.starts_with("a.md:")) continue;
    const int number = std::stoi(line.substr(5));
    CHECK(number >= last);
    last = number;
  }
  CHECK(last == 13);
}

TEST_CASE("more than twenty of one code are summed up", "[messages]") {
  const Desk desk;
  desk.write("twenty.md", pictures(20));
  desk.write("many.md", pictures(57));
  const std::string twenty = desk.keben({"twenty.md", "-t", "epub"}).err;
  CHECK(count(twenty, "warning[image-missing]") == 20);
  CHECK_FALSE(has(twenty, "more of these"));
  const std::string many = desk.keben({"many.md", "-t", "epub"}).err;
  CHECK(count(many, "warning[image-missing]") == 20);
  CHECK(has(many, "note[image-missing]: 37 more of these; -v lists them\n"));
  CHECK(has(desk.keben({"many.md", "-t", "epub", "--ui-lang", "zh"}).err,
            "另有 37 条，-v 逐条列出\n"));
}

TEST_CASE("control characters in messages are escaped", "[messages]") {
  const Desk desk;
  desk.write("a.md",
             "# 一\n\n![\x1b[31m红](%1b]0;title%07/\xE2\x80\xAE"
             "gnp.exe)\n");
  const std::string odd = "b\x1b[31m\n.md";
  desk.write(odd, "# 一\n\n![x](无.png)\n");
  for (const std::string& name : {std::string("a.md"), odd, std::string("c\x1b\x07.md")}) {
    const Ended run = desk.keben({name, "-o", "out.epub"});
    CHECK(has(run.err, ".md:"));
    for (const char* bare : {"\x1b", "\x07", "\xE2\x80\xAE"})
      CHECK_FALSE(has(run.err, bare));
  }
  const Ended flag = desk.keben({"a.md", "--page", "\x1b[2J"});
  CHECK(flag.code == 2);
  CHECK_FALSE(has(flag.err, "\x1b"));
}

TEST_CASE("-q keeps errors only", "[messages]") {
  const Desk desk;
  desk.write("a.md", pictures(3));
  const Ended warned = desk.keben({"a.md", "-t", "epub", "-q"});
  CHECK((warned.code == 0 && warned.out.empty() && warned.err.empty()));
  const Ended failed = desk.keben({"missing.md", "-q"});
  CHECK(failed.code == 1);
  CHECK(has(failed.err, "error[input-unreadable]"));
}

TEST_CASE("-v adds the time of each stage", "[messages]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  const Ended run = desk.keben({"a.md", "-v"});
  CHECK(run.code == 0);
  CHECK(run.out == "a.epub\na.pdf\n");
  for (const char* stage : {"read", "parse", "outline", "deflate", "lines", "write", "total"})
    CHECK(has(run.err, std::string("  ") + stage));
}

TEST_CASE("--strict: no book is written where there is a warning", "[messages]") {
  const Desk desk;
  desk.write("bad.md", pictures(2));
  desk.write("good.md", short_essay());
  desk.write("bad.epub", "an older book");
  const Ended bad = desk.keben({"bad.md", "--strict"});
  CHECK(bad.code == 1);
  CHECK(bad.out == "");
  CHECK(count(bad.err, "warning[image-missing]") == 2);
  CHECK(has(bad.err, "error[strict]: 2 warnings"));
  CHECK(desk.names() == Names{"bad.md", "good.md", "bad.epub"});
  CHECK(desk.read("bad.epub") == "an older book");
  CHECK(desk.keben({"good.md", "--strict"}).code == 0);
}

TEST_CASE("colour is for terminals, or where it is asked for", "[messages]") {
  const Desk desk;
  desk.write("a.md", pictures(1));
  const auto coloured = [&](std::vector<std::string> more, Surroundings around = {}) {
    more.insert(more.begin(), {"a.md", "-t", "epub"});
    return has(desk.keben(more, std::move(around)).err, "\x1b[1;35mwarning");
  };
  CHECK_FALSE(coloured({}));
  CHECK(coloured({"--color", "always"}));
  CHECK(coloured({}, {.environment = {{"CLICOLOR_FORCE", "1"}}}));
  CHECK_FALSE(coloured({"--color", "never"}, {.environment = {{"CLICOLOR_FORCE", "1"}}}));
  CHECK(coloured({"--color", "always"}, {.environment = {{"NO_COLOR", "1"}}}));
}
