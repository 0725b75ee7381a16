// A picture that no network brings: the book is made all the same, and soon (faults.md §3
// "Network").
#include <catch2/catch.hpp>

#include "tests/program/desk.h"

using namespace keben::test;

namespace {

constexpr double kSoon = 2;  // seconds

struct Essay : Desk {
  Essay() {
    write("a.md",
          "# "
          "一\n\n前文。\n\n![西湖全景](https://pictures.invalid/pic/"
          "%E8%A5%BF.png?x=1&y=2)\n\n后文。\n");
  }
  void check_placeholder() const {
    const std::string text = xhtml_of(path("a.epub"));
    CHECK(has(text, "西湖全景"));
    CHECK(has(text, "pictures.invalid"));
    CHECK_FALSE(has(text, "src=\"http"));
    CHECK(text.find("前文") < text.find("西湖全景"));
    CHECK(text.find("西湖全景") < text.find("后文"));
    CHECK(read("a.pdf").starts_with("%PDF-"));
  }
};

}  // namespace

TEST_CASE("--offline: a warning, a placeholder, and no waiting", "[network]") {
  const Essay desk;
  const Ended run = desk.keben({"a.md", "--offline"});
  CHECK(run.code == 0);
  CHECK(run.seconds < kSoon);
  CHECK(count(run.err, "warning[image-offline]") == 1);
  CHECK(has(run.err, "a.md:5:1:"));
  desk.check_placeholder();
}

TEST_CASE("no network: a warning that names the host, a placeholder, and no waiting", "[network]") {
  const Essay desk;
  const Ended run = desk.keben({"a.md"}, {.first = no_network});
  if (run.code == kNotStarted) return skip("no network namespace");
  CHECK(run.code == 0);
  CHECK(run.seconds < kSoon);
  CHECK(count(run.err, "warning[image-missing]") == 1);
  CHECK(has(run.err, "pictures.invalid"));
  desk.check_placeholder();
}

TEST_CASE("the same books with --offline and without a network", "[network]") {
  const Essay desk;
  REQUIRE(desk.keben({"a.md", "--offline"}).code == 0);
  const std::string epub = desk.read("a.epub");
  const std::string pdf = desk.read("a.pdf");
  const Ended run = desk.keben({"a.md"}, {.first = no_network});
  if (run.code == kNotStarted) return skip("no network namespace");
  CHECK((desk.read("a.epub") == epub));
  CHECK((desk.read("a.pdf") == pdf));
}

TEST_CASE("private addresses are refused without a connection", "[network]") {
  const Desk desk;
  desk.write("a.md",
             "# 一\n\n![甲](http://127.0.0.1:9/a.png)\n\n![乙](http://169.254.169.254/meta)\n\n"
             "![丙](http://[::1]/a.png)\n\n![丁](file:///etc/passwd)\n\n![戊](/etc/passwd)\n\n"
             "![己](../../../../etc/passwd)\n");
  const Ended run = desk.keben({"a.md", "-t", "epub"});
  CHECK(run.code == 0);
  CHECK(run.seconds < kSoon);
  CHECK(count(run.err, "warning[") == 6);
  CHECK_FALSE(has(xhtml_of(desk.path("a.epub")), "root:"));
}

TEST_CASE("names and passwords in addresses are in no message and no book", "[network]") {
  const Desk desk;
  desk.write("a.md", "# 一\n\n![图](https://user:hunter2@pictures.invalid/a.png)\n");
  const Ended run = desk.keben({"a.md", "-t", "epub", "--offline", "--json"});
  CHECK(run.code == 0);
  CHECK_FALSE(has(run.out + run.err, "hunter2"));
  CHECK_FALSE(has(xhtml_of(desk.path("a.epub")), "hunter2"));
}
