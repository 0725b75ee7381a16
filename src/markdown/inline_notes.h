// `^[a note where it is referred to]` becomes a note like any other.
#pragma once

#include <vector>

#include "model/document.h"

namespace keben::markdown {

/// Takes the notes out of one list of inlines and appends them to `notes`, where others may stand
/// already; the first of all will be number `first`. A note's content is what stands between the
/// brackets, markup and links included; `^[a-z]` of a pattern stays text. Linear.
void take_inline_notes(model::Inlines& inlines, std::size_t first, std::vector<model::Note>& notes);

}  // namespace keben::markdown
