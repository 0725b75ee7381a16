#include "pdf/galley/columns.h"

#include <catch2/catch.hpp>

using namespace keben;
using namespace keben::pdf::galley;

namespace {

Pt sum(const std::vector<Pt>& widths) {
  Pt out;
  for (const Pt width : widths)
    out += width;
  return out;
}

}  // namespace

TEST_CASE("short columns stay whole where a long one has to give", "[pdf_galley][7.7]") {
  const std::vector<Pt> widths =
      share_out({{Pt{30}, Pt{10}}, {Pt{40}, Pt{10}}, {Pt{300}, Pt{20}}}, Pt{200});
  CHECK(widths[0] == Pt{30});
  CHECK(widths[1] == Pt{40});
  CHECK(sum(widths).v == Approx(200));
}

TEST_CASE("long columns share in proportion to what they would like", "[pdf_galley][7.7]") {
  const std::vector<Pt> widths = share_out({{Pt{200}, Pt{20}}, {Pt{400}, Pt{20}}}, Pt{300});
  CHECK(widths[1] > widths[0]);
  CHECK(sum(widths).v == Approx(300));
}

TEST_CASE("no short column is whole at the cost of another's longest word", "[pdf_galley][7.7]") {
  const std::vector<Pt> widths = share_out({{Pt{90}, Pt{20}}, {Pt{300}, Pt{150}}}, Pt{200});
  CHECK(widths[0] < Pt{90});
  CHECK(widths[1] >= Pt{150});
  CHECK(sum(widths).v == Approx(200));
}

TEST_CASE("where even the longest words do not fit, only the widest columns give",
          "[pdf_galley][7.7]") {
  const std::vector<Pt> widths = share_out({{Pt{90}, Pt{30}}, {Pt{300}, Pt{250}}}, Pt{200});
  CHECK(widths[0] == Pt{30});
  CHECK(widths[1] == Pt{170});
}
