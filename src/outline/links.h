// Where each link leads: into the book, out of it, or nowhere.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "model/collection.h"
#include "outline/members.h"
#include "outline/outline.h"

namespace keben::outline {

/// The targets of one document's links, by LinkId. What leads nowhere inside the book is External
/// under the site where that is known, else Dead with a warning: `link-dead` for a place that does
/// not exist, `link-shared` for a name that several texts or headings have, `link-unusable` for an
/// address that no book may hold.
std::vector<Target> resolve_links(const model::Collection& collection, model::DocumentId document,
                                  const Members& members, Diagnostics& log);

}  // namespace keben::outline
