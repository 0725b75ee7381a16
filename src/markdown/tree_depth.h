// How deep a tree is: what the limit on nesting counts when HTML is about to add to it.
#pragma once

#include <cstddef>

#include "model/block.h"

namespace keben::markdown {

/// Levels of the deepest path, inlines included: 0 for nothing, 1 for a rule, 2 for a line of text.
std::size_t depth_of(const model::Blocks& blocks);
std::size_t depth_of(const model::Inlines& inlines);

}  // namespace keben::markdown
