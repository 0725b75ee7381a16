#include "epub/xhtml/page_marks.h"

namespace keben::epub {

PageMarks::PageMarks(const edition::PageStarts& starts) {
  for (const edition::PageStart& start : starts)
    by_node_[start.place.node.v].push_back(start);
}

std::span<const edition::PageStart> PageMarks::in(edition::NodeId node) const {
  const auto found = by_node_.find(node.v);
  return found == by_node_.end() ? std::span<const edition::PageStart>() : found->second;
}

std::string page_id(const std::string& label) {
  return "page-" + label;
}

void write_page_mark(XmlWriter& out, const std::string& label) {
  const Element mark(out, "span",
                     {{"epub:type", "pagebreak"},
                      {"role", "doc-pagebreak"},
                      {"id", page_id(label)},
                      {"aria-label", label}});
}

}  // namespace keben::epub
