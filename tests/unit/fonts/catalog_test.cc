#include "fonts/catalog.h"

#include <catch2/catch.hpp>

#include "fonts/subset.h"

using namespace keben;
using namespace keben::fonts;

namespace {

Catalog catalog() {
  return std::move(*Catalog::open({}));
}

}  // namespace

TEST_CASE("a region gets the face that its readers expect", "[fonts][9.1]") {
  const Catalog faces = catalog();
  CHECK(faces[faces.cjk({Family::song}, Region::sc)].postscript_name() == "NotoSerifCJKsc-Regular");
  CHECK(faces[faces.cjk({Family::song, true}, Region::tc)].postscript_name() ==
        "NotoSerifCJKtc-Bold");
  CHECK(faces[faces.cjk({Family::mono}, Region::jp)].postscript_name() ==
        "NotoSansMonoCJKjp-Regular");
  CHECK(faces[faces.cjk({Family::kai}, Region::sc)].postscript_name() == "LXGWWenKai-Regular");
}

TEST_CASE("Japanese and Korean quotations are set in the serif, without a note", "[fonts][9.1]") {
  const Catalog faces = catalog();
  CHECK(faces[faces.cjk({Family::kai}, Region::jp)].postscript_name() == "NotoSerifCJKjp-Regular");
  Diagnostics log;
  faces.report(log);
  CHECK(log.all().empty());
}

TEST_CASE("slanted Latin has a companion face; code has none", "[fonts][decisions-16]") {
  const Catalog faces = catalog();
  const FaceId italic = faces.latin({.family = Family::song, .italic = true}, Region::sc);
  CHECK(faces[italic].postscript_name() == "NotoSerif-Italic");
  const Wish code{.family = Family::mono, .italic = true};
  CHECK(faces.latin(code, Region::sc) == faces.cjk(code, Region::sc));
}

TEST_CASE("hanzi are an em wide and a cell says so", "[fonts]") {
  const Catalog faces = catalog();
  const Face& song = faces[faces.cjk({Family::song}, Region::sc)];
  CHECK(song.cell(U'汉').advance == Mil{1000});
  CHECK(song.cell(U'，').advance == Mil{1000});
  CHECK(song.has(U'a'));
  CHECK_FALSE(song.has(U'\U0010FFFD'));
  CHECK(song.outlines() == Outlines::cff_by_cid);
}

TEST_CASE("a character that the family lacks is found elsewhere, or nowhere", "[fonts][9.3]") {
  const Catalog faces = catalog();
  const auto arabic = faces.covering(U'ب', {}, Region::sc);
  REQUIRE(arabic);
  CHECK(faces[*arabic].has(U'ب'));
  CHECK_FALSE(faces.covering(U'\U0010FFFD', {}, Region::sc));
}

TEST_CASE("a subset keeps the glyphs asked for and is far smaller than the face", "[fonts][9.6]") {
  const Catalog faces = catalog();
  for (const Family family : {Family::song, Family::kai}) {
    const Face& face = faces[faces.cjk({family}, Region::sc)];
    std::vector<GlyphId> glyphs{face.cell(U'永').glyph, face.cell(U'字').glyph};
    std::sort(glyphs.begin(), glyphs.end());
    const Result<Subset> subset = cut_subset(face, glyphs);
    REQUIRE(subset);
    CHECK(subset->program.size() > 200);
    CHECK(subset->program.size() < 20'000);
    CHECK(subset->renumbered.size() == (family == Family::kai ? 2 : 0));
  }
}

TEST_CASE("what is no font is refused with its name", "[fonts][faults]") {
  const Result<Face> face = Face::open("CMakeLists.txt", 0);
  REQUIRE_FALSE(face);
  CHECK(face.error().fault == Fault::machine);
  CHECK(face.error().what.zh.find("CMakeLists.txt") != std::string::npos);
  CHECK_FALSE(Face::open("no-such-file.ttf", 0));
}
