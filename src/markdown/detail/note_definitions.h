// Footnote definitions that the parser drops without a word: those that nothing refers to, and all
// but the first of a label. Their text would be lost in silence.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "markdown/detail/cmark.h"
#include "markdown/stand_ins.h"
#include "model/document.h"

namespace keben::markdown::detail {

/// A `[^label]: …` as the block parser found it.
struct NoteDefinition {
  std::string label;
  std::uint32_t line = 0;
};

/// All definitions of a tree whose blocks are known and whose inlines are not parsed yet, in order.
std::vector<NoteDefinition> collect_note_definitions(cmark_node& root, const Restorer& restorer);

/// Warns of each definition that did not become a note: `note-duplicate` where one of its label
/// did, else `note-unused`.
void warn_of_lost_notes(const std::vector<NoteDefinition>& definitions,
                        const std::vector<model::Note>& notes, FileId file, Diagnostics& log);

}  // namespace keben::markdown::detail
