// Whatever a table is like and wherever it stands: all of it is in both books, and on the paper.
#include <catch2/catch.hpp>

#include <cstdio>

#include "base/utf8.h"
#include "pdf/style/geometry.h"
#include "tests/property/both_books.h"
#include "tests/property/on_paper.h"
#include "tests/property/random_table.h"
#include "tests/property/words.h"
#include "tests/support/build.h"

using namespace keben;
using namespace keben::property;

namespace {

std::string shown(const std::u32string& lost) {
  return utf8::from_utf32(lost.substr(0, 20));
}
std::string shown(const std::vector<std::string>& marks) {
  return marks.empty() ? "" : marks.front() + ", and more: " + std::to_string(marks.size());
}

}  // namespace

TEST_CASE("every hanzi of a table is in both books, and every glyph on the page and in the measure",
          "[property][7.7]") {
  const Result<fonts::Catalog> faces = fonts::Catalog::open({});
  if (!faces) {
    std::fprintf(stderr, "SKIPPED: %s\n", faces.error().what.en.c_str());
    return;
  }
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const model::Document document = random_tables(seed);
    const auto words = words_of(document);
    const std::u32string text = hanzi_of(words.text), all = text + hanzi_of(words.beside);
    for (const char* name : {"A4", "A5", "6in", "B6", "60x60mm"}) {
      if (seed > 8 && seed % 5 != static_cast<std::uint64_t>(name[0] + name[1]) % 5) continue;
      const config::PageSize page = *config::parse_page_size(name);
      const BothBooks books = both_books(test::book_of(document), *faces, page);
      const std::u32string epub = hanzi_of(books.epub), pdf = hanzi_of(books.pdf);
      INFO("seed " << seed << " on " << name);
      CHECK(shown(missing_hanzi(all, epub)) == "");
      CHECK(shown(missing_hanzi(all, pdf)) == "");
      CHECK(shown(out_of_order(text, epub)) == "");
      CHECK(shown(out_of_order(text, pdf)) == "");
      CHECK(shown(off_the_page(books.pages, *faces)) == "");
      const Pt measure = pdf::style::geometry_of(page, config::Purpose::screen).measure();
      CHECK(shown(off_the_measure(books.pages, *faces, measure)) == "");
      CHECK(shown(overlapping(books.pages)) == "");
    }
  }
}
