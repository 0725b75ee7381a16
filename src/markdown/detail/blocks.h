// A walk over the blocks of a tree whose inlines are not read yet, in reading order.
#pragma once

#include "markdown/detail/cmark.h"

namespace keben::markdown::detail {

/// The node behind `node` in `root`, or nullptr after the last.
inline cmark_node* next_block(cmark_node* node, const cmark_node* root) {
  if (node->first_child) return node->first_child;
  while (node != root && !node->next)
    node = node->parent;
  return node == root ? nullptr : node->next;
}

}  // namespace keben::markdown::detail
