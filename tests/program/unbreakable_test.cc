// Rule by rule of the checker of EPUBs (epub/check): what of an author's could break it, from each
// door by which it comes in. The book is made, and the author told at the line.
//
// What has no row here comes from no text: roles, epub:type, the container's headers and the like
// are written by us alone (tests/unit/epub_check breaks those).
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/program/desk.h"
#include "tests/support/tiny_png.h"

using namespace keben::test;

namespace {

struct Row {
  std::string door;     // by which it comes in
  std::string text;     // a.md
  std::string message;  // the code with its severity and place, or empty: nothing is lost
  std::vector<std::pair<std::string, std::string>> files = {};
  std::vector<std::string> flags = {};
};

/// Makes the EPUB of each row, and looks at how it ended.
void hold(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const Desk desk;
    desk.write("a.md", row.text);
    desk.write("a.png", tiny_png(2, 2, {1, 2, 3}));
    for (const auto& [name, content] : row.files)
      desk.write(name, content);
    std::vector<std::string> arguments = {"a.md", "-o",        "a.epub",    "--cover",
                                          "none", "--offline", "--ui-lang", "en"};
    arguments.insert(arguments.end(), row.flags.begin(), row.flags.end());
    const Ended run = desk.keben(arguments);
    INFO(row.door << "\n" << row.text << "\n" << run.err);
    CHECK(run.code == 0);
    CHECK_FALSE(has(run.err, "epub-invalid"));
    CHECK_FALSE(desk.read("a.epub").empty());
    if (!row.message.empty()) CHECK(has(run.err, row.message));
  }
}

Row drawing(const std::string& door, const std::string& body, const std::string& message) {
  return {door,
          "# 题\n\n![图](a.svg)\n",
          message,
          {{"a.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' "
            "viewBox='0 0 9 9'>" +
                body + "</svg>"}}};
}

Row sheet(const std::string& css, const std::string& message) {
  return {"--css", "# 题\n\n文。\n", message, {{"a.css", css}}, {"--css", "a.css"}};
}

const std::string kMended = "a.md:3:1: warning[image-mended]";

}  // namespace

TEST_CASE("rule: XML is well formed", "[unbreakable][epub-xml]") {
  hold({
      {"bytes", "# 题\n\n甲\x01乙\xEF\xBF\xBE\n", "a.md:3:2: warning[characters-unusable]"},
      {"references", "# 题\n\n甲&#1;&#xFFFE;乙\n", "a.md:3:1: warning[characters-unusable]"},
      {"a reference in HTML", "# 题\n\n<b>甲&#2;</b>\n", "a.md:3:4: warning[characters-unusable]"},
      {"a link's title", "# 题\n\n[甲](http://a.cn \"&#3;\")\n", "warning[characters-unusable]"},
      {"front matter", "---\ntitle: \"甲\\u0001\"\n---\n\n文\n",
       "a.md:2:8: warning[characters-unusable]"},
      {"entities that XML has not", "# 题\n\n&nbsp;&copy;&bogus; ]]> <![CDATA[ <!-- -- -->\n", ""},
      drawing("SVG", "<rect/>&#1;", "warning[image-broken]"),
  });
}

TEST_CASE("rule: elements stand where HTML lets them", "[unbreakable][epub-content]") {
  hold({
      {"HTML", "<p>甲<p>乙<div>丙</p></div><ul>丁<li>戊<ol>己</ol></ul>\n", ""},
      {"HTML", "<table><caption><table><tr><td>甲</table></caption><td>乙</table>\n", ""},
      {"a link in a link", "[甲 [乙](http://a.cn/) 丙](http://b.cn/)\n", ""},
      {"a link in a link", "<a href=http://a.cn/>甲<a href=http://b.cn/>乙</a></a>\n", ""},
      {"a note in a link", "[甲[^1]](http://a.cn/)\n\n[^1]: 注\n", ""},
      {"a missing picture in a link",
       "<figure><a href=\"http://a.cn/\"><img src=a.png><img src=http://b.cn/b.png></a></figure>\n",
       "a.md:1:1: warning[image-offline]"},
      {"blocks in a heading", "<h2><p>甲</p><ul><li>乙</ul></h2>\n", ""},
      {"forms and frames", "<form><input>甲</form><iframe src=\"http://a.cn/\"></iframe>\n", ""},
      {"drawings", "<svg><g id=a /><g id=a /></svg>\n\n文\n", "a.md:1:1: warning[html-dropped]"},
  });
}

TEST_CASE("rule: what an element holds is whole and in order", "[unbreakable][epub-content]") {
  hold({
      {"no reading", "这里有<ruby>汉字 hanzi</rt></ruby>一词。\n",
       "a.md:1:4: warning[ruby-unread]"},
      {"no reading", "这里有<ruby>汉字</ruby>一词。\n", "a.md:1:4: warning[ruby-unread]"},
      {"a ruby left open", "文\n\n<ruby>甲\n\n文\n", "a.md:3:1: warning[ruby-unread]"},
      {"an empty reading", "<ruby>甲<rp>(</rp><rt> </rt><rp>)</rp></ruby>\n",
       "a.md:1:1: warning[ruby-unread]"},
      {"nothing at all", "文<ruby></ruby>\n", "a.md:1:2: warning[ruby-unread]"},
      {"a reading of nothing", "<ruby><rt>jiǎ</rt></ruby>\n", "a.md:1:1: warning[ruby-unread]"},
      {"words left over", "<ruby>甲<rt>jiǎ</rt>乙</ruby>\n", ""},
      {"brackets alone", "<ruby>甲<rp>（<rt>jiǎ</ruby>\n", ""},
      {"tables", "<table><tfoot><tr><td>甲</tfoot><thead><tr><td>乙</thead></table>\n", ""},
      {"tables", "文\n\n<table></table>\n\n<table><tr></tr></table>\n", ""},
      {"definitions", "<dl><dd>甲</dd><dt></dt><dd>乙</dd><dt>丙</dt></dl>\n", ""},
      {"definitions", "文\n\n<dl></dl>\n", ""},
      {"figures",
       "<figure><figcaption>甲</figcaption><img src=a.png><figcaption>乙</figcaption></figure>\n",
       ""},
      {"details", "文\n\n<details></details><details>甲<summary></summary></details>\n", ""},
  });
}

TEST_CASE("rule: attributes have values that HTML knows", "[unbreakable][epub-content]") {
  hold({
      {"a list's start", "<ol start=\"4294967295\"><li>甲</ol>\n", "a.md:1:1: warning[html-value]"},
      {"a list's start", "<ol start=\"-1\"><li>甲</ol>\n", "a.md:1:1: warning[html-value]"},
      {"spans", "<table><tr><td colspan=0 rowspan=99999>甲</table>\n", ""},
      {"a picture's width", "![图|99999999999](a.png)\n", ""},
      {"a picture's width", "<img src=a.png alt=图 width=nan>\n", ""},
      {"a picture without a place", "文<img>![]()\n", "warning[image-missing]"},
      {"lang of HTML", "<span lang=\"en-a\">甲</span><span lang=\"zh_CN\">乙</span>\n", ""},
      {"lang of front matter", "---\nlang: en-US-US\n---\n\n文\n",
       "a.md:2:7: warning[language-malformed]"},
      {"a code's language", "```a\"<b\n甲\n```\n", ""},
      {"writing from the right", "---\nlang: ar\n---\n\nשלום\n", ""},
  });
}

TEST_CASE("rule: an id is one word, and stands once", "[unbreakable][epub-content]") {
  hold({
      {"headings", "## 甲 {#a}\n\n## 乙 {#a}\n\n## 丙 {#a:b}\n\n## 丁 {#1}\n", ""},
      {"headings that take ours", "## 甲 {#e1}\n\n## 乙 {#e1b1}\n\n> [!NOTE]\n> 丙\n", ""},
      {"pages of the printed book",
       "## 甲 {#page-1}\n\n## 乙 {#page-2}\n",
       "",
       {},
       {"-o", "a.pdf"}},
      {"anchors", "<a id=\"x y\"></a>\n\n## 甲\n\n<a name=\"a\"></a>\n\n## 乙 {#a}\n", ""},
      {"notes", "甲[^1][^1]乙[^1]\n\n[^1]: 丙[^1]\n\n[^1]: 丁\n", "warning[note-duplicate]"},
      drawing("SVG", "<g id='a'/><g id='a'/>", kMended),
      drawing("SVG", "<g id='Group 1'/>", kMended),
      drawing("SVG", "<g id='1a'/>", kMended),
      drawing("SVG", "<g id='a:b'/>", kMended),
      drawing("SVG", "<g id='图　层'/>", kMended),
      drawing("SVG", "<g id=''/>", ""),
  });
}

TEST_CASE("rule: an address is one, and leads to something", "[unbreakable][epub-reference]") {
  const std::string unusable = "a.md:1:1: warning[link-unusable]";
  hold({
      {"a password", "[甲](http://u:p@e.x/)\n", "a.md:1:1: warning[address-secret]"},
      {"a password", "文 http://u:p@e.x/b 文\n", "a.md:1:3: warning[address-secret]"},
      {"a password", "http://u:p@e.x/b\n", "a.md:1:1: warning[address-secret]"},
      {"a password", "<a href=\"ftp://u:p@e.x\">甲</a>[乙][c]\n\n[c]: //u@e.x/\n",
       "a.md:1:1: warning[address-secret]"},
      {"a port", "[甲](http://a.cn:99999/)\n", unusable},
      {"a host", "[甲](http://a..cn/) [乙](http://[::1/) [丙](http://)\n", unusable},
      {"a host of another scheme", "[甲](geo://\"x\"/y)\n", unusable},
      {"a scheme", "[甲](foo:bar)\n", unusable},
      {"a scheme that runs programs", "[甲](javascript:alert)\n", "a.md:1:1: warning[link-unsafe]"},
      {"spaces and brackets", "[甲](<http://a.cn/ b[c]|{d}^`e>)\n", ""},
      {"percent signs", "[甲](http://a.cn/%zz) [乙](http://a.cn/%)\n", ""},
      {"a file that is not there", "[甲](../../b.md?c#d)\n", "a.md:1:1: warning[link-dead]"},
      {"a place that is not there", "[甲](#no) [乙](#%zz)\n", "a.md:1:1: warning[link-dead]"},
      {"front matter", "---\nsite: https://a.cn:99999/\nslug: \"a b\"\n---\n\n[甲](/b)\n", ""},
      {"front matter", "---\nurl: https://u:p@a.cn/b\n---\n\n文\n",
       "a.md:2:6: warning[address-secret]"},
      drawing("SVG", "<use href='#no'/>", kMended),
      drawing("SVG", "<use xlink:href='#a b'/><use href='#%zz'/>", kMended),
      drawing("SVG", "<rect fill='url(#no)'/>", kMended),
      drawing("SVG", "<rect fill='url(http://a.cn/)'/>", kMended),
      drawing("SVG", "<image href='http://a.cn/b.png'/>", kMended),
      drawing("SVG", "<style>rect{fill:u\\72l(http://a.cn/)}</style>", kMended),
      drawing("SVG", "<style>@\\69mport 'http://a.cn/';</style>", kMended),
      drawing("SVG", "<rect style='fill:src(\"http://a.cn/\")'/>", kMended),
      drawing("SVG", "<g id='a'/><use href='#a' xlink:href='#a'/>", ""),
      sheet("p{b:url(c.png)}", "a.css:1:1: warning[css-dropped]"),
      sheet("p{color:red}\np{b:u\\72l(http://a.cn/)}", "a.css:2:1: warning[css-dropped]"),
      sheet("@\\69mport 'http://a.cn/';", "a.css:1:1: warning[css-dropped]"),
      sheet("p{b:image-set('http://a.cn/' 1x)}", "a.css:1:1: warning[css-dropped]"),
      sheet("p{b:src('http://a.cn/')}", "a.css:1:1: warning[css-dropped]"),
      sheet("@font-face{font-family:a;src:url(a.ttf)}", "a.css:1:1: warning[css-dropped]"),
      sheet("@document url(http://a.cn){p{b:c}}", "a.css:1:1: warning[css-dropped]"),
      sheet("p{b:url(data:image/png;base64,AAAA)}", ""),
      sheet("p{b:url(#c)}", "a.css:1:1: warning[css-dropped]"),
      sheet("@namespace url(http://www.w3.org/1999/xhtml);", ""),
  });
}

TEST_CASE("rule: styles say what they say", "[unbreakable][epub-style]") {
  hold({
      sheet("p{direction:rtl}", "a.css:1:1: warning[css-dropped]"),
      sheet("p{unicode\\-bidi:embed}", "a.css:1:1: warning[css-dropped]"),
      sheet("p{color}", "a.css:1:1: warning[css-dropped]"),
      sheet("p{*zoom:1}", "a.css:1:1: warning[css-dropped]"),
      sheet("p{color:red;;}", ""),
      sheet("@charset \"gbk\";p{color:red}", ""),
      sheet("\xEF\xBB\xBFp{content:'}'}", ""),
      drawing("SVG", "<style>rect{fill:red</style>", ""),
      drawing("SVG", "<style>rect{fill:red}}</style>", kMended),
      drawing("SVG", "<style>rect{direction:rtl}</style>", kMended),
      drawing("SVG", "<rect style='fill'/>", kMended),
  });
}

TEST_CASE("rule: the package says what must be said", "[unbreakable][epub-package]") {
  const std::string text = "文。\n";
  const auto front = [](const std::string& line) { return "---\n" + line + "\n---\n\n文。\n"; };
  hold({
      {"front matter", front("title: \" \"\nauthor: [\" \", \"、\"]\ntags: [\"\", \" \"]"), ""},
      {"front matter", front("title: \"\\u0001\"\nauthor: \"\\u0001\"\npublisher: \"\\u0002\""),
       "a.md:2:8: warning[characters-unusable]"},
      {"front matter", front("title: ——\nseries: \" \"\nsubtitle: \"\\t\""), ""},
      {"front matter", front("series: 丛书\norder: 1.2.3"), ""},
      {"front matter", front("isbn: 123"), "a.md:2:7: warning[isbn-malformed]"},
      {"front matter", front("date: 9999-12-31T23:59:59-12:00"), ""},
      {"front matter", front("date: 2025-02-31"), "a.md:2:7: warning[date-malformed]"},
      {"front matter", front("title: \"<b> & ]]> \\\"\""), ""},
  });
}

TEST_CASE("rule: an entry of the contents has words", "[unbreakable][epub-nav][epub-ncx]") {
  hold({
      {"headings", "## \n\n## &nbsp;\n\n## ![](a.png)\n\n## <br>\n\n## &#12;\n\n## `` ` ``\n\n文\n",
       ""},
      {"headings in boxes", "> [!NOTE]\n> ## 甲\n\n- ## 乙\n\n| 甲 |\n|-|\n| <h2>丙</h2> |\n", ""},
      {"a heading of a note alone", "## [^1]\n\n[^1]: 注\n", ""},
  });
}

TEST_CASE("rule: media are what they are called", "[unbreakable][epub-media]") {
  hold({
      {"pictures",
       "![图](b.png)\n",
       "a.md:1:1: warning[image-broken]",
       {{"b.png", "<html></html>"}}},
      {"pictures", "![图](b.jpg)\n", "", {{"b.jpg", tiny_png(2, 2, {1, 2, 3})}}},
      {"a cover",
       "---\ncover: b.png\n---\n\n文\n",
       "warning[image-broken]",
       {{"b.png", "no picture"}}},
  });
}

TEST_CASE("rule: files have names that a container may have", "[unbreakable][epub-container]") {
  for (const char* name : {" .md", "\xFF.md", "\x01.md", "a'\"<&>:*.md", "　.md", "..md"}) {
    const Desk desk;
    desk.write(name, "文。\n\n![图](图*?.png)\n");
    desk.write("图*?.png", tiny_png(2, 2, {1, 2, 3}));
    const Ended run = desk.keben({name, "-o", "a.epub", "--cover", "none"});
    INFO(run.err);
    CHECK(run.code == 0);
  }
  const Desk desk;
  for (const char* folder : {" ", "\xFF", "\x02", "　"}) {
    desk.write(std::string("f/") + folder + "/a.md", "文。\n");
    desk.write(std::string("f/") + folder + "/b.md", "文。\n");
  }
  const Ended run = desk.keben({"f", "-o", "a.epub", "--cover", "none"});
  INFO(run.err);
  CHECK(run.code == 0);
  CHECK(has(run.err, "characters-unusable"));
}

TEST_CASE("rule: what a flag says is a line of words", "[unbreakable]") {
  const Desk desk;
  desk.write("a.md", "文。\n");
  for (const char* flag : {"--title", "--author"}) {
    for (const char* words : {" ", "\n", "", "\xFF", "\x01"})
      CHECK(desk.keben({"a.md", "-o", "a.epub", flag, words}).code == 2);
  }
  CHECK(desk.keben({"a.md", "-o", "a.epub", "--lang", "en-a"}).code == 2);
}
