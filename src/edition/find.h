// A paragraph by its number: a backend that must come back to one keeps no address of it.
#pragma once

#include "edition/edition.h"

namespace keben::edition {

/// The passage of a paragraph of the essay or its notes, by the passage's own number. It is there.
/// Takes time by the depth of the text: numbers rise in reading order.
const Passage& passage_at(const Essay& essay, NodeId passage);

}  // namespace keben::edition
