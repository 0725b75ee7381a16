// One book cut into volumes, each complete: by its parts, or where the next essay would make it too
// large.
//
// No essay is cut. A volume has the whole's title with its own number, its own cover, contents and
// identity, and says which set it is a volume of, so that shelves keep them together. Links between
// volumes are settled in volume_links.
#pragma once

#include <cstddef>
#include <vector>

#include "app/invocation.h"
#include "model/collection.h"

namespace keben::app {

/// The volumes in order; the book itself where they would be one.
///
/// @param weights  bytes of each document with its pictures; what counts for a cut by size
std::vector<model::Collection> volumes_of(model::Collection book, const Split& split,
                                          const std::vector<std::size_t>& weights);

/// `文集.epub` → `文集-2.epub`, of ten or more volumes `文集-02.epub`.
std::string volume_name(const std::string& name, std::size_t volume, std::size_t volumes);

}  // namespace keben::app
