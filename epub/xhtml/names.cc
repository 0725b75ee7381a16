#include "epub/xhtml/names.h"

#include <algorithm>

namespace keben::epub {

using model::DocumentId;
using model::NoteId;

std::string chapter_stem(const outline::Outline& outline, ChapterId id) {
  std::string out = "e" + std::to_string(id.document.v + 1);
  if (outline.documents[id.document.v].chapters.size() > 1)
    out += "-" + std::to_string(id.chapter + 1);
  return out;
}

std::string chapter_file(const outline::Outline& outline, ChapterId id) {
  return chapter_stem(outline, id) + ".xhtml";
}

std::string part_stem(std::size_t part) {
  return "part" + std::to_string(part + 1);
}

std::string picture_file(assets::AssetId id, assets::MediaType type) {
  const std::string number = std::to_string(id.v + 1);
  return std::string(4 - std::min<std::size_t>(4, number.size()), '0') + number + "." +
         std::string(assets::suffix_of(type));
}

std::string note_id(DocumentId document, NoteId note) {
  return "e" + std::to_string(document.v + 1) + "n" + std::to_string(note.v + 1);
}

std::string note_mark_id(DocumentId document, NoteId note, std::uint32_t occurrence) {
  const std::string first = "e" + std::to_string(document.v + 1) + "r" + std::to_string(note.v + 1);
  return occurrence == 0 ? first : first + "-" + std::to_string(occurrence + 1);
}

ChapterId chapter_of(const outline::Outline& outline, const outline::Internal& place) {
  if (!place.heading) return {place.document, 0};
  return {place.document, outline.at(place.document, *place.heading).chapter};
}

std::string place_of(const outline::Outline& outline, const outline::Internal& place) {
  const ChapterId id = chapter_of(outline, place);
  const std::string file = chapter_file(outline, id);
  const outline::Chapter& chapter = outline.documents[id.document.v].chapters[id.chapter];
  const bool begins_file = !place.heading || (id.chapter > 0 && chapter.heading == place.heading);
  return begins_file ? file : file + "#" + outline.at(place.document, *place.heading).anchor;
}

}  // namespace keben::epub
