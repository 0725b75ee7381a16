#include "pdf/pages/detail/beginnings.h"

namespace keben::pdf::pages {

using galley::Piece;

const Piece* Beginnings::first_in(std::span<const Cut::Span> spans) const {
  for (const Cut::Span span : spans) {
    for (std::uint32_t p = span.first; p < span.end; ++p) {
      const Piece& piece = galley_.pieces[p];
      if (!piece.space && piece.begins.known()) return &piece;
    }
  }
  return nullptr;
}

edition::TextPlace Beginnings::of(const Cut& cut) {
  if (const Piece* text = first_in(cut.text)) {
    page_ = cut.first;
    for (const Cut::Span span : cut.text) {
      for (std::uint32_t p = span.first; p < span.end; ++p)
        if (galley_.pieces[p].begins.known()) last_ = galley_.pieces[p].begins;
    }
    return text->begins;
  }
  if (const Piece* figure = first_in(cut.waited)) {
    if (cut.waited.front().first >= page_ || !last_.known()) return figure->begins;
    return {last_.node, edition::TextPlace::kBehind};
  }
  if (cut.notes.empty()) return {};
  const NotePlace rest = cut.notes.front().first;
  return galley_.notes[rest.note].pieces[rest.line].begins;
}

}  // namespace keben::pdf::pages
