// The stylesheet keeps the rules that the weakest readers set (epub.md 30, 31).
#include "epub/book/stylesheet.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <cmath>
#include <string>
#include <vector>

using namespace keben::epub;

namespace {

const std::string kCss(stylesheet());

/// The declarations of every rule whose selector begins a line with `selector`.
std::string declarations_of(const std::string& selector) {
  std::string out;
  for (std::size_t at = kCss.find("\n" + selector); at != std::string::npos;
       at = kCss.find("\n" + selector, at + 1)) {
    const std::size_t open = kCss.find('{', at);
    out += kCss.substr(open, kCss.find('}', open) - open);
  }
  return out;
}

/// All colours, as written.
std::vector<std::string> colours() {
  std::vector<std::string> out;
  for (std::size_t at = kCss.find('#'); at != std::string::npos; at = kCss.find('#', at + 1))
    out.push_back(kCss.substr(at, 7));
  return out;
}

/// WCAG 2.2 relative luminance of `#rrggbb`.
double luminance(const std::string& colour) {
  const auto channel = [&](std::size_t at) {
    const double v = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(const std::string& a, const std::string& b) {
  const double x = luminance(a), y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace

TEST_CASE("the stylesheet weighs at most 12 KB", "[book][epub-33]") {
  CHECK(kCss.size() <= 12'000);
}

TEST_CASE("nothing in it breaks old readers", "[book][epub-30]") {
  for (const char* banned : {"!important", "px", "var(", "calc(", "grid", "flex", " position:",
                             "float", "@import", "@font-face", "@media", "@supports", "div", "://"})
    CHECK(kCss.find(banned) == std::string::npos);
  for (const char* negative : {" -.", " -1", " -2", ":-"})
    CHECK(kCss.find(negative) == std::string::npos);
  for (const char* banned : {"color", "background", "padding", "font-family"})
    CHECK(declarations_of("body").find(banned) == std::string::npos);
}

TEST_CASE("lines and marks stand out on white and on night pages", "[book][epub-31]") {
  CHECK(colours().size() > 5);
  for (const std::string& colour : colours()) {
    INFO(colour);
    CHECK(contrast(colour, "#ffffff") >= 3.0);
    CHECK(contrast(colour, "#121212") >= 3.0);
  }
}

TEST_CASE("braces are even, so that no reader drops the rest", "[book]") {
  CHECK(std::count(kCss.begin(), kCss.end(), '{') == std::count(kCss.begin(), kCss.end(), '}'));
}

TEST_CASE("a book's stylesheet has the rules that its markup can match", "[book][epub-33]") {
  UsedNames names;
  names.add("<body class=\"zh\"><p>一<br/></p><aside class=\"box note\"><p>二</p></aside></body>");
  const std::string css = stylesheet_for(names);
  CHECK_THAT(css, Catch::Contains("body { margin: 0") && Catch::Contains("p { margin: 0") &&
                      Catch::Contains(".box { margin: 1.2em") && Catch::Contains(".box p {") &&
                      Catch::Contains(".note {"));
  CHECK_THAT(css, !Catch::Contains("table") && !Catch::Contains(".latin") &&
                      !Catch::Contains(".tip") && !Catch::Contains(".details") &&
                      !Catch::Contains("blockquote") && !Catch::Contains("h1"));
}

TEST_CASE("short tables and code are not cut by a page's end", "[book]") {
  UsedNames names;
  names.add("<table><tr><td>一</td></tr></table><pre>二</pre>");
  CHECK_THAT(stylesheet_for(names),
             Catch::Contains("tr:nth-child(-n+4) { break-after: avoid }") &&
                 Catch::Contains("tr:nth-last-child(-n+5) { break-before: avoid }") &&
                 Catch::Contains("pre { orphans: 8; widows: 8 }"));
}

TEST_CASE("a book that uses everything has every rule", "[book]") {
  UsedNames names;
  std::string all;
  for (std::size_t at = 0; at < kCss.size();) {  // every name in every selector
    const std::size_t open = std::min(kCss.find('{', at), kCss.size());
    std::string name;
    for (std::size_t i = at; i <= open && i < kCss.size(); ++i) {
      const char c = kCss[i];
      if (std::isalnum(static_cast<unsigned char>(c)) || c == '-') {
        name += c;
        continue;
      }
      if (!name.empty())
        all += name[0] == '.' ? "<i class=\"" + name.substr(1) + "\"/>" : "<" + name + "/>";
      name = c == '.' ? "." : "";
    }
    at = open == kCss.size() ? open : kCss.find('}', open) + 1;
  }
  names.add(all);
  const std::string css = stylesheet_for(names);
  CHECK(std::count(css.begin(), css.end(), '}') == std::count(kCss.begin(), kCss.end(), '}'));
  CHECK(std::count(css.begin(), css.end(), ',') == std::count(kCss.begin(), kCss.end(), ','));
}
