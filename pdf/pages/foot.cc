#include "pdf/pages/detail/foot.h"

#include <algorithm>

#include "pdf/pages/detail/page_depth.h"

namespace keben::pdf::pages {
namespace {

using galley::Piece;

constexpr std::uint32_t kLinesToSplit = 2;  // of a note, on either side
constexpr double kHair = 0.01;              // of a point, against rounding

}  // namespace

bool Foot::splits_badly(const galley::Galley& galley) const {
  if (carried.empty()) return false;
  const NotePlace rest = carried.front();
  if (rest.line == 0) return false;
  const std::size_t lines = galley.notes[rest.note].pieces.size();
  const bool here = !set.empty() && rest.line - set.back().first.line < kLinesToSplit;
  return here || lines - rest.line < kLinesToSplit;
}

/// A note brings those that only it, or another that it brings, refers to: they stand behind it.
Feet::Feet(const galley::Galley& galley, const style::Geometry& page)
    : galley_(galley), page_(page) {
  std::vector<bool> placed(galley_.notes.size(), false);
  for (const Piece& piece : galley_.pieces) {
    for (const galley::NoteMark& mark : piece.marks)
      placed[mark.note] = true;
  }
  const std::vector<bool> in_text = placed;
  brought_.resize(galley_.notes.size());
  for (std::uint32_t note = 0; note < galley_.notes.size(); ++note) {
    if (!in_text[note]) continue;
    std::vector<std::uint32_t>& brought = brought_[note] = {note};
    for (std::size_t i = 0; i < brought.size(); ++i) {
      for (const Piece& line : galley_.notes[brought[i]].pieces) {
        for (const galley::NoteMark& mark : line.marks) {
          if (!placed[mark.note]) brought.push_back(mark.note);
          placed[mark.note] = true;
        }
      }
    }
  }
}

void Feet::add_marked(const Piece& piece, std::vector<std::uint32_t>& marked) const {
  for (const galley::NoteMark& mark : piece.marks) {
    for (const std::uint32_t note : brought_[mark.note]) {
      if (std::find(marked.begin(), marked.end(), note) == marked.end()) marked.push_back(note);
    }
  }
}

Foot Feet::set(const std::vector<NotePlace>& carried, const std::vector<std::uint32_t>& marked,
               Pt room) const {
  Foot out;
  if (carried.empty() && marked.empty()) return out;
  out.height = kNoteSpace.at(page_.body);
  for (const NotePlace place : carried)
    add(place, room, out);
  for (const std::uint32_t note : marked) {
    const bool carried_here = std::any_of(carried.begin(), carried.end(),
                                          [&](NotePlace place) { return place.note == note; });
    if (!carried_here) add({note, 0}, room, out);
  }
  return out;
}

void Feet::add(NotePlace place, Pt room, Foot& foot) const {
  if (!foot.carried.empty()) {  // an earlier note filled the page: this one moves on with it
    foot.carried.push_back(place);
    return;
  }
  const std::vector<Piece>& lines = galley_.notes[place.note].pieces;
  std::uint32_t line = place.line;
  while (line < lines.size() && foot.height + lines[line].height <= room + Pt{kHair})
    foot.height += lines[line++].height;
  // A last line takes another along.
  if (line + 1 == lines.size() && line - place.line > kLinesToSplit)
    foot.height -= lines[--line].height;
  while (line > place.line && line < lines.size() && lines[line - 1].after >= galley::kInseparable)
    foot.height -= lines[--line].height;
  if (line > place.line) foot.set.push_back({place, line});
  if (line < lines.size()) foot.carried.push_back({place.note, line});
}

}  // namespace keben::pdf::pages
