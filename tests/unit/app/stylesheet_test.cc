#include "app/stylesheet.h"

#include <catch2/catch.hpp>
#include <string>

using namespace keben;

namespace {

struct Cleaned {
  std::string css;  // or "!" and the fault's code
  Diagnostics log;
};

Cleaned clean(const std::string& css) {
  Cleaned out;
  const Result<std::string> made = app::usable_stylesheet(css, {3}, out.log);
  out.css = made ? *made : "!" + made.error().code;
  return out;
}

}  // namespace

TEST_CASE("what a sheet asks for outside the book goes, declaration by declaration", "[app][css]") {
  const Cleaned out = clean("p {\n  color: red;\n  background: url(a.png);\n  margin: 0\n}\n");
  CHECK(out.css == "p {\n  color: red;\n  margin: 0\n}\n");
  REQUIRE(out.log.all().size() == 1);
  CHECK(out.log.all()[0].code == "css-dropped");
  CHECK(out.log.all()[0].at == SourceSpan{3, 3, 1, 1, {3}});
  CHECK(clean("@import 'a';@namespace url(http://a.cn);p{}").css ==
        "@namespace url(http://a.cn);p{}");
  CHECK(clean("@document url(http://a.cn){p{a:b}}q{}").css == "q{}");
  CHECK(clean("@font-face{src:url(a.ttf)}q{}").css == "q{}");
  CHECK(clean("@font-face{font-family:a;src:url(data:font/ttf;base64,AA)}").log.all().empty());
  CHECK(clean("p{a:url(\"data:image/svg+xml,<svg/>\")}").css == "p{}");
}

TEST_CASE("a sheet is in UTF-8, and says nothing that browsers pass by", "[app][css]") {
  CHECK(clean("@charset 'gbk';p{;a:b;;}").css == "p{a:b;}");
  CHECK(clean("@charset 'gbk';p{;a:b;;}").log.all().empty());
  CHECK(clean("p{*zoom:1;color;direction:rtl;a:b}").css == "p{a:b}");
}

TEST_CASE("a sheet that does not end what it begins is refused at its line", "[app][css]") {
  for (const char* css : {"p{a:b", "p{}}", "/* a", "p{a:'b\n}", "p{a:b(}", "{a:b}", "words",
                          "p{a{b:c}}", "p,{a:b}", "p{a:/*}*/"})
    CHECK(clean(css).css == "!css-invalid");
  Diagnostics log;
  const Result<std::string> made = app::usable_stylesheet("p{}\n\nq {\n", {3}, log);
  REQUIRE_FALSE(made);
  CHECK(made.error().fault == Fault::usage);
  CHECK(made.error().at == SourceSpan{3, 3, 1, 1, {3}});
}
