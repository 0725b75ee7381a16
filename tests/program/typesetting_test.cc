// How lines are set, as people ask for it: by a flag, in keben.yaml, in front matter (product.md,
// "Order of precedence").
#include <catch2/catch.hpp>

#include "tests/program/desk.h"

using namespace keben::test;

namespace {

const std::string kText = "他说“好”，于是我们又走了很远很远的一段路，天黑了才到。\n";

/// The pages of what stands on the desk, as drawn.
std::string pages(const Desk& desk, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--dump", "display-list", "--cover", "none", "--offline"});
  const Ended run = desk.keben(std::move(arguments));
  CHECK(run.code == 0);
  return run.out;
}

}  // namespace

TEST_CASE("--typeset changes the page, and every setting does", "[typesetting]") {
  const Desk desk;
  desk.write("a.md",
             "# 题\n\n“始”。\n\n他，（文）“字”。\n\n用AI写。\n\n"
             "这一段里有一个很长的词internationalization，而且还要再往下说。\n\n"
             "一二三四五六七八九十一二三四五六七八九十，八九十一二三四五六七八九十一。\n");
  const std::string usual = pages(desk, {"a.md", "--page", "6in"});
  for (const char* one :
       {"marks=kaiming", "marks=banjiao", "marks=none", "adjacent=tight", "first=keep",
        "autospace=narrow", "autospace=none", "quotes=corner", "indent=0", "indent=1"}) {
    INFO(one);
    CHECK(pages(desk, {"a.md", "--page", "6in", "--typeset", one}) != usual);
  }
}

TEST_CASE("a flag wins over keben.yaml, and that over front matter", "[typesetting]") {
  const Desk desk;
  desk.write("posts/a.md", "---\ntitle: 题\ntypeset: {indent: 0, quotes: corner}\n---\n" + kText);
  const std::string none = pages(desk, {"posts/a.md", "--typeset", "indent=auto"});
  const std::string matter = pages(desk, {"posts/a.md"});
  CHECK(has(matter, "他说「好」"));
  CHECK(none != matter);
  desk.write("posts/keben.yaml", "typeset: {indent: 1}\n");
  const std::string project = pages(desk, {"posts/keben.yaml"});
  CHECK(has(project, "他说「好」"));
  CHECK(project == pages(desk, {"posts/a.md", "--typeset", "indent=1"}));
  CHECK(pages(desk, {"posts/keben.yaml", "--typeset", "indent=0"}) == matter);
}

TEST_CASE("quotes=corner is for both books", "[typesetting]") {
  const Desk desk;
  desk.write("a.md", "---\ntitle: 论“版”\n---\n" + kText);
  CHECK(desk.keben({"a.md", "-o", "a.epub", "--typeset", "quotes=corner", "-q"}).code == 0);
  CHECK(has(xhtml_of(desk.path("a.epub")), "他说「好」"));
  CHECK(has(xhtml_of(desk.path("a.epub")), "论「版」"));
}

TEST_CASE("a wish in front matter that is none is told, and the rest counts", "[typesetting]") {
  const Desk desk;
  desk.write("a.md", "---\ntitle: 题\ntypeset: {indent: 5, quotes: corner}\n---\n" + kText);
  const Ended run = desk.keben({"a.md", "--dump", "display-list", "--cover", "none"});
  CHECK(has(run.err, "a.md:3:19: warning[typeset-value]"));
  CHECK(has(run.out, "他说「好」"));
}
