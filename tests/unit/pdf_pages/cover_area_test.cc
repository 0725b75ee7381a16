#include "pdf/pages/cover_area.h"

#include <catch2/catch.hpp>

using namespace keben;
using pdf::pages::cover_area;

TEST_CASE("a cover of nearly the page's shape bleeds over all four edges", "[pdf_pages][cover]") {
  const pdf::draw::Rect area = cover_area({{1600}, {2560}}, Pt{420}, Pt{595});
  CHECK(area.x.v == Approx(0));
  CHECK(area.width.v == Approx(420));
  CHECK(area.y.v < 0);
  CHECK(area.y.v + area.height.v > 595);
  CHECK(area.height.v / area.width.v == Approx(1.6));
}

TEST_CASE("a wide banner is shown whole rather than cut to a strip", "[pdf_pages][cover]") {
  const pdf::draw::Rect area = cover_area({{1200}, {630}}, Pt{420}, Pt{595});
  CHECK(area.x.v == Approx(0));
  CHECK(area.width.v == Approx(420));
  CHECK(area.y.v == Approx((595 - 420 * 0.525) / 2));
}
