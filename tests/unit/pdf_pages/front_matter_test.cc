#include "pdf/pages/front_matter.h"

#include <catch2/catch.hpp>
#include <set>

#include "tests/support/build.h"
#include "tests/support/settled.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::pages;

TEST_CASE("the leaders of the contents end in one place, whatever the numbers' widths",
          "[pdf_pages][7.10]") {
  static const fonts::Catalog faces = std::move(*fonts::Catalog::open({}));
  const style::Stylesheet sheet =
      style::make_stylesheet({}, {}, {"zh-CN", model::Convention::hans});
  Diagnostics log;
  const FrontMatter made = contents_pages({{0, "一、缘起", "a", "1"},
                                           {1, "从七开始", "b", "7"},
                                           {1, "到四十七", "c", "47"},
                                           {0, "二、结语", "d", "111"}},
                                          sheet, faces, log);
  std::set<long> ends;
  std::size_t leaders = 0;
  for (const draw::Item& item : made.pages.at(0).items) {
    const auto* rule = std::get_if<draw::Rule>(&item.is);
    if (!rule) continue;
    ++leaders;
    ends.insert(std::lround(rule->to.x.v * 1000));
    CHECK(rule->to.x < sheet.page.measure() - sheet.contents[1].size * 1.5 - sheet.page.body * 0.5);
  }
  CHECK(leaders == 4);
  CHECK(ends.size() == 1);
}

TEST_CASE("what the title page of an only text lacks is told in its file",
          "[pdf_pages][messages]") {
  const fonts::Catalog faces = std::move(*fonts::Catalog::open({}));
  model::Collection book = test::book_of(test::essay("a.md", "题\uE10F", {}));
  const style::Stylesheet sheet = style::make_stylesheet({}, {}, book.meta.language);
  Diagnostics log;
  title_page(test::settled(book, log).edition, sheet, faces, log);
  REQUIRE_FALSE(log.all().empty());
  CHECK(log.all()[0].code == "glyph-missing");
  CHECK(log.all()[0].at.first_line == 1);
}
