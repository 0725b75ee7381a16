// Numbers for what crosses trees: a place in a table, never a pointer.
//
// The reader numbers headings, links, images and notes of one document in reading order; outline
// and assets answer for a (document, number) pair.
#pragma once

#include <compare>
#include <cstdint>

namespace keben::model {

struct HeadingId {
  std::uint32_t v = 0;
  auto operator<=>(const HeadingId&) const = default;
};
struct LinkId {
  std::uint32_t v = 0;
  auto operator<=>(const LinkId&) const = default;
};
struct ImageId {
  std::uint32_t v = 0;
  auto operator<=>(const ImageId&) const = default;
};
struct NoteId {
  std::uint32_t v = 0;
  auto operator<=>(const NoteId&) const = default;
};
/// Index of a document in its collection.
struct DocumentId {
  std::uint32_t v = 0;
  auto operator<=>(const DocumentId&) const = default;
};

}  // namespace keben::model
