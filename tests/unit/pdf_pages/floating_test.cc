// Figures that wait for the next page (typesetting.md 7.6).
#include <catch2/catch.hpp>

#include "tests/unit/pdf_pages/small_page.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::pages;
using namespace keben::test;
using galley::Galley;
using galley::kForbidden;
using galley::Piece;

namespace {

/// A figure of so many lines at a place, with white round it.
void insert_figure(Galley& galley, std::uint32_t at, double count) {
  const Piece white{.height = Pt{5}, .space = true};
  const std::vector<Piece> figure = {white, {.height = Pt{10 * count}}, white};
  galley.pieces.insert(galley.pieces.begin() + at, figure.begin(), figure.end());
  if (at + 3 < galley.pieces.size()) galley.pieces[at + 3].snap = true;
  galley.floating.push_back({at, at + 3});
}

}  // namespace

TEST_CASE("a figure that does not fit waits for the next page, and the text goes on",
          "[pdf_pages][7.6]") {
  Galley galley = lines(30);
  insert_figure(galley, 7, 5);
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page());
  REQUIRE(cuts.size() == 4);
  CHECK(cuts[0].waited.empty());
  CHECK(lines_on(cuts[0]) == 10);
  CHECK(cuts[1].waited == std::vector<Cut::Span>{{7, 10}});
  CHECK(cuts[1].text.front().first == 13);
}

TEST_CASE("a figure that fits stands where the author put it", "[pdf_pages][7.6]") {
  Galley galley = lines(30);
  insert_figure(galley, 3, 5);
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page());
  CHECK(cuts[0].text == std::vector<Cut::Span>{{0, 7}});
  CHECK(std::all_of(cuts.begin(), cuts.end(), [](const Cut& cut) { return cut.waited.empty(); }));
}

TEST_CASE("figures keep their order: none passes one that waits", "[pdf_pages][7.6]") {
  Galley galley = lines(40);
  insert_figure(galley, 7, 6);
  insert_figure(galley, 11, 1);  // would fit
  std::vector<std::uint32_t> order;
  for (const Cut& cut : cut_into_pages(galley, small_page())) {
    for (const Cut::Span span : cut.waited)
      order.push_back(span.first);
    for (const Cut::Span span : cut.text) {
      for (const galley::Floating& figure : galley.floating) {
        if (span.first <= figure.first && figure.first < span.end) order.push_back(figure.first);
      }
    }
  }
  CHECK(order == std::vector<std::uint32_t>{7, 11});
}

TEST_CASE("no figure passes the beginning of the next part", "[pdf_pages][7.6]") {
  Galley galley = lines(40);
  insert_figure(galley, 7, 6);
  galley.pieces[11].part = true;
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page());
  const auto holds = [](const Cut& cut, std::uint32_t piece) {
    return std::any_of(cut.text.begin(), cut.text.end(), [&](const Cut::Span& span) {
      return span.first <= piece && piece < span.end;
    });
  };
  bool figure = false, part = false;
  for (const Cut& cut : cuts) {
    figure = figure || !cut.waited.empty() || holds(cut, 8);
    part = part || holds(cut, 11);
    CHECK((figure || !part));
  }
  CHECK(part);
}

TEST_CASE("a figure at the text's end has a page of its own where it must", "[pdf_pages][7.6]") {
  Galley galley = lines(9);
  insert_figure(galley, 7, 6);
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page());
  std::size_t figures = 0;
  for (const Cut& cut : cuts)
    figures += cut.waited.size() + (cut.text.size() && cut.text.front().end == 10);
  CHECK(figures == 1);
}
