#include "app/replaced_text.h"

#include <catch2/catch.hpp>

#include "tests/support/build.h"

using namespace keben;
using namespace keben::app;
using namespace keben::test;

namespace {

/// Two texts, of which the second holds what no reader of ours makes: words without their reading.
Preparation prepared() {
  model::Block unread = paragraph({{{}, model::Ruby{{{"乙", ""}}}}});
  unread.at = {5, 5, 1, 1, {3}};
  model::Collection both;
  both.documents = {essay("a.md", "甲", {paragraph("甲")}),
                    essay("b.md", "乙", {heading(2, "节"), unread, heading(2, "末")})};
  both.documents[0].file = {0};
  both.documents[1].file = {2};  // and includes 3
  both.meta = both.documents[0].meta;
  both.meta.title = "集";
  Preparation out{{}, assets::AssetStore({0, 0}), failure({}), {}, {}, false, both};
  Stages stages;
  Diagnostics ignored;
  out.edition = settle(std::move(both), out.pictures, {}, stages, ignored);
  return out;
}

struct Made {
  Result<MadeBook> book = failure({});
  std::vector<Error> refused;
};

Made make(bool keep_going, Preparation& ready) {
  config::ExportOptions options;
  options.keep_going = keep_going;
  Made out;
  Stages stages;
  Diagnostics log;
  out.book = make_without_refused(backend_of(Format::epub), ready, options, nullptr, stages, log,
                                  out.refused);
  return out;
}

}  // namespace

TEST_CASE("a text that the check refuses gives its place to a page, where the person goes on",
          "[app][keep-going]") {
  Preparation ready = prepared();
  const Made made = make(true, ready);
  REQUIRE(made.book);
  REQUIRE(made.refused.size() == 1);
  CHECK(made.refused[0].code == "epub-invalid");
  CHECK(made.refused[0].at == SourceSpan{5, 5, 1, 1, {3}});
  CHECK(ready.manuscript->documents[0].blocks == model::Blocks{paragraph("甲")});
  CHECK(ready.edition.essays[1].blocks.size() == 1);
  CHECK(ready.edition.essays[1].meta.title == "乙");
}

TEST_CASE("without that the book is not made, and its place is named", "[app][keep-going]") {
  Preparation ready = prepared();
  const Made made = make(false, ready);
  REQUIRE_FALSE(made.book);
  CHECK(made.refused.empty());
  CHECK(made.book.error().at.first_line == 5);
  CHECK(ready.edition.essays[1].blocks.size() == 3);
}
