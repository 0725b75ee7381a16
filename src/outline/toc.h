// The table of contents as a tree: parts, members, headings by rank.
#pragma once

#include <vector>

#include "model/collection.h"
#include "outline/outline.h"

namespace keben::outline {

/// A single document's headings stand at the top, since its title is the book's; in a collection
/// each member is an entry, under its part where there are parts. Headings without words, and those
/// that are not `listed`, have none.
std::vector<TocEntry> make_toc(const model::Collection& collection,
                               const std::vector<DocumentOutline>& documents);

}  // namespace keben::outline
