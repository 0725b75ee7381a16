#include "epub/check/check.h"

#include "tests/unit/epub_check/sound_book.h"

using namespace keben;
using namespace keben::test;
using Catch::Contains;

TEST_CASE("a sound book has no fault", "[check][epub-36]") {
  CHECK(found_in(sound_book()).empty());
}

TEST_CASE("references lead to files and places that exist", "[check][epub-36]") {
  CHECK_THAT(after("nav.xhtml", "#x", "#z"),
             Contains("epub/nav.xhtml:3 refers to no place: text/e1.xhtml#z"));
  CHECK_THAT(after("toc.ncx", "e1.xhtml", "e2.xhtml"),
             Contains("refers to no file: text/e2.xhtml"));
  CHECK_THAT(after("e1.xhtml", "../img", "img"), Contains("refers to no file: img/1.png"));
  CHECK_THAT(after("e1.xhtml", "../img/1.png", "https://a.example/1.png"),
             Contains("is fetched from the web"));
  CHECK_THAT(after("e1.xhtml", "href=\"#x\"", "href=\"../img/1.png\""),
             Contains("leads to no document"));
  CHECK_THAT(after("e1.xhtml", "https://a.example/", "file:///etc/passwd"),
             Contains("has a bad address"));
  CHECK_THAT(after("e1.xhtml", "https://a.example/", "https://a.example:99999/"),
             Contains("has a bad address"));
  CHECK(after("e1.xhtml", "https://a.example/", "https://u:p@[::1]:443/?a:b").empty());
  CHECK(after("e1.xhtml", "href=\"#x\"", "href=\"%65%31.xhtml#%78\"").empty());  // e1.xhtml#x
}

TEST_CASE("a link leads to what is read in order", "[check]") {
  CHECK_THAT(after("e1.xhtml", "href=\"#x\"", "href=\"../nav.xhtml\""),
             Contains("leads to a document that is not in the spine"));
}

TEST_CASE("ids are met once", "[check]") {
  CHECK_THAT(after("e1.xhtml", "<p>", "<p id=\"x\">"), Contains("the id x stands twice"));
}

TEST_CASE("the manifest lists each file once, as what it is", "[check][epub-14]") {
  const std::string item = "<item id=\"p1\" href=\"img/1.png\" media-type=\"image/png\"/>";
  CHECK_THAT(after("package.opf", item, ""), Contains("epub/img/1.png is not in the manifest"));
  CHECK_THAT(after("package.opf", item, item + item), Contains("lists a file twice"));
  CHECK_THAT(after("package.opf", "img/1.png", "img/2.png"), Contains("lists no file: img/2.png"));
  CHECK_THAT(after("package.opf", "image/png", "image/jpeg"),
             Contains("epub/img/1.png is not what its media type says"));
  CHECK_THAT(after("1.png", "PNG", "GIF"), Contains("is not what its media type says"));
}

TEST_CASE("an item's properties are what its document holds", "[check][epub-14]") {
  CHECK_THAT(after("e1.xhtml", "<p>", "<p><svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
             Contains("do not agree with it: svg"));
  CHECK_THAT(after("e1.xhtml", "<p>", "<p onclick=\"a()\">"),
             Contains("do not agree with it: scripted"));
  CHECK_THAT(after("package.opf", "href=\"text/e1.xhtml\" ",
                   "href=\"text/e1.xhtml\" properties=\"mathml\" "),
             Contains("do not agree with it: mathml"));
}

TEST_CASE("a sentence names the file and the line, in both languages", "[check]") {
  const epub::Finding finding{"a.xhtml", 7, "epub-xml", {"不合式", "is broken"}};
  CHECK(epub::sentence(finding, UiLanguage::en) == "a.xhtml:7 is broken");
  CHECK(epub::sentence({"", 0, "epub-container", {"坏了", "is broken"}}, UiLanguage::zh) == "坏了");
}

TEST_CASE("the same findings with one job and with eight", "[check][determinism]") {
  std::vector<SoundFile> files = sound_book();
  files[1].content += "<";
  files[4].content += "&";
  std::vector<epub::CheckedFile> checked;
  for (const SoundFile& file : files)
    checked.push_back({file.name, file.content});
  CHECK(epub::check_files(checked, "epub/package.opf", Jobs{1}) ==
        epub::check_files(checked, "epub/package.opf", Jobs{8}));
}
