#include <catch2/catch.hpp>

#include "pdf/pages/make_up.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::pages;
using galley::Galley;
using galley::kForbidden;
using galley::Piece;

namespace {

/// Ten lines of ten points.
style::Geometry small_page() {
  style::Geometry page;
  page.body = {10};
  page.leading = {10};
  page.lines = 10;
  page.measure_em = 20;
  return page;
}

Piece line(galley::BreakCost after = 0) {
  return {.height = Pt{10}, .after = after};
}

Galley lines(int count) {
  Galley out;
  for (int i = 0; i < count; ++i)
    out.pieces.push_back(line());
  return out;
}

std::vector<std::uint32_t> ends(const Galley& galley) {
  std::vector<std::uint32_t> out;
  for (const Cut& cut : cut_into_pages(galley, small_page()))
    out.push_back(cut.end);
  return out;
}

using Ends = std::vector<std::uint32_t>;

/// A note of so many lines, marked in a piece.
void add_note(Galley& galley, std::uint32_t piece, int count) {
  const auto note = static_cast<std::uint32_t>(galley.notes.size());
  galley.pieces[piece].marks.push_back({.note = note});
  galley::NoteBody body;
  for (int i = 0; i < count; ++i)
    body.pieces.push_back(line());
  galley.notes.push_back(std::move(body));
}

}  // namespace

TEST_CASE("pages are full where nothing speaks against it", "[pdf_pages][7.1]") {
  CHECK(ends(lines(25)) == Ends{10, 20, 25});
}

TEST_CASE("no page ends behind a heading or the line after it", "[pdf_pages][7.2]") {
  Galley galley = lines(20);
  galley.pieces[8].after = kForbidden;  // a heading in the ninth line
  galley.pieces[9].after = kForbidden;
  CHECK(ends(galley) == Ends{8, 18, 20});
}

TEST_CASE("a page runs a line short rather than leave a widow", "[pdf_pages][7.3]") {
  Galley galley = lines(20);
  galley.pieces[9].after = 5000;
  CHECK(ends(galley).front() == 9);
}

TEST_CASE("an orphan costs less than two short lines and more than one", "[pdf_pages][7.3]") {
  Galley one = lines(18);
  one.pieces[9].after = 800;
  CHECK(ends(one).front() == 9);
  Galley two = lines(18);
  two.pieces[9].after = 800;
  two.pieces[8].after = kForbidden;
  CHECK(ends(two).front() == 10);
}

TEST_CASE("one very short page is better than two half short ones", "[pdf_pages][7.3]") {
  Galley galley = lines(12);
  galley.pieces.push_back({.height = Pt{90}});
  CHECK(ends(galley) == Ends{10, 12, 13});
}

TEST_CASE("no page holds one line alone", "[pdf_pages][7.3]") {
  CHECK(ends(lines(11)) == Ends{9, 11});
}

TEST_CASE("white at a page's edge vanishes", "[pdf_pages][6.3]") {
  Galley galley = lines(10);
  galley.pieces.push_back({.height = Pt{10}, .space = true});
  for (int i = 0; i < 4; ++i)
    galley.pieces.push_back(line());
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page());
  REQUIRE(cuts.size() == 2);
  CHECK(cuts[0].end == 10);
  CHECK(cuts[1].first == 11);
}

TEST_CASE("a note stands on the page of its mark", "[pdf_pages][7.5]") {
  Galley galley = lines(20);
  add_note(galley, 4, 2);
  add_note(galley, 9, 1);
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page());
  for (const Cut& cut : cuts) {
    for (std::uint32_t piece = cut.first; piece < cut.end; ++piece) {
      for (const galley::NoteMark& mark : galley.pieces[piece].marks) {
        const auto here = [&](const auto& placed) {
          return placed.first.note == mark.note && placed.first.line == 0;
        };
        CHECK(std::any_of(cut.notes.begin(), cut.notes.end(), here));
      }
    }
  }
}

TEST_CASE("a long note goes on at the foot of the next page, and no line of it is lost",
          "[pdf_pages][7.5]") {
  Galley galley = lines(12);
  add_note(galley, 2, 14);
  std::uint32_t next = 0;
  std::size_t pages = 0;
  for (const Cut& cut : cut_into_pages(galley, small_page())) {
    for (const auto& [from, end] : cut.notes) {
      CHECK(from.line == next);
      next = end;
      ++pages;
    }
  }
  CHECK(next == 14);
  CHECK(pages > 1);
}

TEST_CASE("a note that is marked twice on a page stands there once", "[pdf_pages][7.5]") {
  Galley galley = lines(6);
  add_note(galley, 2, 1);
  galley.pieces[5].marks.push_back({.note = 0});
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page());
  REQUIRE(cuts.size() == 1);
  CHECK(cuts[0].notes.size() == 1);
}

TEST_CASE("notes behind one that fills its page move on with it, and none is lost",
          "[pdf_pages][7.5]") {
  Galley galley = lines(3);
  add_note(galley, 2, 14);
  add_note(galley, 2, 2);
  add_note(galley, 2, 1);
  std::vector<std::uint32_t> lines_of(3, 0);
  for (const Cut& cut : cut_into_pages(galley, small_page())) {
    for (const auto& [from, end] : cut.notes) {
      CHECK(from.line == lines_of[from.note]);
      lines_of[from.note] = end;
    }
  }
  CHECK(lines_of == std::vector<std::uint32_t>{14, 2, 1});
}

TEST_CASE("a note that only another note refers to stands behind that one", "[pdf_pages][7.5]") {
  Galley galley = lines(4);
  add_note(galley, 1, 1);
  galley.notes.push_back({{line()}});
  galley.notes[0].pieces[0].marks.push_back({.note = 1});
  galley.notes[1].pieces[0].marks.push_back({.note = 0});  // and back: once round is enough
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page());
  REQUIRE(cuts.size() == 1);
  REQUIRE(cuts[0].notes.size() == 2);
  CHECK(cuts[0].notes[1].first.note == 1);
}

TEST_CASE("a piece higher than the page stands alone, and the text goes on", "[pdf_pages][7.7]") {
  Galley galley = lines(3);
  galley.pieces.push_back({.height = Pt{150}});
  galley.pieces.push_back(line());
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page());
  REQUIRE(cuts.size() == 3);
  CHECK(cuts.back().end == 5);
}

TEST_CASE("pages that begin within a table leave room for its repeated head", "[pdf_pages][7.7]") {
  Galley galley = lines(25);
  galley::TableHead head;
  head.height = Pt{20};
  galley.heads.push_back(head);
  for (Piece& piece : galley.pieces)
    piece.head = 1;
  CHECK(ends(galley) == Ends{10, 18, 25});
}
