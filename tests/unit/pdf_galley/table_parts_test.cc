#include "pdf/galley/table_parts.h"

#include <catch2/catch.hpp>

#include <numeric>

using namespace keben;
using namespace keben::pdf::galley;

namespace {

constexpr TableRoom kRoom{Pt{300}, Pt{9}, Pt{8}};

/// So many columns of words that are as wide as the columns like to be.
std::vector<ColumnWish> words(std::size_t count, double width) {
  return std::vector<ColumnWish>(count, {Pt{width}, Pt{width}});
}

Pt width_of(const TablePart& part) {
  return std::accumulate(part.widths.begin(), part.widths.end(), Pt{});
}

}  // namespace

TEST_CASE("a table that fits stands in full type, in one part", "[pdf_galley][7.7]") {
  const TablePlan plan = plan_table(words(5, 50), kRoom);
  CHECK(plan.scale == 1);
  CHECK_FALSE(plan.divides_words);
  REQUIRE(plan.parts.size() == 1);
  CHECK(plan.parts[0].columns() == 5);
}

TEST_CASE("a table a little too wide gets smaller type, step by step, and not under 六号",
          "[pdf_galley][7.7]") {
  CHECK(plan_table(words(5, 55), kRoom).scale == Approx(17.0 / 18));
  CHECK(plan_table(words(5, 58), kRoom).scale == Approx(8.0 / 9));
  CHECK(plan_table(words(5, 59), kRoom).scale == Approx(7.0 / 8));
  CHECK(plan_table(words(5, 59), kRoom).parts.size() == 1);
  CHECK(plan_table(words(5, 60), kRoom).parts.size() == 2);
}

TEST_CASE("a word of more than eight ems is divided before a table falls in parts",
          "[pdf_galley][7.7]") {
  std::vector<ColumnWish> columns = words(3, 50);
  columns[1] = {Pt{400}, Pt{400}};
  const TablePlan plan = plan_table(columns, kRoom);
  REQUIRE(plan.parts.size() == 1);
  CHECK(plan.divides_words);
  CHECK(width_of(plan.parts[0]).v == Approx(300));
}

TEST_CASE(
    "parts are as few as can be, of about the same width, and all begin with the first column",
    "[pdf_galley][7.7]") {
  const TablePlan plan = plan_table(words(38, 40), kRoom);
  REQUIRE(plan.parts.size() == 8);  // 37 columns of 43 pt beside one
  std::uint32_t next = 0;
  for (const TablePart& part : plan.parts) {
    CHECK(part.first == next);
    CHECK(part.repeats_first == (next > 0));
    CHECK(part.columns() >= 5);
    CHECK(part.widths.size() == part.columns());
    CHECK(part.widths[0] == plan.parts[0].widths[0]);
    CHECK(width_of(part).v == Approx(width_of(plan.parts[0]).v));
    CHECK(width_of(part).v <= 300.01);
    next = part.end;
  }
  CHECK(next == 38);
  CHECK_FALSE(plan.divides_words);
}

TEST_CASE("parts have the largest type that makes no more of them", "[pdf_galley][7.7]") {
  CHECK(plan_table(words(30, 50), kRoom).scale == 1);
}

TEST_CASE("a column wider than the measure divides its words and nothing else",
          "[pdf_galley][7.7]") {
  std::vector<ColumnWish> columns = words(30, 50);
  columns[7] = {Pt{900}, Pt{900}};
  const TablePlan plan = plan_table(columns, kRoom);
  CHECK(plan.divides_words);
  for (const TablePart& part : plan.parts)
    CHECK(width_of(part).v <= 300.01);
  CHECK(plan_table(words(1, 900), kRoom).parts.size() == 1);
}

TEST_CASE("where there is no room for the first column beside another it is not repeated",
          "[pdf_galley][7.7]") {
  const TablePlan plan = plan_table(words(4, 60), {Pt{40}, Pt{9}, Pt{8}});
  REQUIRE(plan.parts.size() == 4);
  for (const TablePart& part : plan.parts) {
    CHECK_FALSE(part.repeats_first);
    CHECK(width_of(part).v <= 40.01);
  }
}

TEST_CASE("a thousand columns of any widths stand in parts, each once", "[pdf_galley][7.7]") {
  std::vector<ColumnWish> columns;
  for (int i = 0; i < 1000; ++i) {
    const double least = (i * 7919) % 120;
    columns.push_back({Pt{least + (i * 104'729) % 300}, Pt{least}});
  }
  const TablePlan plan = plan_table(columns, kRoom);
  std::uint32_t next = 0;
  for (const TablePart& part : plan.parts) {
    CHECK(part.first == next);
    CHECK(part.end > part.first);
    CHECK(width_of(part).v <= 300.01);
    next = part.end;
  }
  CHECK(next == 1000);
}
