#include "pdf/style/stylesheet.h"

#include <catch2/catch.hpp>

using namespace keben;
using namespace keben::pdf;

namespace {

fonts::Family quoting_face(const char* language) {
  return style::make_stylesheet({}, {}, *model::parse_language(language)).quote.face.family;
}

}  // namespace

TEST_CASE("quotations speak in Kai to Chinese readers, and in the text's own face to Western ones",
          "[pdf_style][6.6]") {
  CHECK(quoting_face("zh-CN") == fonts::Family::kai);
  CHECK(quoting_face("zh-HK") == fonts::Family::kai);
  CHECK(quoting_face("en") == fonts::Family::song);
}
