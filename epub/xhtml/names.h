// What files and places inside the book are called, in one place: the text that links and the
// package that lists must agree.
//
// Names are ASCII, `[a-z0-9.-]`, and short: Kobo leaves others undefined, Apple refuses some
// (epub.md 2). Ids are ASCII NCNames, unique in the whole book.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "assets/asset_store.h"
#include "model/ids.h"
#include "outline/outline.h"

namespace keben::epub {

/// A chapter by its place; each is one file.
struct ChapterId {
  model::DocumentId document;
  std::size_t chapter = 0;
  bool operator==(const ChapterId&) const = default;
};

/// `e1`, or `e1-2` where the document is cut: the file's stem, and the beginning of ids that only
/// this file uses.
std::string chapter_stem(const outline::Outline& outline, ChapterId id);

/// `e1-2.xhtml`; lies in `text/`.
std::string chapter_file(const outline::Outline& outline, ChapterId id);

/// `part1`: the stem of a part's own page, by its index; it lies in `text/`.
std::string part_stem(std::size_t part);

/// `0001.png`; lies in `img/`.
std::string picture_file(assets::AssetId id, assets::MediaType type);

/// `e1n3`: a note.
std::string note_id(model::DocumentId document, model::NoteId note);

/// `e1r3`, `e1r3-2`: a reference to it.
std::string note_mark_id(model::DocumentId document, model::NoteId note, std::uint32_t occurrence);

/// The chapter that a place inside the book lies in.
ChapterId chapter_of(const outline::Outline& outline, const outline::Internal& place);

/// `e1-2.xhtml`, or `e1-2.xhtml#e1s4`: a heading's place, from a file beside it. What begins a
/// file has no fragment: Kindle drops those at a body's beginning.
std::string place_of(const outline::Outline& outline, const outline::Internal& place);

}  // namespace keben::epub
