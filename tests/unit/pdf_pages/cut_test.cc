#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>

#include "tests/unit/pdf_pages/small_page.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::pages;
using namespace keben::test;
using galley::Galley;
using galley::kForbidden;
using galley::kInseparable;
using galley::Piece;

namespace {

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

TEST_CASE("a text does not end with a page of three lines where it can have four",
          "[pdf_pages][7.3]") {
  CHECK(ends(lines(13)) == Ends{9, 13});
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

TEST_CASE("what is left of a note goes on on the very next page, however ill that one then ends",
          "[pdf_pages][7.5]") {
  Galley galley = lines(26);
  add_note(galley, 1, 7);
  const std::uint32_t second = cut_into_pages(galley, small_page())[0].end;
  // The next page ends well with ten lines alone, and ill with the five that leave room.
  for (std::uint32_t i = second; i < second + 9; ++i)
    galley.pieces[i].after = i == second + 4 ? 5000 : kForbidden;
  const auto cuts = cut_into_pages(galley, small_page());
  REQUIRE(cuts.size() > 2);
  REQUIRE(cuts[0].end == second);
  REQUIRE(cuts[0].notes.size() == 1);
  CHECK(cuts[0].notes[0].second < 7);
  CHECK(cuts[1].notes.size() == 1);
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

TEST_CASE("a note is split with two lines on either side, or moves the line of its mark on",
          "[pdf_pages][7.5]") {
  for (const int count : {3, 4, 5, 6, 7}) {
    for (std::uint32_t mark = 5; mark < 10; ++mark) {
      Galley galley = lines(30);
      add_note(galley, mark, count);
      for (const Cut& cut : cut_into_pages(galley, small_page())) {
        for (const auto& [from, end] : cut.notes) {
          INFO(count << " lines, marked in " << mark << ": " << from.line << " to " << end);
          CHECK(end - from.line >= 2);
        }
        CHECK((cut.carried.empty() || cut.carried[0].line > 0));  // each begins by its mark
      }
    }
  }
}

TEST_CASE("notes take half the page at most while there is text to set", "[pdf_pages][7.5]") {
  Galley galley = lines(30);
  add_note(galley, 1, 20);
  for (const Cut& cut : cut_into_pages(galley, small_page())) {
    std::size_t noted = 0;
    for (const auto& [from, end] : cut.notes)
      noted += end - from.line;
    INFO(cut.first << " to " << cut.end << " of " << cut.carried.size());
    if (cut.end < 30) CHECK(noted <= 5);
  }
}

TEST_CASE("a piece higher than the page stands alone, and the text goes on", "[pdf_pages][7.7]") {
  Galley galley = lines(3);
  galley.pieces.push_back({.height = Pt{150}});
  galley.pieces.push_back(line());
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page());
  REQUIRE(cuts.size() == 3);
  CHECK(cuts.back().end == 5);
}

TEST_CASE("where more holds together than a page can hold, a picture still keeps its caption",
          "[pdf_pages][7.6]") {
  Galley galley;
  for (int i = 0; i < 6; ++i)
    galley.pieces.push_back(line(kForbidden));
  galley.pieces.push_back({.height = Pt{40}, .after = kInseparable});
  galley.pieces.push_back(line(kForbidden));  // the caption
  for (int i = 0; i < 12; ++i)
    galley.pieces.push_back(line());
  CHECK(ends(galley) == Ends{6, 13, 20});
}

TEST_CASE("a page that must end where it should not leaves its notes no more than there is",
          "[pdf_pages][7.5]") {
  Galley galley = lines(24);
  for (int i = 0; i < 20; ++i)
    galley.pieces[static_cast<std::size_t>(i)].after = kForbidden;
  add_note(galley, 3, 2);
  std::size_t lines_of_note = 0;
  for (const Cut& cut : cut_into_pages(galley, small_page())) {
    double noted = 0;
    for (const auto& [from, end] : cut.notes)
      noted += end - from.line;
    lines_of_note += static_cast<std::size_t>(noted);
    CHECK(noted + static_cast<double>(lines_on(cut)) <= 10);
  }
  CHECK(lines_of_note == 2);
}

TEST_CASE("a note is not split between a picture and its caption", "[pdf_pages][7.6]") {
  for (std::uint32_t mark = 0; mark < 12; ++mark) {
    Galley galley = lines(24);
    add_note(galley, mark, 8);
    for (const std::size_t picture : {1, 2, 4, 5})
      galley.notes[0].pieces[picture].after = kInseparable;
    std::uint32_t next = 0;
    for (const Cut& cut : cut_into_pages(galley, small_page())) {
      for (const auto& [from, end] : cut.notes) {
        INFO("marked in line " << mark);
        CHECK((end == 1 || end == 4 || end > 6));
        CHECK(from.line == next);
        next = end;
      }
    }
    CHECK(next == 8);
  }
}

TEST_CASE("a note's line higher than any page is on one, and so is what follows it",
          "[pdf_pages][7.5]") {
  Galley galley = lines(12);
  add_note(galley, 2, 3);
  galley.notes[0].pieces[1].height = Pt{150};
  std::uint32_t next = 0;
  for (const Cut& cut : cut_into_pages(galley, small_page())) {
    for (const auto& [from, end] : cut.notes)
      next = end;
  }
  CHECK(next == 3);
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

// --- paragraphs set again (7.4) ---

namespace {

/// A paragraph of lines [first, end) that may be set in a line less or more, widows and orphans as
/// dear as text's.
void add_paragraph(Galley& galley, std::uint32_t first, std::uint32_t end, bool shorter,
                   bool longer) {
  galley.pieces[first].after = 800;
  galley.pieces[end - 2].after = 5000;
  galley.resettable.push_back({.first = first, .end = end, .shorter = shorter, .longer = longer});
}

/// Sets any paragraph again, and counts how often it was asked.
struct Setter {
  int asked = 0;
  galley::BreakCost cost = 60;
  std::optional<galley::Variant> operator()(const Galley&, const galley::Resettable& text,
                                            int more) {
    ++asked;
    galley::Variant out{{}, cost};
    const auto count = static_cast<int>(text.end - text.first) + more;
    for (int i = 0; i < count; ++i)
      out.pieces.push_back(line(i == 0 || i == count - 2 ? kForbidden : 0));
    return out;
  }
};

}  // namespace

TEST_CASE("a paragraph takes a line less where its last would be a widow", "[pdf_pages][7.4]") {
  Galley galley = lines(30);
  add_paragraph(galley, 5, 11, true, false);
  Setter setter;
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page(), std::ref(setter));
  REQUIRE(!cuts.empty());
  CHECK(cuts[0].end == 11);
  CHECK(lines_on(cuts[0]) == 10);
  CHECK(cuts[0].text == std::vector<Cut::Span>{{0, 5}, {31, 36}});
}

TEST_CASE("a paragraph takes a line more where that gives a widow company", "[pdf_pages][7.4]") {
  Galley galley = lines(28);
  add_paragraph(galley, 5, 11, false, true);
  Setter setter;
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page(), std::ref(setter));
  REQUIRE(cuts.size() > 1);
  CHECK(lines_on(cuts[0]) == 10);
  CHECK(cuts[1].text.front() == Cut::Span{34, 36});  // its last two lines, of seven
  CHECK(cuts[1].text.back().first == 11);
}

TEST_CASE("a paragraph of the page before gives its line where the page has none to give",
          "[pdf_pages][7.4]") {
  Galley galley = lines(40);
  add_paragraph(galley, 2, 8, true, false);
  add_paragraph(galley, 15, 21, false, false);  // would leave a widow on the third page
  Setter setter;
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page(), std::ref(setter));
  REQUIRE(cuts.size() > 2);
  CHECK(cuts[0].end == 11);
  CHECK(cuts[1].end == 21);
  CHECK(lines_on(cuts[1]) == 10);
}

TEST_CASE("no paragraph is set again where pages end well without", "[pdf_pages][7.4]") {
  Galley galley = lines(3000);
  for (std::uint32_t first = 0; first < 3000; first += 10)
    add_paragraph(galley, first + 2, first + 7, true, true);
  Setter setter;
  cut_into_pages(galley, small_page(), std::ref(setter));
  CHECK(setter.asked == 0);
}

TEST_CASE("a page runs a line short where a paragraph set again would cost more",
          "[pdf_pages][7.4]") {
  Galley galley = lines(18);
  add_paragraph(galley, 5, 11, true, false);
  Setter setter{.cost = 400};
  const std::vector<Cut> cuts = cut_into_pages(galley, small_page(), std::ref(setter));
  REQUIRE(!cuts.empty());
  CHECK(cuts[0].end == 9);
}

TEST_CASE("every line stands on one page, once, whatever is set again", "[pdf_pages][7.4]") {
  Galley galley = lines(700);
  for (std::uint32_t first = 0; first + 7 < 700; first += 7)
    add_paragraph(galley, first, first + 7, first % 3 == 0, first % 5 == 0);
  Setter setter;
  std::uint32_t next = 0;
  bool within = false;  // a paragraph set again, from the page before
  for (const Cut& cut : cut_into_pages(galley, small_page(), std::ref(setter))) {
    for (const Cut::Span span : cut.text) {
      if (span.first > 700) {
        within = true;
        continue;
      }
      if (within) {
        CHECK(span.first % 7 == 0);
        CHECK(span.first >= next + 7);
        CHECK(span.first <= next + 7 * 2);
      } else {
        CHECK(span.first == next);
      }
      within = false;
      next = span.end;
    }
    CHECK(lines_on(cut) <= 10);
  }
  CHECK((next == 700 || within));
  CHECK(setter.asked > 0);
}
