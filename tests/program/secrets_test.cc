// A password that came into a text with an address goes no further: not into a book, a message, a
// record or a dump.
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/program/desk.h"

using namespace keben::test;
namespace fs = std::filesystem;

namespace {

const std::string kText =
    "---\n"
    "title: 题\n"
    "url: https://user:s3cret@e.cn/a\n"
    "cover: https://user:s3cret@e.cn/c.png\n"
    "---\n\n"
    "[甲](https://user:s3cret@e.cn/b)、<https://user:s3cret@e.cn/>、[乙][r]。\n\n"
    "![丙](https://user:s3cret@e.cn/d.png)[^1]\n\n"
    "<a href=\"ftp://user:s3cret@e.cn/\">丁</a><img src=\"//user:s3cret@e.cn/e.png\">\n\n"
    "https://user:s3cret@e.cn/card\n\n"
    "[戊](foo://user:s3cret@e.cn/) [己](http:user:s3cret@e.cn) "
    "[庚](../no.md?//user:s3cret@e.cn)\n\n"
    "{{< include \"https://user:s3cret@e.cn/f.md\" >}}\n\n"
    "[r]: https://user:s3cret@e.cn/r\n\n"
    "[^1]: https://user:s3cret@e.cn/n\n";

std::string bytes_in(const Desk& desk) {
  std::string out;
  for (const auto& entry : fs::recursive_directory_iterator(desk.path("out")))
    if (entry.is_regular_file()) out += desk.read(fs::relative(entry, desk.path("")).string());
  return out;
}

}  // namespace

TEST_CASE("a password is in neither book, and every place is told", "[secrets]") {
  const Desk desk;
  desk.write("a.md", kText);
  const Ended run = desk.keben({"a.md", "--offline", "--ui-lang", "en"});
  REQUIRE(run.code == 0);
  CHECK_FALSE(has(run.err, "s3cret"));
  CHECK_FALSE(has(run.err, "user:"));
  for (const char* place :
       {"a.md:3:6: warning[address-secret]", "a.md:7:1: warning[address-secret]",
        "a.md:7:33: warning[address-secret]", "a.md:9:1: warning[image-refused]",
        "a.md:11:1: warning[address-secret]", "a.md:13:1: warning[address-secret]"})
    CHECK(has(run.err, place));
  const std::string xhtml = xhtml_of(desk.path("a.epub"));
  CHECK_FALSE(has(xhtml, "s3cret"));
  CHECK(has(xhtml, "href=\"https://e.cn/b\""));
  CHECK(has(xhtml, "href=\"https://e.cn/d.png\""));
  CHECK_FALSE(has(entry_of(desk.path("a.epub"), "epub/package.opf"), "s3cret"));
  const fs::path qpdf = tool("qpdf");
  if (qpdf.empty()) return skip("qpdf is not installed");
  const Ended plain = keben::test::run(
      qpdf, {"--qdf", "--object-streams=disable", desk.path("a.pdf").string(), "-"});
  CHECK(has(plain.out, "https://e.cn/b"));
  CHECK_FALSE(has(plain.out, "s3cret"));
}

TEST_CASE("nor does it stand in lines of JSON, in dumps, or in a batch's records", "[secrets]") {
  const Desk desk;
  desk.write("a.md", kText);
  const Ended json = desk.keben({"a.md", "-o", "a.epub", "--offline", "--json"});
  CHECK(has(json.out, "***@e.cn"));
  CHECK_FALSE(has(json.out, "s3cret"));
  for (const char* stage : {"model", "outline", "html", "display-list"}) {
    const Ended dump = desk.keben({"a.md", "--dump", stage, "--offline"});
    CAPTURE(stage, dump.err);
    CHECK(dump.code == 0);
    CHECK_FALSE(has(dump.out, "s3cret"));
    CHECK_FALSE(has(dump.err, "s3cret"));
  }
  const Ended each = desk.keben({"a.md", "--each", "--out-dir", "out", "--offline", "--json"});
  CHECK(each.code == 0);
  CHECK_FALSE(has(each.out + each.err, "s3cret"));
  CHECK_FALSE(has(bytes_in(desk), "s3cret"));
}

TEST_CASE("keben.yaml and a blog's settings have no passwords for a book, either", "[secrets]") {
  const Desk desk;
  desk.write("b/a.md", "---\nslug: x\n---\n\n文。\n");
  desk.write("b/c.md", "文。\n");
  desk.write("b/keben.yaml",
             "title: 集\nsite: https://user:s3cret@e.cn\npermalink: /:title/\noutputs: [o.epub]\n");
  const Ended run = desk.keben({"b", "--cover", "none"});
  CHECK(run.code == 0);
  CHECK(has(run.err, "keben.yaml:2:7: warning[address-secret]"));
  CHECK_FALSE(has(run.err, "s3cret"));
  const std::string xhtml = xhtml_of(desk.path("b/o.epub"));
  CHECK(has(xhtml, "https://e.cn/"));
  CHECK_FALSE(has(xhtml, "s3cret"));
  desk.write("h/hugo.toml", "baseURL = \"https://user:s3cret@e.cn/\"\n");
  desk.write("h/content/posts/a.md", "文。\n");
  REQUIRE(desk.keben({"h/content/posts/a.md", "-o", "h.epub", "--root", "h"}).code == 0);
  CHECK_FALSE(has(xhtml_of(desk.path("h.epub")), "s3cret"));
}
