// How a reader gets about: bookmarks, links, named places, page labels (ISO 32000-1 §12.3, §12.4.2,
// §12.5.6.5).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pdf/draw/display_list.h"
#include "pdf/writer/detail/object_file.h"

namespace keben::pdf::writer {

/// Where an anchor is: a page and a height on it.
struct Place {
  std::uint32_t page = 0;
  Pt y;
};
using Places = std::map<std::string, Place>;

Places places_of(const draw::DisplayList& list);

/// The body of a link annotation; an anchor that is nowhere makes it empty, and the link must be
/// left out.
std::string link_body(const draw::LinkArea& link, Pt page_height, const Places& places);

/// `/Outlines`, `/PageLabels` and `/Names` of the catalog.
void add_navigation(ObjectFile& file, const draw::DisplayList& list, const Places& places,
                    const std::vector<Object>& pages);

}  // namespace keben::pdf::writer
