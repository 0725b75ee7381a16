// No book takes the place of a file that it is made from, whatever that file is called.
#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <utility>

#include "tests/program/desk.h"
#include "tests/support/tiny_png.h"

using namespace keben::test;
namespace fs = std::filesystem;

namespace {

using Arguments = std::vector<std::string>;

/// A book's folder in which every kind of file is read.
void lay_out_book(const Desk& desk) {
  desk.write("b/keben.yaml", "title: 茶书\ncover: front.png\ncontents: [a.md, b.md]\n");
  desk.write("b/a.md",
             "# 甲\n\n{{#include one.md}}\n\n--8<-- \"two.md\"\n\n<!-- @include: ./three.md -->\n\n"
             "[import](four.c)\n\n<<< @/five.c\n\n![图](pic.png)\n");
  desk.write("b/b.md", "---\ncover: own.png\n---\n\n# 乙\n\n文。\n");
  for (const char* name : {"one.md", "two.md", "three.md", "four.c", "five.c"})
    desk.write(std::string("b/") + name, std::string("引自 ") + name + "。\n");
  for (const char* name : {"front.png", "own.png", "pic.png"})
    desk.write(std::string("b/") + name, tiny_png(9, 6, {10, 140, 160}));
  desk.write("style.css", "p { color: #333; }\n");
  desk.write("type/face.otf", "no face, but its name is read");
}

/// Runs keben with `output` as the second of two outputs: it is refused in one line that names both
/// files, and nothing is written.
void check_spared(const Desk& desk, Arguments arguments, const std::string& output,
                  const std::string& input) {
  const std::set<std::string> names = desk.names();
  const std::string before = desk.read(input);
  for (const char* more :
       {"-o", "good.epub", "-o", output.c_str(), "--to", "epub", "--ui-lang", "en"})
    arguments.emplace_back(more);
  const Ended run = desk.keben(arguments);
  CAPTURE(output, input, run.err);
  CHECK(run.code == 2);
  CHECK(count(run.err, "error[") == 1);
  CHECK(has(run.err, "error[output-is-input]: the output " + output + " is " + input));
  CHECK(run.out.empty());
  CHECK(desk.names() == names);
  CHECK((desk.read(input) == before));
}

}  // namespace

TEST_CASE("spared: a text, keben.yaml, the stylesheet, the cover and a face", "[spared]") {
  const Desk desk;
  lay_out_book(desk);
  for (const char* file : {"b/a.md", "b/b.md", "b/keben.yaml", "b/front.png"})
    check_spared(desk, {"b"}, file, file);
  check_spared(desk, {"b/keben.yaml"}, "b/keben.yaml", "b/keben.yaml");
  check_spared(desk, {"b/b.md", "--css", "style.css"}, "style.css", "style.css");
  check_spared(desk, {"b/b.md", "--cover", "b/pic.png"}, "b/pic.png", "b/pic.png");
  check_spared(desk, {"b/b.md", "--font-dir", "type"}, "type/face.otf", "type/face.otf");
}

TEST_CASE("spared: a face of the machine, by a link to it", "[spared]") {
  const fs::path face = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc";
  if (!fs::exists(face)) return skip("no Noto Serif CJK on this machine");
  const Desk desk;
  lay_out_book(desk);
  desk.link(face, "face.pdf");
  const Ended run = desk.keben({"b/b.md", "-o", "face.pdf", "--ui-lang", "en"});
  CHECK(run.code == 2);
  CHECK(has(run.err, "the output face.pdf is " + face.string()));
}

TEST_CASE("spared: what a text includes, in every notation", "[spared]") {
  const Desk desk;
  lay_out_book(desk);
  for (const char* name : {"one.md", "two.md", "three.md", "four.c", "five.c"}) {
    const std::string file = std::string("b/") + name;
    check_spared(desk, {"b/a.md"}, file, file);
  }
}

TEST_CASE("spared: the pictures of texts, and the covers that they name", "[spared]") {
  const Desk desk;
  lay_out_book(desk);
  check_spared(desk, {"b/a.md"}, "b/pic.png", "b/pic.png");
  check_spared(desk, {"b/b.md"}, "b/own.png", "b/own.png");
  check_spared(desk, {"b"}, "b/own.png", "b/own.png");
}

TEST_CASE("spared: lists and a blog's settings", "[spared]") {
  const Desk desk;
  desk.write("p/SUMMARY.md", "- [甲](a.md)\n");
  desk.write("p/mkdocs.yml", "nav: [a.md]\ndocs_dir: .\n");
  desk.write("p/a.md", "# 甲\n\n文。\n");
  check_spared(desk, {"p"}, "p/SUMMARY.md", "p/SUMMARY.md");
  fs::remove(desk.path("p/SUMMARY.md"));
  check_spared(desk, {"p"}, "p/mkdocs.yml", "p/mkdocs.yml");
  desk.write("q/_config.yml", "url: https://tea.cn\ntheme: minima\n");
  desk.write("q/a.md", "# 甲\n\n文。\n");
  check_spared(desk, {"q"}, "q/_config.yml", "q/_config.yml");
}

TEST_CASE("spared: by another name, a symbolic link or a hard link", "[spared]") {
  const Desk desk;
  lay_out_book(desk);
  fs::create_directory(desk.path("x"));
  desk.link(desk.path("b/a.md"), "soft.epub");
  fs::create_hard_link(desk.path("b/a.md"), desk.path("hard.epub"));
  desk.link(desk.path("b/pic.png"), "soft.png");
  fs::create_hard_link(desk.path("b/one.md"), desk.path("hard.md"));
  for (const char* name : {"./b/a.md", "x/../b/a.md", "b//a.md", "soft.epub", "hard.epub"})
    check_spared(desk, {"b"}, name, "b/a.md");
  check_spared(desk, {"b"}, "soft.png", "b/pic.png");
  check_spared(desk, {"b/a.md"}, "hard.md", "b/one.md");
  check_spared(desk, {desk.path("b/b.md")}, "b/b.md", "b/b.md");
}

TEST_CASE("spared: by the names that keben makes itself", "[spared]") {
  const Desk desk;
  const auto refused = [&](const Arguments& arguments, const std::string& name) {
    const std::set<std::string> names = desk.names();
    const Ended run = desk.keben(arguments);
    CAPTURE(name, run.err);
    CHECK(run.code == 2);
    CHECK(has(run.err, "error[output-is-input]"));
    CHECK(has(run.err, name));
    CHECK(desk.names() == names);
  };
  desk.write("p/SUMMARY.md", "# 书\n\n## 上\n\n- [甲](a.md)\n\n## 下\n\n- [乙](b.md)\n");
  desk.write("p/a.md", "# 甲\n\n文。\n");
  desk.write("p/b.md", "# 乙\n\n文。\n");
  fs::create_hard_link(desk.path("p/a.md"), desk.path("p.pdf"));
  refused({"p", "--ui-lang", "en"}, "p.pdf is p/a.md");
  fs::create_hard_link(desk.path("p/b.md"), desk.path("t-2.epub"));
  refused({"p", "-o", "t.epub", "--split", "part", "--ui-lang", "en"}, "t-2.epub is p/b.md");
  desk.write("essay.epub", "# 文\n\n文。\n");
  refused({"--each", "essay.epub", "--out-dir", ".", "--ui-lang", "en"}, "is essay.epub");
  desk.write("out/a.epub", "");
  fs::remove(desk.path("out/a.epub"));
  fs::create_hard_link(desk.path("p/b.md"), desk.path("out/a.epub"));
  refused({"--each", "p", "--out-dir", "out", "--ui-lang", "en"}, "out/a.epub is p/b.md");
  desk.write("out2/.keben/a.md.json", "# 丙\n\n文。\n");
  refused({"--each", "p", "out2/.keben/a.md.json", "--out-dir", "out2", "--ui-lang", "en"},
          "out2/.keben/a.md.json is out2/.keben/a.md.json");
}

TEST_CASE("spared: a text that standard output is appended to", "[spared]") {
  const Desk desk;
  desk.write("a.md", "# 甲\n\n文。\n");
  const std::string name = desk.path("a.md");
  const Ended run =
      desk.keben({"a.md", "-o", "-", "--to", "epub", "--ui-lang", "en"}, {.first = [name] {
                   const int file = open(name.c_str(), O_WRONLY | O_APPEND);
                   return file >= 0 && dup2(file, STDOUT_FILENO) >= 0;
                 }});
  CHECK(run.code == 2);
  CHECK(has(run.err, "the output - is a.md"));
  CHECK(desk.read("a.md") == "# 甲\n\n文。\n");
}

TEST_CASE("spared: what is beside the book and not read may be replaced", "[spared]") {
  const Desk desk;
  lay_out_book(desk);
  desk.write("b/old.epub", "an older book");
  CHECK(desk.keben({"b", "-o", "b/old.epub", "--offline"}).code == 0);
  CHECK(desk.read("b/old.epub").starts_with("PK"));
}
