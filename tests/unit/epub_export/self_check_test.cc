#include "epub/export/detail/self_check.h"

#include <catch2/catch.hpp>

#include "epub/export/detail/markup.h"

using namespace keben;
using namespace keben::epub;
using Catch::Contains;

namespace {

struct File {
  std::string name, content;
};

/// A sound little book.
std::vector<File> good() {
  return {{"package.opf",
           "<package><manifest><item id=\"nav\" href=\"nav.xhtml\"/><item id=\"e1\" "
           "href=\"text/e1.xhtml\"/><item id=\"p1\" href=\"img/1.png\"/></manifest>"
           "<spine><itemref idref=\"e1\"/></spine></package>"},
          {"nav.xhtml", "<html><a href=\"text/e1.xhtml#x\">一</a></html>"},
          {"text/e1.xhtml",
           "<html><p id=\"x\">一</p><a href=\"#x\">二</a><a href=\"https://a.b/#y\">三</a>"
           "<a href=\"../nav.xhtml\">四</a><img src=\"../img/1.png\" alt=\"\"/></html>"},
          {"img/1.png", "<not markup"}};
}

std::string fault_of(const std::vector<File>& files) {
  std::vector<Entry> entries;
  for (const File& file : files)
    entries.push_back({"epub/" + file.name, file.content});
  return find_fault(entries, "epub/", Jobs{2}).value_or("");
}

/// The fault after `from` has become `to` in file `index`.
std::string after(std::size_t index, const std::string& from, const std::string& to) {
  std::vector<File> files = good();
  std::string& content = files[index].content;
  const std::size_t at = content.find(from);
  REQUIRE(at != std::string::npos);
  content.replace(at, from.size(), to);
  return fault_of(files);
}

}  // namespace

TEST_CASE("a sound book has no fault", "[self-check][epub-36]") {
  CHECK(fault_of(good()).empty());
}

TEST_CASE("references lead to files and places that exist", "[self-check][epub-36]") {
  CHECK(after(1, "#x", "#z") == "nav.xhtml refers to no place: text/e1.xhtml#z");
  CHECK(after(1, "e1.xhtml", "e2.xhtml") == "nav.xhtml refers to no file: text/e2.xhtml");
  CHECK(after(2, "../img", "img") == "text/e1.xhtml refers to no file: text/img/1.png");
  CHECK(after(2, "<p id", "<p aria-labelledby=\"n\" id") ==
        "text/e1.xhtml refers to no place: text/e1.xhtml#n");
}

TEST_CASE("ids are met once", "[self-check][epub-36]") {
  CHECK(after(2, "<a href", "<a id=\"x\" href") == "text/e1.xhtml has the id x twice");
}

TEST_CASE("the manifest lists each file once, and the spine listed ones", "[self-check][epub-14]") {
  CHECK(after(0, "<item id=\"p1\" href=\"img/1.png\"/>", "") == "img/1.png is not in the manifest");
  CHECK(after(0, "img/1.png", "nav.xhtml") == "package.opf lists a file twice");
  CHECK(after(0, "idref=\"e1\"", "idref=\"e9\"") == "package.opf has no item e9");
  CHECK(after(0, "<itemref idref=\"e1\"/>", "") == "package.opf has an empty spine");
}

TEST_CASE("markup is well formed", "[self-check][xml]") {
  CHECK(after(2, "</p>", "") == "text/e1.xhtml closes html out of order");
  CHECK(after(2, "</html>", "") == "text/e1.xhtml is not closed: html");
  CHECK(after(2, "一", "&nbsp;") == "text/e1.xhtml has an unknown entity: &nbsp;");
  CHECK_THAT(after(2, "id=\"x\"", "id=x"), Contains("has an attribute without a value"));
  CHECK_THAT(after(2, "src=\"../img/1.png\" ", ""), Contains("has a picture without a file"));
}

TEST_CASE("tags are read with their attributes, whatever these hold", "[self-check]") {
  std::vector<std::string> seen;
  const auto fault = read_markup(
      "<?xml a?><!DOCTYPE html>\n<a b=\"c>d\" e=\"&amp;\"><f/></a>\n", [&](const Tag& tag) {
        seen.push_back(std::string(tag.name) + "|" + std::string(tag.value_of("b")) + "|" +
                       without_entities(tag.value_of("e")));
      });
  CHECK_FALSE(fault);
  CHECK(seen == std::vector<std::string>{"a|c>d|&", "f||"});
}
