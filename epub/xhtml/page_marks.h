// Marks in the text where the pages of the printed book begin (EPUB Accessibility 1.1, page
// navigation; EPUB 3.3 #sec-nav-pagelist).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "edition/page_starts.h"
#include "epub/xhtml/xml_writer.h"

namespace keben::epub {

/// The starts of pages by the node that they stand in.
class PageMarks {
 public:
  explicit PageMarks(const edition::PageStarts& starts);

  /// Those in one node, in order.
  std::span<const edition::PageStart> in(edition::NodeId node) const;

 private:
  std::unordered_map<std::uint32_t, edition::PageStarts> by_node_;  // answers questions only
};

/// The id of a page's mark, from its label.
std::string page_id(const std::string& label);

/// `<span epub:type="pagebreak" …/>`: empty, for reading systems and those who hear the book.
void write_page_mark(XmlWriter& out, const std::string& label);

}  // namespace keben::epub
