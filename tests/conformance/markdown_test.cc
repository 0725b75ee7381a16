// The standards' own examples, through our model: what `--dump html` prints is what they want.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "markdown/read.h"
#include "tests/conformance/normalize_html.h"
#include "tests/support/golden.h"

using namespace keben;
using config::Dialect;

namespace {

struct Example {
  int number = 0;
  std::string section, markdown, html;
};

std::vector<Example> examples_of(const std::string& name) {
  const std::string text = test::read_text(std::filesystem::path("tests/conformance/data") / name);
  std::vector<Example> out;
  for (const auto& each : nlohmann::json::parse(text)) {
    out.push_back({each.contains("example") ? each["example"].get<int>() : each["n"].get<int>(),
                   each.contains("section") ? each["section"].get<std::string>()
                                            : each["set"].get<std::string>(),
                   each["markdown"], each["html"]});
  }
  return out;
}

std::string html_of(const std::string& markdown, Dialect dialect) {
  SourceMap sources;
  Diagnostics log;
  config::ReadOptions options;
  options.dialect = dialect;
  const FileId file = sources.add("example.md", markdown);
  const Result<model::Document> document = markdown::parse(sources, file, options, log);
  return document ? markdown::to_html(*document) : "error: " + document.error().what.en;
}

/// The numbers of the examples whose output is not the wanted one; what differs is printed unless
/// the example is `expected` to.
std::set<int> misses(const std::string& name, Dialect dialect, const std::set<int>& expected = {}) {
  std::set<int> out;
  for (const Example& example : examples_of(name)) {
    const std::string wanted = test::normalize_html(example.html);
    const std::string got = test::normalize_html(html_of(example.markdown, dialect));
    if (wanted == got) continue;
    out.insert(example.number);
    if (expected.contains(example.number)) continue;
    UNSCOPED_INFO(example.section << " " << example.number << "\n"
                                  << example.markdown << "\nwanted: " << wanted
                                  << "\ngot:    " << got << "\n");
  }
  return out;
}

}  // namespace

TEST_CASE("the normaliser forgets only what has no meaning", "[conformance]") {
  CHECK(test::normalize_html("<img src=\"a\" alt=\"b\" />") ==
        test::normalize_html("<img alt=\"b\" src=\"a\">"));
  CHECK(test::normalize_html("<p>a  b\nc</p>\n\n<p>d</p>") == "<p>a b c</p><p>d</p>");
  CHECK(test::normalize_html("<pre>a  b\n</pre>") == "<pre>a  b\n</pre>");
  CHECK(test::normalize_html("<p>a</p>") != test::normalize_html("<p>b</p>"));
  CHECK(test::normalize_html("a <em>b</em> c") == "a <em>b</em> c");
}

TEST_CASE("all 649 examples of CommonMark 0.29 are met", "[conformance][commonmark]") {
  CHECK(examples_of("commonmark-0.29.json").size() == 649);
  CHECK(misses("commonmark-0.29.json", Dialect::commonmark) == std::set<int>{});
}

TEST_CASE("667 of the 673 examples of GFM are met, the others by their number",
          "[conformance][gfm]") {
  // 610–620 want no bare links in CommonMark's section; 653 wants the tag filter (data/README.md).
  const std::set<int> known = {610, 614, 616, 619, 620, 653};
  CHECK(examples_of("gfm-0.29.json").size() == 673);
  CHECK(misses("gfm-0.29.json", Dialect::gfm, known) == known);
}

TEST_CASE("GFM's extensions are met", "[conformance][gfm]") {
  // 20 wants no more than that nothing crashes; 22 wants the tag filter.
  const std::set<int> known = {20, 22};
  CHECK(misses("gfm-extensions.json", Dialect::gfm, known) == known);
}

TEST_CASE("emphasis beside CJK punctuation is what its author meant, in all 72 cases",
          "[conformance][cjk-friendly]") {
  CHECK(examples_of("cjk-friendly.json").size() == 72);
  CHECK(misses("cjk-friendly.json", Dialect::keben) == std::set<int>{});
}

TEST_CASE("the CJK-friendly rule holds in the plain standards too", "[conformance][cjk-friendly]") {
  CHECK(html_of("他说**“好”**吗", Dialect::commonmark) == "<p>他说<strong>“好”</strong>吗</p>\n");
  CHECK(html_of("**「强调」**文字", Dialect::gfm) == "<p><strong>「强调」</strong>文字</p>\n");
}

TEST_CASE("a tilde beside a star is a mark like any other in CommonMark",
          "[conformance][commonmark]") {
  CHECK(html_of("*foo~*bar", Dialect::commonmark) == "<p>*foo~*bar</p>\n");
}
