// Nothing of a model is lost on its way into either book, whatever stands in what.
#include <catch2/catch.hpp>
#include <cstdio>

#include "base/utf8.h"
#include "tests/property/both_books.h"
#include "tests/property/random_document.h"
#include "tests/property/words.h"
#include "tests/support/build.h"
#include "tests/support/every_construct.h"

using namespace keben;
using namespace keben::property;

namespace {

/// As much of what is lost as a message needs.
std::string shown(const std::u32string& lost) {
  return utf8::from_utf32(lost.substr(0, 20));
}

void check(const model::Document& document, const fonts::Catalog& faces) {
  const auto words = words_of(document);
  const std::u32string text = hanzi_of(words.text), all = text + hanzi_of(words.beside);
  const BothBooks books = both_books(test::book_of(document), faces);
  const std::u32string epub = hanzi_of(books.epub), pdf = hanzi_of(books.pdf);
  CHECK(shown(missing_hanzi(all, epub)) == "");
  CHECK(shown(missing_hanzi(all, pdf)) == "");
  CHECK(shown(out_of_order(text, epub)) == "");
  CHECK(shown(out_of_order(text, pdf)) == "");
}

}  // namespace

TEST_CASE("every hanzi of a model is in both books, in the model's order", "[property]") {
  const Result<fonts::Catalog> faces = fonts::Catalog::open({});
  if (!faces) {
    std::fprintf(stderr, "SKIPPED: %s\n", faces.error().what.en.c_str());
    return;
  }
  check(test::every_construct(), *faces);
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    INFO("seed " << seed);
    check(random_document(seed), *faces);
  }
}

TEST_CASE("what is lost or moved is told", "[property]") {
  CHECK(missing_hanzi(U"甲乙乙", U"乙甲") == U"乙");
  CHECK(missing_hanzi(U"甲乙", U"乙丙甲") == U"");
  CHECK(out_of_order(U"甲乙丙", U"甲丙乙") == U"丙");
  CHECK(out_of_order(U"甲乙丙", U"甲一乙二丙") == U"");
}
