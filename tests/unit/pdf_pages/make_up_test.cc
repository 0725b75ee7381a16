#include "pdf/pages/make_up.h"

#include <catch2/catch.hpp>

#include <map>
#include <set>

#include "pdf/style/stylesheet.h"

using namespace keben;
using namespace keben::pdf;
using namespace keben::pdf::pages;

namespace {

const fonts::Catalog& faces() {
  static const fonts::Catalog catalog = std::move(*fonts::Catalog::open({}));
  return catalog;
}

/// Signs in the text stand at x = their note, those of the notes themselves a hundred further.
constexpr double kInFoot = 100;

draw::Item sign(double x) {
  const fonts::FaceId song = faces().cjk({}, fonts::Region::sc);
  return {{}, draw::Glyphs{.face = {song.v}, .size = Pt{7}, .at = {Pt{x}, {}}, .glyphs = {{1, 3}}}};
}

void mark(galley::Piece& piece, std::uint32_t note) {
  piece.marks.push_back({.note = note, .item = static_cast<std::uint32_t>(piece.items.size())});
  piece.items.push_back(sign(note));
}

galley::NoteBody note_of(std::uint32_t note, int lines, Pt leading) {
  galley::NoteBody out;
  for (int i = 0; i < lines; ++i)
    out.pieces.push_back({.height = leading});
  out.pieces[0].items.push_back(sign(kInFoot + note));
  return out;
}

}  // namespace

TEST_CASE("a note that has to begin on the next page keeps the number of its mark",
          "[pdf_pages][7.5]") {
  const style::Stylesheet sheet = style::make_stylesheet({}, {}, {});
  galley::Galley galley;
  for (int i = 0; i < 60; ++i)
    galley.pieces.push_back({.height = sheet.page.leading});
  mark(galley.pieces[0], 0), mark(galley.pieces[0], 1);  // the first fills the foot of its page
  mark(galley.pieces[16], 2), mark(galley.pieces[50], 3);
  for (const auto& [note, lines] : std::map<std::uint32_t, int>{{0, 20}, {1, 2}, {2, 1}, {3, 1}})
    galley.notes.push_back(note_of(note, lines, sheet.note.leading));
  std::map<double, std::string> shown;
  for (const MadeUpPage& page : make_up(galley, sheet, faces())) {
    std::set<std::string> in_text;
    for (const draw::Item& item : page.items) {
      const auto* run = std::get_if<draw::Glyphs>(&item.is);
      if (!run) continue;
      shown[run->at.x.v] = run->text;
      if (run->at.x.v < kInFoot) CHECK(in_text.insert(run->text).second);
    }
  }
  REQUIRE(shown.size() == 8);
  for (std::uint32_t note = 0; note < 4; ++note)
    CHECK(shown[note] == shown[kInFoot + note]);
  CHECK(shown[1] == "②");
  CHECK(shown[2] != shown[1]);
  CHECK(shown[3] == "①");
}
