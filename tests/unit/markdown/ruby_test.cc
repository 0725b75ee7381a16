#include <catch2/catch.hpp>
#include <sstream>

#include "markdown/read.h"
#include "model/inline.h"

using namespace keben;

namespace {

std::string paragraph_of(const std::string& markdown) {
  SourceMap sources;
  Diagnostics log;
  const FileId file = sources.add("a.md", markdown);
  Result<model::Document> document = markdown::parse(sources, file, {}, log);
  REQUIRE(document);
  markdown::interpret(*document, sources, {}, log);
  return model::plain_text(std::get<model::Paragraph>(document->blocks.at(0).is).content);
}

}  // namespace

TEST_CASE("brackets for readers that know no ruby are in no book", "[markdown][ruby]") {
  CHECK(paragraph_of("叫<ruby>写样<rp>（</rp><rt>xiě yàng</rt><rp>）</rp></ruby>，校对无误。\n") ==
        "叫写样，校对无误。");
}
