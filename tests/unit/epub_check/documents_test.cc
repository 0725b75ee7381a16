// Content documents, navigation, NCX, package and stylesheets, each with one thing gone wrong.
#include "tests/unit/epub_check/sound_book.h"

using namespace keben;
using namespace keben::test;
using Catch::Contains;

TEST_CASE("XML is well formed", "[check][xml]") {
  CHECK_THAT(after("e1.xhtml", "</p>", ""),
             Contains("epub/text/e1.xhtml:4 is not well-formed XML"));
  CHECK_THAT(after("e1.xhtml", "甲", "&nbsp;"), Contains("undefined entity"));
  CHECK_THAT(after("package.opf", "</manifest>", ""), Contains("mismatched tag"));
  CHECK_THAT(after("e1.xhtml", "甲", "\x01"), Contains("not well-formed"));
}

TEST_CASE("elements stand where HTML lets them", "[check][content]") {
  CHECK_THAT(after("e1.xhtml", "甲", "<p>甲</p>"), Contains("<p> cannot stand in <p>"));
  CHECK_THAT(after("e1.xhtml", "<li>丁</li>", "丁"), Contains("<ul> cannot hold text"));
  CHECK_THAT(after("e1.xhtml", "甲", "<font>甲</font>"), Contains("no such element: <font>"));
  CHECK_THAT(after("e1.xhtml", "乙", "<a href=\"#x\">乙</a>"),
             Contains("nested where it must not"));
  CHECK_THAT(after("e1.xhtml", "甲", "<ruby>甲</ruby>"), Contains("the content of <ruby>"));
  CHECK_THAT(after("e1.xhtml", "<ul>", "<table><tr><td>一</td></tr><thead/></table><ul>"),
             Contains("the content of <table>"));
  CHECK_THAT(after("e1.xhtml", "<title>题</title>", ""), Contains("the content of <head>"));
  CHECK(after("e1.xhtml", "甲", "<ruby>甲<rp>（</rp><rt>jiǎ</rt><rp>）</rp></ruby>").empty());
  CHECK(after("e1.xhtml", "<ul>", "<dl><dt>一</dt><dd><p>二</p></dd></dl><ul>").empty());
}

TEST_CASE("attributes are HTML's, with values that it knows", "[check][content]") {
  CHECK_THAT(after("e1.xhtml", "<p>", "<p align=\"left\">"), Contains("has no attribute align"));
  CHECK_THAT(after("e1.xhtml", "<p>", "<p dir=\"up\">"), Contains("cannot have dir \"up\""));
  CHECK_THAT(after("e1.xhtml", "<p>", "<p lang=\"zh_CN\">"), Contains("cannot have lang"));
  CHECK_THAT(after("e1.xhtml", "xml:lang=\"zh-CN\"", "xml:lang=\"en\""),
             Contains("xml:lang differ"));
  CHECK_THAT(after("e1.xhtml", "doc-chapter", "doc-noteref"), Contains("cannot have role"));
  CHECK_THAT(after("e1.xhtml", "labelledby=\"x\"", "labelledby=\"y\""),
             Contains("there is no id y"));
  CHECK_THAT(after("e1.xhtml", "epub:type=\"chapter\"", "epub:type=\"a:b\""),
             Contains("cannot have type"));
  CHECK_THAT(after("e1.xhtml", "epub:type=\"chapter\"", "epub:type=\"\""),
             Contains("cannot have type"));
  CHECK_THAT(after("e1.xhtml", "src=\"../img/1.png\" ", ""), Contains("lacks the attribute src"));
  CHECK_THAT(after("e1.xhtml", " alt=\"戊\"", ""), Contains("lacks the attribute alt"));
}

TEST_CASE("a table of contents has its strict form", "[check][nav]") {
  CHECK_THAT(after("nav.xhtml", "epub:type=\"toc\"", "epub:type=\"loi\""),
             Contains("has not exactly one toc"));
  CHECK_THAT(after("nav.xhtml", ">一<", "> <"), Contains("an entry has no words"));
  CHECK_THAT(after("nav.xhtml", "</li>", "<p>二</p></li>"), Contains("an entry is not a link"));
  CHECK_THAT(after("nav.xhtml", "</ol>", "</ol><p>二</p>"), Contains("a nav is not"));
  CHECK_THAT(after("nav.xhtml", "<a href=\"text/e1.xhtml#x\">一</a>", "<span>一</span>"),
             Contains("an entry is not a link"));
}

TEST_CASE("an NCX names the same book", "[check][ncx]") {
  CHECK_THAT(after("toc.ncx", "c913", "c914"), Contains("is not the package's identifier"));
  CHECK_THAT(after("toc.ncx", "<docTitle><text>题</text></docTitle>", ""),
             Contains("<ncx> lacks docTitle"));
  CHECK_THAT(after("toc.ncx", "playOrder=\"1\"", "playOrder=\"i\""), Contains("is no number"));
  CHECK_THAT(after("toc.ncx", " id=\"n1\"", ""), Contains("lacks the attribute id"));
}

TEST_CASE("the package says what must be said, once", "[check][package]") {
  CHECK_THAT(after("package.opf", "<dc:title id=\"t\">题</dc:title>", ""),
             Contains("lacks dc:title") && Contains("refines nothing: #t"));
  CHECK_THAT(after("package.opf", ">题<", "> <"), Contains("dc:title is empty"));
  CHECK_THAT(after("package.opf", "T00:00:00Z", ""), Contains("dcterms:modified is no moment"));
  CHECK_THAT(after("package.opf", "unique-identifier=\"id\"", "unique-identifier=\"t\""),
             Contains("names no dc:identifier"));
  CHECK_THAT(after("package.opf", "title-type", "title-kind"), Contains("no such property"));
  CHECK_THAT(after("package.opf", "title-type", "x:type"), Contains("the prefix is not declared"));
  CHECK_THAT(after("package.opf", "properties=\"nav\"", ""), Contains("has not exactly one nav"));
  CHECK_THAT(after("package.opf", "toc=\"ncx\"", ""), Contains("its spine has no toc"));
  CHECK_THAT(after("package.opf", "idref=\"e1\"", "idref=\"e9\""), Contains("has no item e9"));
  CHECK_THAT(after("package.opf", "idref=\"e1\"", "idref=\"e1\" linear=\"no\""),
             Contains("has nothing to read in order"));
  CHECK_THAT(after("package.opf", "<itemref idref=\"e1\"/>",
                   "<itemref idref=\"e1\"/><itemref idref=\"e1\"/>"),
             Contains("reads e1 twice"));
}

TEST_CASE("stylesheets end what they begin", "[check][css]") {
  CHECK_THAT(after("a.css", "}", ""), Contains("epub/a.css:1 a brace is not closed"));
  CHECK_THAT(after("a.css", "}", "}}"), Contains("a brace closes nothing"));
  CHECK_THAT(after("a.css", "margin: 0", "margin"), Contains("a declaration is no pair"));
  CHECK_THAT(after("a.css", "margin: 0", "content: \"a"), Contains("a string does not end"));
  CHECK_THAT(after("a.css", "margin: 0", "background: url(no.png)"), Contains("refers to no file"));
  CHECK_THAT(after("a.css", "margin: 0", "direction: rtl"), Contains("EPUB forbids direction"));
  CHECK_THAT(after("a.css", "margin: 0", "c: u\\72l(https://a.example/b)"),
             Contains("is fetched from the web: https://a.example/b"));
  CHECK_THAT(after("a.css", "p {", "@\\69mport 'no.css'; p {"), Contains("refers to no file"));
  CHECK_THAT(after("a.css", "margin: 0", "c: image-set('https://a.example/b' 1x)"),
             Contains("is fetched from the web"));
  CHECK_THAT(after("a.css", "margin: 0", "\\64irection: rtl"), Contains("EPUB forbids direction"));
  CHECK_THAT(after("a.css", "p {", "@charset 'gbk'; p {"), Contains("is not in UTF-8"));
  CHECK(after("a.css", "p {", "@namespace url(http://a.example/b); p {").empty());
  CHECK(after("a.css", "margin: 0", "c: url(data:image/png;base64,AAAA)").empty());
  CHECK(after("a.css", "p {", "/* } */ @media print { p { margin: 0; } } p {").empty());
}

TEST_CASE("styles in a document are held to the same rules as files of styles", "[check][css]") {
  CHECK_THAT(after("e1.xhtml", "<p>", "<p style=\"b: url(no.png)\">"),
             Contains("e1.xhtml:4 refers to no file: no.png"));
  CHECK_THAT(after("e1.xhtml", "<p>", "<p style=\"b\">"), Contains("a declaration is no pair: b"));
  CHECK_THAT(after("e1.xhtml", "<title>", "<style>p{b:src('https://a.example/')}</style><title>"),
             Contains("is fetched from the web"));
  CHECK(after("e1.xhtml", "<p>", "<p style=\"color: red\">").empty());
}

TEST_CASE("a drawing's ids are names, and its paints are there", "[check][svg]") {
  const auto drawn = [](const std::string& body) {
    const std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">" + body + "</svg>";
    std::vector<SoundFile> files = sound_book();
    for (SoundFile& file : files) {
      const std::string item = "<item id=\"p1\" href=\"img/1.png\" media-type=\"image/png\"/>";
      if (const std::size_t at = file.content.find(item); at != std::string::npos)
        file.content.insert(at, "<item id=\"s\" href=\"img/s.svg\" media-type=\"image/svg+xml\"/>");
    }
    files.push_back({"epub/img/s.svg", svg});
    return found_in(files);
  };
  CHECK(drawn("<g id=\"图层_1\"/><rect fill=\"url(#图层_1) red\"/>").empty());
  for (const char* id : {"1a", "a b", "a:b", ""})
    CHECK_THAT(drawn("<g id=\"" + std::string(id) + "\"/>"), Contains("<g> cannot have id"));
  CHECK_THAT(drawn("<rect fill=\"url(#a)\"/>"), Contains("refers to no place: #a"));
  CHECK_THAT(drawn("<rect style=\"fill:u\\72l(https://a.example/)\"/>"), Contains("from the web"));
  CHECK_THAT(drawn("<style>@import 'https://a.example/';</style>"), Contains("from the web"));
}
