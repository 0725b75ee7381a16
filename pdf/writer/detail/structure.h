// The tag tree: what the pages' marks are, in reading order (ISO 32000-1 §14.7).
//
// Elements are attached to their parents in the order in which their content first appears, page by
// page, and where a figure waited for a page, in the order in which they were made, which is the
// text's; elements that never got content are not written, but for the empty cells of a table's
// row, which keep its columns.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pdf/draw/display_list.h"
#include "pdf/writer/detail/object_file.h"

namespace keben::pdf::writer {

class StructureTree {
 public:
  StructureTree(ObjectFile& file, const std::vector<draw::Struct>& structure);

  /// The owner of each of a page's MCIDs, in order of pages; the page itself may be set later by
  /// `place_page`.
  void add_page(std::uint32_t page, const std::vector<draw::StructId>& owners);
  void place_page(std::uint32_t page, Object object);
  /// An annotation of an element on a page; returns its key in the parent tree (/StructParent).
  std::uint32_t add_annotation(draw::StructId element, std::uint32_t page, Object annotation);

  /// Writes the elements and the root, and names it in the catalog.
  void finish();

 private:
  struct Kid {
    enum class Kind : std::uint8_t { content, element, annotation };
    Kind kind;
    std::uint32_t page;   // of content and annotations
    std::uint32_t value;  // MCID, element or index into annotations_
  };
  struct Element {
    Object object;
    bool attached = false;
    std::vector<Kid> kids;
  };
  void attach(std::uint32_t element);
  std::ptrdiff_t place_among(const std::vector<Kid>& kids, std::uint32_t element) const;
  std::string kids_of(const Element& element, std::uint32_t own_page) const;
  std::string body_of(std::uint32_t element) const;
  std::string parent_tree() const;

  ObjectFile& file_;
  const std::vector<draw::Struct>& structure_;
  std::vector<std::vector<std::uint32_t>>
      cells_of_row_;  // by element: its cells, where it is a row
  std::vector<Element> elements_;
  std::vector<Object> pages_;
  std::vector<std::vector<std::uint32_t>> marked_;  // by page: element of each MCID
  struct Annotation {
    Object object;
    std::uint32_t element;
  };
  std::vector<Annotation> annotations_;
};

}  // namespace keben::pdf::writer
