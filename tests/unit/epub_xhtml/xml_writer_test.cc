#include "epub/xhtml/xml_writer.h"

#include <catch2/catch.hpp>

using namespace keben::epub;

namespace {

std::string written(const std::string& words) {
  XmlWriter out;
  write_element(out, "p", {{"title", words}}, words);
  const std::string file = out.finish();
  return file.substr(file.find('\n') + 1);
}

}  // namespace

TEST_CASE("a file begins with its declaration and ends with a newline", "[xhtml][epub-19]") {
  XmlWriter out("DOCTYPE html");
  write_void(out, "html");
  CHECK(out.finish() == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html/>\n");
}

TEST_CASE("an empty element keeps both of its tags", "[xhtml][epub-19]") {
  CHECK(written("") == "<p title=\"\"></p>\n");
}

TEST_CASE("markup in words is words", "[xhtml]") {
  CHECK(written("a<b>&\"c\"") ==
        "<p title=\"a&lt;b&gt;&amp;&quot;c&quot;\">a&lt;b&gt;&amp;\"c\"</p>\n");
}

TEST_CASE("a character that XML forbids becomes U+FFFD, and nothing else changes",
          "[xhtml][xml-2.2]") {
  CHECK(written("一\x01二\x1B\r三") == "<p title=\"一�二��三\">一�二��三</p>\n");
  CHECK(written("\uFFFE，\uFFFF") == "<p title=\"�，�\">�，�</p>\n");
  CHECK(written("\t\n，ﾟ\uFFFD") == "<p title=\"\t\n，ﾟ\uFFFD\">\t\n，ﾟ\uFFFD</p>\n");
}
