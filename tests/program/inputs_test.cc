// Texts that are no texts (faults.md §3): one clear line, no book, and the older one as it was.
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "tests/program/desk.h"

using namespace keben::test;
using Names = std::set<std::string>;

namespace {

constexpr const char* kOlder = "an older book, which stays";

/// Runs keben on `input`, over an older book; says how it ended and leaves the rest to the claims.
Ended refused(const Desk& desk, const std::string& input, Surroundings around = {}, int code = 1) {
  desk.write("old.epub", kOlder);
  desk.write("old.pdf", kOlder);
  const Names before = desk.names();
  const Ended run = desk.keben({input, "-o", "old.epub", "-o", "old.pdf"}, std::move(around));
  CHECK(run.code == code);
  CHECK(run.out == "");
  CHECK(count(run.err, "error[") == 1);
  CHECK(desk.names() == before);
  CHECK(desk.read("old.epub") == kOlder);
  CHECK(desk.read("old.pdf") == kOlder);
  return run;
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i)
    out += text;
  return out;
}

}  // namespace

TEST_CASE("input: a missing file is named", "[inputs]") {
  const Desk desk;
  CHECK(has(refused(desk, "没有.md").err, "没有.md: No such file"));
}

TEST_CASE("input: an unreadable file is named", "[inputs]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  chmod(desk.path("a.md").c_str(), 0);
  CHECK(has(refused(desk, "a.md", {.nobody = true}).err, "a.md: Permission denied"));
}

TEST_CASE("input: a FIFO and a device are no texts and do not hang", "[inputs]") {
  const Desk desk;
  REQUIRE(mkfifo(desk.path("fifo.md").c_str(), 0600) == 0);
  for (const char* name : {"fifo.md", "/dev/null", "/dev/zero", "/proc/self/environ"}) {
    const Ended run = refused(desk, name, {}, 2);
    CHECK(has(run.err, std::string("cannot read ") + name));
    CHECK(run.seconds < 2);
  }
}

TEST_CASE("input: a folder without texts holds nothing to read", "[inputs]") {
  const Desk desk;
  desk.write("posts/picture.png", "no text");
  CHECK(has(refused(desk, "posts").err, "error[input-unreadable]: cannot read posts"));
}

TEST_CASE("input: an unreadable folder within a folder is an error", "[inputs]") {
  const Desk desk;
  desk.write("posts/a.md", short_essay());
  desk.write("posts/b/c.md", short_essay());
  chmod(desk.path("posts/b").c_str(), 0);
  CHECK(has(refused(desk, "posts", {.nobody = true}).err, "Permission denied"));
  chmod(desk.path("posts/b").c_str(), 0700);
}

TEST_CASE("input: nothing, blanks, or front matter alone make no book", "[inputs]") {
  const Desk desk;
  for (const char* text : {"", " \n\n\t\n", "---\ntitle: 只有标题\n---\n", "\xEF\xBB\xBF"}) {
    desk.write("a.md", text);
    CHECK(has(refused(desk, "a.md").err, "error[text-empty]: a.md"));
  }
}

TEST_CASE("input: bytes in no known encoding are named by line and offset", "[inputs]") {
  const Desk desk;
  desk.write("a.md", "# Title\n\nplain text\n\nthen \xFF\xFE\xFA here, and \xC3\x28 there\n");
  const Ended run = refused(desk, "a.md");
  CHECK(has(run.err, "error[encoding-unrecognized]: a.md: line 5 (byte 26)"));
  CHECK(has(run.err, "--from-encoding"));
}

TEST_CASE("input: over the size limit is an error that names the limit", "[inputs]") {
  const Desk desk;
  desk.write("big.md", "# 大\n\n");
  REQUIRE(truncate(desk.path("big.md").c_str(), (16 << 20) + 1) == 0);
  const Ended run = refused(desk, "big.md");
  CHECK(has(run.err, "error[input-too-large]: big.md"));
  CHECK(has(run.err, "16 MB"));
  CHECK(run.seconds < 1);
  const Ended piped = refused(desk, "-", {.input = std::string((16 << 20) + 1, 'a')});
  CHECK(has(piped.err, "error[input-too-large]"));
}

TEST_CASE("input: deep nesting is an error with its line, in linear time", "[inputs]") {
  const Desk desk;
  desk.write("deep.md", "# 深\n\n一段。\n\n" + repeated("> ", 50'000) + "底\n");
  const Ended quotes = refused(desk, "deep.md");
  CHECK(has(quotes.err, "deep.md:5:"));
  CHECK(quotes.seconds < 5);
  desk.write("deep.md", "# 深\n\n" + repeated(":::note\n", 200) + "底\n" + repeated(":::\n", 200));
  CHECK(has(refused(desk, "deep.md").err, "deep.md:"));
}

TEST_CASE("input: of several bad texts every one is reported", "[inputs]") {
  const Desk desk;
  desk.write("posts/1.md", "# 好\n\n好的。\n");
  desk.write("posts/2.md", "# a\n\nbroken \xFF here\n");
  desk.write("posts/3.md", "# 深\n\n" + repeated("> ", 500) + "底\n");
  const Ended run = desk.keben({"posts", "missing.md", "-o", "a.epub"});
  CHECK(run.code == 1);
  CHECK(has(run.err, "posts/2.md"));
  CHECK(has(run.err, "posts/3.md:3:"));
  CHECK(has(run.err, "missing.md"));
  CHECK_FALSE(desk.names().contains("a.epub"));
}

TEST_CASE("front matter that YAML refuses is a warning, and the book is made", "[inputs]") {
  const Desk desk;
  desk.write("a.md",
             "---\ntitle: 说明：\"半个引号\ntags: [a, b\n\tdate: 2025\n---\n\n正文在此。\n");
  const Ended run = desk.keben({"a.md", "--to", "epub"});
  CHECK(run.code == 0);
  CHECK(has(run.err, "a.md:"));
  CHECK(count(run.err, "warning[front-matter") >= 1);
  CHECK(has(xhtml_of(desk.path("a.epub")), "正文在此"));
}

TEST_CASE("YAML bombs and cycles cost nothing", "[inputs]") {
  const Desk desk;
  std::string bomb = "---\nk0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "k" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
    bomb += repeated(last + ", ", 8) + last + "]\n";
  }
  desk.write("a.md", bomb + "self: &s [*s]\n---\n\n正文在此。\n");
  const Ended run = desk.keben({"a.md", "--to", "epub"});
  CHECK(run.code == 0);
  CHECK(run.seconds < 2);
  CHECK(count(run.err, "warning[front-matter") >= 1);
}

TEST_CASE("a text of one long line, or of a hundred thousand short ones, is set", "[inputs]") {
  const Desk desk;
  desk.write("long.md", "# 长\n\n" + repeated("没有换行的一段，", 60'000) + "\n");
  CHECK(desk.keben({"long.md", "--to", "epub"}).code == 0);
  desk.write("many.md", "# 多\n\n" + repeated("一行。\n\n", 100'000));
  CHECK(desk.keben({"many.md", "--to", "epub"}).code == 0);
}

TEST_CASE("input: a stylesheet and a cover are files, or are refused before any work", "[inputs]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  REQUIRE(mkfifo(desk.path("fifo").c_str(), 0600) == 0);
  desk.write("folder/b.css", "");
  for (const char* flag : {"--css", "--cover"}) {
    for (const char* name : {"fifo", "/dev/zero", "/dev/null", "folder", "/proc/self/environ",
                             "/proc/kmsg", "no.css"}) {
      const Ended run = desk.keben({"a.md", "-o", "a.epub", "-o", "a.pdf", flag, name});
      CAPTURE(flag, name, run.err);
      CHECK(run.code == 2);
      CHECK(run.seconds < 2);
      CHECK(count(run.err, "error[") == 1);
      CHECK(has(run.err, std::string("cannot read ") + name));
      CHECK_FALSE(has(run.err, "PATH="));
      CHECK_FALSE(desk.names().count("a.epub"));
    }
  }
  desk.write("large.css", std::string((1u << 20) + 1, ' '));
  CHECK(desk.keben({"a.md", "-o", "a.epub", "--css", "large.css"}).code == 2);
  desk.write("bad.css", "p { color: red }\np {\n");
  const Ended bad = desk.keben({"a.md", "-o", "a.epub", "--css", "bad.css"});
  CHECK(bad.code == 2);
  CHECK(has(bad.err, "bad.css:2:1: error[css-invalid]"));
  desk.write("book/keben.yaml", "cover: ../fifo\noutputs: [o.epub]\n");
  desk.write("book/a.md", short_essay());
  CHECK(desk.keben({"book"}).code == 2);
}

TEST_CASE("input: a text includes no file of the kernel's", "[inputs]") {
  const Desk desk;
  desk.write("a.md", "文。\n\n{{#include /proc/self/environ}}\n");
  const Ended run = desk.keben({"a.md", "-o", "a.epub", "--root", "/", "--cover", "none"});
  CHECK(has(run.err, "include-missing"));
  CHECK_FALSE(has(xhtml_of(desk.path("a.epub")), "PATH="));
}

TEST_CASE("input: with --strict a batch makes nothing where its stylesheet had to be changed",
          "[inputs]") {
  const Desk desk;
  desk.write("a.md", short_essay());
  desk.write("a.css", "@import 'b.css';");
  const Ended run =
      desk.keben({"a.md", "--each", "--out-dir", "out", "--css", "a.css", "--strict"});
  CHECK(run.code == 1);
  CHECK(has(run.err, "css-dropped"));
  CHECK_FALSE(desk.names().count("out/a.epub"));
}
