#include "pdf/galley/reset.h"

#include <algorithm>
#include <span>

#include "edition/find.h"

namespace keben::pdf::galley {
namespace {

// A line less is the first remedy and a line more the second; both cost less than a page that is a
// line short (typesetting.md 7.4). Lines that are poorer than before cost by how much they are.
constexpr BreakCost kShorter = 60, kLonger = 90, kPoorest = 150;
constexpr std::int64_t kPoorness = 60 * lines::kUnit * lines::kUnit;

/// What stands on a first line before its own words: the mark of a list's item.
void take_mark(const Piece& from, std::uint32_t own_items, Piece& to) {
  const auto marks = static_cast<std::ptrdiff_t>(from.items.size() - own_items);
  to.items.insert(to.items.begin(), from.items.begin(), from.items.begin() + marks);
  for (NoteMark& note : to.marks)
    note.item += static_cast<std::uint32_t>(marks);
}

/// Marks stand on other lines, but in the same order, and keep the galley's numbers of their notes.
void take_notes(const Galley& galley, const Resettable& from, std::vector<Piece>& to) {
  std::vector<std::uint32_t> notes;
  for (std::uint32_t p = from.first; p < from.end; ++p) {
    for (const NoteMark& mark : galley.pieces[p].marks)
      notes.push_back(mark.note);
  }
  auto note = notes.begin();
  for (Piece& piece : to) {
    for (NoteMark& mark : piece.marks)
      mark.note = *note++;
  }
}

/// The frame that goes round the lines, and what keeps them together: under a heading the first
/// ones, in a box all a little.
void take_surroundings(const Galley& galley, const Resettable& from, std::vector<Piece>& to) {
  const std::span<const Piece> pieces(galley.pieces.data() + from.first, from.end - from.first);
  const auto free = std::find_if(pieces.begin(), pieces.end(),
                                 [](const Piece& piece) { return piece.after < kForbidden; });
  const auto kept = static_cast<std::size_t>(free - pieces.begin());
  for (std::size_t i = 0; i < to.size(); ++i) {
    to[i].frame = pieces.front().frame;
    if (to[i].after < kForbidden) to[i].after += from.inside;
    if (i < kept) to[i].after = kForbidden;
  }
  to.front().snap = pieces.front().snap;
  to.back().after = pieces.back().after;
}

}  // namespace

std::optional<Variant> Resetter::operator()(const Galley& galley, const Resettable& paragraph,
                                            int lines) {
  style::ParagraphStyle style = *paragraph.style;
  style.first_indent = paragraph.first_indent;
  const auto count = static_cast<std::int64_t>(paragraph.end - paragraph.first);
  std::optional<Typesetter::Text> set = typesetter_.set_in_lines(
      flatten(edition::passage_at(around_.essay(), paragraph.paragraph), style, around_), style,
      paragraph.column, paragraph.tag, paragraph.first_inner,
      static_cast<std::uint32_t>(count + lines));
  if (!set) return std::nullopt;
  const Piece& first = galley.pieces[paragraph.first];
  take_notes(galley, paragraph, set->lines);
  take_mark(first, paragraph.own_items, set->lines.front());
  take_surroundings(galley, paragraph, set->lines);
  const std::int64_t poorer = set->demerits / (count + lines) - paragraph.demerits / count;
  const std::int64_t cost = std::clamp<std::int64_t>(poorer / kPoorness, 0, kPoorest);
  return Variant{std::move(set->lines),
                 static_cast<BreakCost>(cost) + (lines < 0 ? kShorter : kLonger)};
}

}  // namespace keben::pdf::galley
