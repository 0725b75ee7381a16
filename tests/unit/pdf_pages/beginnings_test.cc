// What each page begins with, where the text is and where it is not.
#include "pdf/pages/detail/beginnings.h"

#include <catch2/catch.hpp>

#include "tests/unit/pdf_pages/small_page.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::pages;
using namespace keben::test;
using edition::NodeId;
using edition::TextPlace;
using galley::Galley;

namespace {

/// Lines of one text, each of a character; of one node.
Galley counted_lines(std::uint32_t count, NodeId node) {
  Galley out = lines(static_cast<int>(count));
  for (std::uint32_t p = 0; p < count; ++p)
    out.pieces[p].begins = {node, p};
  return out;
}

bool same(TextPlace a, NodeId node, std::uint32_t characters) {
  return a.node == node && a.characters == characters;
}

}  // namespace

TEST_CASE("a page begins with its text, not with white or what waited for it",
          "[pdf_pages][epub-13]") {
  constexpr NodeId text{1};
  Galley galley = counted_lines(9, text);
  galley.pieces[4].space = true;
  Beginnings beginnings(galley);
  CHECK(same(beginnings.of({.first = 0, .end = 4, .text = {{0, 2}, {3, 4}}}), text, 0));
  CHECK(same(beginnings.of({.first = 4, .end = 9, .waited = {{2, 3}}, .text = {{4, 9}}}), text, 5));
}

TEST_CASE("a page that has nothing but what waited for it begins with that",
          "[pdf_pages][epub-13]") {
  constexpr NodeId text{1};
  const Galley galley = counted_lines(9, text);
  Beginnings beginnings(galley);
  beginnings.of({.first = 0, .end = 9, .text = {{0, 7}}});
  CHECK(same(beginnings.of({.first = 9, .end = 9, .waited = {{7, 8}}}), text, 7));
  CHECK(same(beginnings.of({.first = 9, .end = 9, .waited = {{8, 9}}}), text, 8));
}

TEST_CASE("pages stand in the text in their order, where a figure waited longer than text",
          "[pdf_pages][epub-13]") {
  constexpr NodeId text{1};
  const Galley galley = counted_lines(9, text);
  Beginnings beginnings(galley);
  beginnings.of({.first = 0, .end = 6, .text = {{0, 2}, {4, 6}}});
  beginnings.of({.first = 6, .end = 9, .waited = {{2, 3}}, .text = {{6, 9}}});
  CHECK(same(beginnings.of({.first = 9, .end = 9, .waited = {{3, 4}}}), text, TextPlace::kBehind));
}

TEST_CASE("a page that has nothing but the rest of a note begins with that",
          "[pdf_pages][epub-13]") {
  constexpr NodeId text{1}, note{2};
  Galley galley = counted_lines(9, text);
  galley.notes.push_back({counted_lines(4, note).pieces});
  Beginnings beginnings(galley);
  beginnings.of({.first = 0, .end = 9, .text = {{0, 9}}, .notes = {{{0, 0}, 2}}});
  CHECK(same(beginnings.of({.first = 9, .end = 9, .notes = {{{0, 2}, 4}}}), note, 2));
  CHECK_FALSE(beginnings.of({.first = 9, .end = 9}).known());
}
