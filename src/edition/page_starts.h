// Where the pages of the printed book begin in its text: what the EPUB of the same run marks, so
// that readers of both can say "page 37" to one another.
#pragma once

#include <string>
#include <vector>

#include "edition/node_id.h"

namespace keben::edition {

struct PageStart {
  std::string label;  // "12", as printed
  TextPlace place;
};

/// In the order of the pages; those that begin no text (blank ones, front matter) are not among
/// them.
using PageStarts = std::vector<PageStart>;

}  // namespace keben::edition
