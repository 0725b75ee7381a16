#include "assets/detail/svg.h"

#include <catch2/catch.hpp>

#include "assets/picture.h"
#include "assets/source_address.h"
#include "css/parts.h"
#include "tests/unit/assets/pictures.h"

using namespace keben;
using namespace keben::assets;

namespace {

const config::Limits kLimits;

std::string svg(const std::string& body, const std::string& attributes = "width='20' height='10'") {
  return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " +
         attributes + ">" + body + "</svg>";
}

/// What is left, or "!" and the failure's code.
std::string cleaned(const std::string& text) {
  const Result<CleanSvg> clean = clean_svg(text, kLimits);
  return clean ? clean->text : "!" + clean.error().code;
}

bool holds(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("SVG: shapes, text, gradients and styles stay", "[assets][svg]") {
  const std::string out = cleaned(
      svg("<defs><linearGradient id='g'><stop offset='0' stop-color='red'/></linearGradient></defs>"
          "<style>.a { fill: url(#g) }</style><rect class='a' width='5' height='5'/>"
          "<text id='t' x='1' y='2'>西湖 &amp; 雷峰塔</text><use xlink:href='#t'/>"));
  for (const char* part :
       {"<linearGradient id=\"g\">", "stop-color=\"red\"", ".a { fill: url(#g) }", "class=\"a\"",
        "西湖 &amp; 雷峰塔", "<use xlink:href=\"#t\">"}) {
    CAPTURE(part);
    CHECK(holds(out, part));
  }
  CHECK(cleaned(out) == out);
}

TEST_CASE("SVG: script goes, with all that it holds", "[assets][images.svg-script]") {
  const std::string out =
      cleaned(svg("<script>alert(1)</script><script href='https://example.com/x.js'/>"
                  "<g><ScRiPt>alert(2)</ScRiPt></g><animate onbegin='x' attributeName='href'/>"
                  "<set attributeName='href' to='javascript:alert(3)'/><rect/>"));
  for (const char* part : {"script", "alert", "animate", "set ", "javascript"})
    CHECK_FALSE(holds(out, part));
  CHECK(holds(out, "<rect>"));
}

TEST_CASE("SVG: on* attributes go", "[assets][images.svg-on]") {
  const std::string out =
      cleaned(svg("<rect onclick='a()' onload='b()' ONLOAD='c()' fill='red'/>", "onload='d()'"));
  CHECK_FALSE(holds(out,
                    "on"
                    "load"));
  CHECK_FALSE(holds(out, "onclick"));
  CHECK_FALSE(holds(out, "ONLOAD"));
  CHECK(holds(out, "fill=\"red\""));
}

TEST_CASE("SVG: foreignObject and other namespaces go", "[assets][images.svg-foreign]") {
  const std::string out = cleaned(
      svg("<switch><foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><iframe/>x</body>"
          "</foreignObject><text>y</text></switch><m:math xmlns:m='http://www.w3.org/1998/Math/"
          "MathML'><m:mi>z</m:mi></m:math>"));
  CHECK_FALSE(holds(out, "foreignObject"));
  CHECK_FALSE(holds(out, "iframe"));
  CHECK_FALSE(holds(out, "z"));
  CHECK(holds(out, "<text>y</text>"));
}

TEST_CASE("SVG: what is outside the drawing is not referred to", "[assets][images.svg-href]") {
  for (const char* body :
       {"<image xlink:href='https://example.com/a.png'/>", "<image href='file:///etc/passwd'/>",
        "<use xlink:href='https://example.com/a.svg#x'/>", "<use href='other.svg#x'/>",
        "<a xlink:href='https://example.com/'><rect/></a>", "<a href='javascript:x()'><rect/></a>",
        "<rect fill='url(https://example.com/a.svg#g)'/>",
        "<rect style='fill:url(//example.com)'/>", "<image href='data:image/svg+xml,%3Csvg/%3E'/>",
        "<image href='data:image/png,example.com'/>",
        "<feImage xlink:href='https://example.com/a.png'/>",
        "<rect xml:base='https://example.com'/>"}) {
    CAPTURE(body);
    const std::string out = cleaned(svg(body));
    CHECK_FALSE(holds(out, "example"));
    CHECK_FALSE(holds(out, "href"));
    CHECK_FALSE(holds(out, "passwd"));
    CHECK_FALSE(holds(out, "other"));
  }
}

TEST_CASE("SVG: a picture inside is decoded before it stays, and loses its metadata",
          "[assets][images.svg-href][images.gps]") {
  const auto image = [](const Bytes& bytes) {
    return svg("<image xlink:href='data:image/png;base64," + base64_encoded(bytes) + "'/>");
  };
  const Bytes plain = test::png();
  CHECK(cleaned(image(test::png({.text = "GPS 30.24N"}))) == cleaned(image(plain)));
  CHECK(holds(cleaned(image(plain)), base64_encoded(plain).c_str()));
  Bytes broken = plain;
  broken[broken.size() - 17] ^= 1;
  CHECK_FALSE(holds(cleaned(image(broken)), "data:"));
}

TEST_CASE("SVG: CSS keeps its rules, and nothing that fetches", "[assets][images.svg-css-import]") {
  const auto css = [](const std::string& sheet) {
    const std::string out = cleaned(svg("<pattern id='g'/><style>" + sheet + "</style>"));
    const std::size_t at = out.find("<style>") + 7;
    return out.substr(at, out.find("</style>") - at);
  };
  CHECK(css("@import url(https://example.com/a.css); .a{fill:red}") == " .a{fill:red}");
  CHECK(css("@font-face{src:url(x)} .a{fill:red}") == " .a{fill:red}");
  CHECK(css("@media print{.b{fill:blue}} .a{fill:url( '#g' )}") == " .a{fill:url(#g)}");
  CHECK(css(".a{/* url(x) */fill:red}") == ".a{/* url(x) */fill:red}");
  CHECK(css(".a{fill:red;;stroke:url(x);clip-path:url(#g)}") == ".a{fill:red;clip-path:url(#g)}");
  for (const char* bad :
       {".a{fill:url(x)}", ".a{fill:\\75rl(x)}", ".a{background:URL(//x)}", "@\\69mport 'x'",
        ".a{width:expression(x)}", ".a{fill:src('x')}", ".a{fill:image-set('x' 1x)}",
        ".a{behavior:url(x)}", ".a{fill:attr(x url)}", ".a{fill:url(data:image/svg+xml,x)}",
        ".a{fill:element(#x)}", ".a{/*:'*/fill:url(x)}"}) {
    CAPTURE(bad);
    CHECK_FALSE(holds(css(bad), "x"));
  }
}

TEST_CASE("SVG: a style that is broken ends with the drawing", "[assets][svg][css]") {
  for (const char* sheet :
       {".a{fill:red", ".a{fill:red}}", ".a{fill}", "words", "/* a", "{fill:red}", ".a{fill:url(}",
        ".a{content:'", "@media x{.a{fill:red}", ".a{direction:rtl}", ".a{*zoom:1}"}) {
    CAPTURE(sheet);
    const std::string out = cleaned(svg("<style>" + std::string(sheet) + "</style>"));
    const std::size_t first = out.find("<style>") + 7;
    const std::string css = out.substr(first, out.find("</style>") - first);
    for (const css::Part& part : css::parts_of(css, css::Form::stylesheet))
      CHECK(part.fault == css::Fault::none);
  }
}

TEST_CASE("SVG: an id that is no XML name gets one, and what points to it follows",
          "[assets][svg][ids]") {
  const auto body = [](const std::string& text) {
    const std::string out = cleaned(svg(text));
    const std::size_t at = out.find('>') + 1;
    return out.substr(at, out.rfind("</svg>") - at);
  };
  CHECK(body("<g id='Group 1'/><use href='#Group 1'/><use href='#Group%201'/>") ==
        "<g id=\"Group-1\"></g><use xlink:href=\"#Group-1\"></use>"
        "<use xlink:href=\"#Group-1\"></use>");
  CHECK(
      body("<pattern id='1a'/><rect fill='url(#1a)' style='stroke:url(\"#1a\")'/>") ==
      "<pattern id=\"_1a\"></pattern><rect fill=\"url(#_1a)\" style=\"stroke:url(#_1a)\"></rect>");
  CHECK(body("<style>#a\\:b{fill:red}</style><g id='a:b'/><g id='a-b'/>") ==
        "<style>#a-b-2{fill:red}</style><g id=\"a-b-2\"></g><g id=\"a-b\"></g>");
  CHECK(body("<g id='图层 1'/><g id=''/>") == "<g id=\"图层-1\"></g><g></g>");
}

TEST_CASE("SVG: of an id that stands twice the first is meant, and by styles all",
          "[assets][svg][ids]") {
  const std::string twice = "<g id='a' class='b'/><g id='a'/><use href='#a'/>";
  const std::string plain = cleaned(svg(twice));
  CHECK(holds(plain, "<g id=\"a\" class=\"b\"></g><g></g><use xlink:href=\"#a\">"));
  const std::string styled = cleaned(svg("<style>#a .c{fill:red}</style>" + twice));
  CHECK(holds(styled, "<style>.id-a:not(#_) .c{fill:red}</style>"));
  CHECK(holds(styled, "<g id=\"a\" class=\"b id-a\"></g><g class=\"id-a\"></g>"));
}

TEST_CASE("SVG: what points to no place points nowhere", "[assets][svg][ids]") {
  const std::string out =
      cleaned(svg("<use href='#no'/><use href='#'/><rect fill='url(#no)' stroke='url(#no) red'/>"
                  "<rect clip-path='url(#no)' style='fill:url(#no);filter:url(#no)'/>"
                  "<foreignObject><g id='no'/></foreignObject>"));
  CHECK_FALSE(holds(out, "#"));
  CHECK(holds(out, "<rect fill=\"none\" stroke=\"red\"></rect>"));
  CHECK(holds(out, "<rect style=\"fill:none;\"></rect>"));
}

TEST_CASE("SVG: only a paint paints, and only what is drawn is used", "[assets][svg][ids]") {
  const std::string out =
      cleaned(svg("<g id='a'/><pattern id='b'/><rect fill='url(#a)' stroke='url(#b)'/>"
                  "<use href='#a'/><use href='#b'/>"));
  CHECK(holds(out, "<rect fill=\"none\" stroke=\"url(#b)\">"));
  CHECK(holds(out, "<use xlink:href=\"#a\"></use><use></use>"));
}

TEST_CASE("SVG: href in both of its spellings is one reference", "[assets][svg]") {
  CHECK(holds(cleaned(svg("<g id='a'/><g id='b'/><use xlink:href='#a' href='#b'/>")),
              "<use xlink:href=\"#b\"></use>"));
}

TEST_CASE("SVG: what could not stay is told, by its line", "[assets][svg]") {
  const auto told = [](const std::string& body) {
    const Result<CleanSvg> clean = clean_svg(svg(body), kLimits);
    REQUIRE(clean);
    return clean->repairs.en;
  };
  CHECK(told("<g id='a'/><use href='#a'/><rect style='fill:red' filter='url(#a)'/>").empty());
  CHECK(told("\n<g id='a'/>\n<g id='a'/>") == "line 3 has the id \"a\" again");
  CHECK(told("\n<rect fill='url(https://u:p@example.com/)'/>") ==
        "line 2 has fill of what is outside the drawing: https://***@example.com/");
  CHECK(told("<style>\n@import 'x';\n</style>") ==
        "line 2 (style) has @import, which was left out");
  CHECK(told("<image href='a.png'/>") ==
        "line 1 has a picture that is not in the drawing, or is none: a.png");
  CHECK(told("<foreignObject><p>字</p></foreignObject>") ==
        "line 1 has words in a foreignObject, which a book cannot show");
  CHECK(told("<switch><foreignObject><p>字</p></foreignObject><text>字</text></switch>").empty());
  CHECK(holds(told("<g id='1'/><g id='2'/><g id='3'/><g id='4'/>"), "… 4 places in all"));
}

TEST_CASE("SVG: a declared entity ends the reading", "[assets][images.svg-xxe]") {
  for (const char* subset :
       {"<!ENTITY x SYSTEM 'file:///etc/passwd'>",
        "<!ENTITY % x SYSTEM 'https://example.com/x.dtd'> %x;", "<!ENTITY x 'y'>"}) {
    CAPTURE(subset);
    CHECK(cleaned("<!DOCTYPE svg [" + std::string(subset) + "]>" + svg("<text>&x;</text>")) ==
          "!image-refused");
  }
  // The document type that drawing programs write names a DTD, which is not read.
  CHECK(cleaned("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
                "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>" +
                svg("<rect/>"))
            .front() == '<');
}

TEST_CASE("SVG: XInclude includes nothing", "[assets][images.svg-xinclude]") {
  const std::string out = cleaned(
      svg("<text><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' "
          "parse='text'/></text>"));
  CHECK_FALSE(holds(out, "include"));
  CHECK_FALSE(holds(out, "passwd"));
}

TEST_CASE("SVG: billion laughs are not laughed", "[assets][images.svg-laughs]") {
  std::string subset = "<!ENTITY a0 'ha'>";
  for (int i = 1; i < 10; ++i) {
    subset += "<!ENTITY a" + std::to_string(i) + " '";
    for (int k = 0; k < 10; ++k)
      subset += "&a" + std::to_string(i - 1) + ";";
    subset += "'>";
  }
  CHECK(cleaned("<!DOCTYPE svg [" + subset + "]>" + svg("<text>&a9;</text>")) == "!image-refused");
}

TEST_CASE("SVG: ten uses of ten uses are counted before they are drawn",
          "[assets][images.svg-use-laughs]") {
  std::string body = "<g id='u0'><rect width='1' height='1'/></g>";
  for (int i = 1; i < 10; ++i) {
    body += "<g id='u" + std::to_string(i) + "'>";
    for (int k = 0; k < 10; ++k)
      body += "<use xlink:href='#u" + std::to_string(i - 1) + "'/>";
    body += "</g>";
  }
  CHECK(cleaned(svg(body)) == "!image-too-large");
  CHECK(cleaned(svg("<g id='a'><use href='#a'/></g>")) == "!image-too-large");
  CHECK(cleaned(svg("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>")) ==
        "!image-too-large");
  std::string filters = "<filter id='f'><feGaussianBlur stdDeviation='9'/></filter>";
  for (int i = 0; i < 1000; ++i)
    filters += "<rect filter='url(#f)'/>";
  CHECK(cleaned(svg(filters)) == "!image-too-large");
}

TEST_CASE("SVG: deep and huge drawings are refused in linear time",
          "[assets][images.svg-deep][images.svg-huge]") {
  std::string deep;
  for (int i = 0; i < 50'000; ++i)
    deep += "<g>";
  CHECK(cleaned(svg(deep)) == "!image-too-large");
  std::string many;
  for (int i = 0; i < 200'000; ++i)
    many += "<g/>";
  CHECK(cleaned(svg(many)) == "!image-too-large");
  CHECK(cleaned(svg(std::string(5u << 20, ' '))) == "!image-too-large");
}

TEST_CASE("SVG: what is no drawing is broken", "[assets][svg]") {
  for (const char* text : {"", "<svg", "<html/>", "<svg xmlns='http://example.com/'/>", "<g/>",
                           "<svg xmlns='http://www.w3.org/2000/svg'><rect></svg>", "text"}) {
    CAPTURE(text);
    CHECK(cleaned(text) == "!image-broken");
  }
}

TEST_CASE("SVG: its size is that of its attributes, else of its viewBox", "[assets][svg]") {
  const auto size = [](const std::string& attributes) {
    return clean_svg(svg("", attributes), kLimits)->size;
  };
  CHECK(size("width='20' height='10'") == PixelSize{{20}, {10}});
  CHECK(size("width='1in' height='36pt'") == PixelSize{{96}, {48}});
  CHECK(size("viewBox='0 0 40 30'") == PixelSize{{40}, {30}});
  CHECK(size("viewBox='0,0,40,30' width='80'") == PixelSize{{80}, {60}});
  CHECK(size("width='100%' height='100%' viewBox='0 0 7 5'") == PixelSize{{7}, {5}});
  CHECK(size("") == PixelSize{{300}, {150}});
  CHECK(size("width='-5' height='nan' viewBox='0 0 0 0'") == PixelSize{{300}, {150}});
}

TEST_CASE("SVG: it is drawn at the size that is wanted, and proven when it is read",
          "[assets][svg]") {
  const std::string half = svg("<rect x='10' width='10' height='10' fill='#f00'/>");
  const Result<Asset> asset = proven_picture(half, "", "a", false, kLimits);
  REQUIRE(asset);
  CHECK(asset->type == MediaType::svg);
  CHECK(asset->size == PixelSize{{20}, {10}});
  CHECK(to_core_type(*asset, kLimits)->bytes == asset->bytes);
  const Result<Pixels> pixels = decode_at(MediaType::svg, asset->bytes, {{200}, {200}}, kLimits);
  REQUIRE(pixels);
  CHECK(pixels->size == PixelSize{{200}, {100}});
  CHECK(pixels->alpha[50 * 200 + 50] == 0);
  CHECK(pixels->alpha[50 * 200 + 150] == 255);
  CHECK(pixels->samples[(50 * 200 + 150) * 3] == 255);
  CHECK(pixels->samples[(50 * 200 + 150) * 3 + 1] == 0);
}
