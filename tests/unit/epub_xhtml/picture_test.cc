#include <catch2/catch.hpp>

#include "tests/unit/epub_xhtml/rendered.h"

using namespace keben;
using namespace keben::test;
using namespace keben::model;
using Catch::Contains;

TEST_CASE("a picture alone is a figure with its caption", "[xhtml][epub-24]") {
  const Rendered out = render(Blocks{figure("a.png", "湖心亭", "雪")});
  CHECK_THAT(out.file, Contains("<figure>\n<img src=\"../img/0001.png\" alt=\"湖心亭\"/>\n"
                                "<figcaption>雪</figcaption>\n</figure>"));
  CHECK(out.facts.all_described);
  CHECK(out.facts.pictures.size() == 1);
}

TEST_CASE("a caption describes where the alt text does not; else the reader is told of it",
          "[xhtml][epub-11]") {
  CHECK_THAT(body_of({figure("a.png", "image.png", "湖心亭")}), Contains("alt=\"湖心亭\""));
  const Rendered out = render(Blocks{figure("a.png", "image.png")});
  CHECK_THAT(out.file, Contains("alt=\"图\""));
  CHECK_FALSE(out.facts.all_described);
  REQUIRE(out.log.all().size() == 1);
  CHECK(out.log.all()[0].code == "image-undescribed");
  CHECK(out.log.all()[0].severity == Severity::note);
}

TEST_CASE("in place of a missing picture stand its words and its address", "[xhtml][epub-24]") {
  CHECK(body_of({figure("https://u:secret@a.b/图.png?x", "湖")}) ==
        "<figure class=\"missing\">\n"
        "<p><strong>图片缺失</strong>　湖</p><p class=\"address\">"
        "<a href=\"https://a.b/%E5%9B%BE.png?x\">https://a.b/%E5%9B%BE.png?x</a></p>\n"
        "</figure>\n");
  CHECK_THAT(body_of({figure("missing.png", "")}),
             Contains("<p class=\"address\">missing.png</p>"));
  CHECK(body_of({figure("missing.png", "湖", "湖")}) ==
        "<figure class=\"missing\">\n<p><strong>图片缺失</strong></p>"
        "<p class=\"address\">missing.png</p>\n<figcaption>湖</figcaption>\n</figure>\n");
  CHECK_THAT(body_of(Inlines{image("missing.png", "印")}),
             Contains("<span class=\"missing\">［图片缺失　印］</span>"));
  CHECK(render(Blocks{figure("missing.png", "湖")}).facts.pictures.empty());
}

TEST_CASE("a wished width is a class or HTML's own attribute, never a style", "[xhtml][kobo]") {
  Block picture = figure("a.png", "湖心亭");
  SizeHint& width = std::get<Figure>(picture.is).images[0].width;
  width = {47, SizeHint::Unit::percent};
  CHECK_THAT(body_of(Blocks{picture}), Contains("class=\"w45\""));
  width = {90, SizeHint::Unit::pt};
  CHECK_THAT(body_of(Blocks{picture}), Contains("width=\"120\""));
}

TEST_CASE("the address of a missing picture is no link inside a link", "[xhtml][links]") {
  Block two = figure("a.png", "有");
  Figure& pictures = std::get<Figure>(two.is);
  pictures.images.push_back(std::get<Figure>(figure("https://a.b/c.png", "无").is).images[0]);
  pictures.images[1].id = {7};  // no picture answers to it
  pictures.link = LinkTarget{{}, "https://a.b/", {}};
  const std::string out = body_of({two});
  CHECK_THAT(out, Contains("<a href=\"https://a.b/\">") && Contains("无］"));
  CHECK(out.find("<a", out.find("<a") + 1) == std::string::npos);
}
