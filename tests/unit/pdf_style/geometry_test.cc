#include "pdf/style/geometry.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace keben;
using namespace keben::pdf::style;

TEST_CASE("every page's type area is whole ems and lines within its margins", "[pdf_style][6.2]") {
  for (const std::string_view name : config::page_size_names()) {
    INFO(name);
    const Geometry page = geometry_of(*config::parse_page_size(name), config::Purpose::print);
    CHECK(page.measure_em >= 20);
    CHECK(page.inner > Pt{11});  // four millimetres and less are no margin
    CHECK(page.top > Pt{11});
    CHECK(page.bottom() > Pt{11});
    CHECK(page.leading.v / page.body.v >= 1.5);
    CHECK(page.leading.v / page.body.v <= 1.75);
    CHECK(std::abs((page.inner + page.measure() + page.outer - page.width).v) < 1e-9);
  }
}

TEST_CASE("facing pages mirror their margins in print, and do not on a screen",
          "[pdf_style][7.10]") {
  const config::PageSize a5;
  const Geometry print = geometry_of(a5, config::Purpose::print);
  CHECK(print.left(true) == print.inner);
  CHECK(print.left(false) == print.outer);
  CHECK(print.inner < print.outer);
  const Geometry screen = geometry_of(a5, config::Purpose::screen);
  CHECK(screen.left(true) == screen.left(false));
}

TEST_CASE("an A5 page has thirty ems and twenty-eight lines", "[pdf_style][6.2]") {
  const Geometry page = geometry_of({}, config::Purpose::print);
  CHECK(page.measure_em == 30);
  CHECK(page.lines == 28);
  CHECK(page.body == Pt{10.5});
}
