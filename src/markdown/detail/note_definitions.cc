#include "markdown/detail/note_definitions.h"

#include <algorithm>
#include <set>

#include "markdown/ascii.h"
#include "markdown/detail/blocks.h"

namespace keben::markdown::detail {

std::vector<NoteDefinition> collect_note_definitions(cmark_node& root, const Restorer& restorer) {
  std::vector<NoteDefinition> out;
  for (cmark_node* node = &root; node; node = next_block(node, &root)) {
    if (node->type != CMARK_NODE_FOOTNOTE_DEFINITION) continue;
    out.push_back(
        {restorer.restored(view(node->as.literal)), static_cast<std::uint32_t>(node->start_line)});
  }
  return out;
}

void warn_of_lost_notes(const std::vector<NoteDefinition>& definitions,
                        const std::vector<model::Note>& notes, FileId file, Diagnostics& log) {
  std::set<std::uint32_t> kept_lines;
  std::set<std::string> kept_labels;
  for (const model::Note& note : notes) {
    kept_lines.insert(note.at.first_line);
    kept_labels.insert(lowered(note.label));
  }
  for (const NoteDefinition& definition : definitions) {
    if (kept_lines.contains(definition.line)) continue;
    const SourceSpan at{definition.line, definition.line, 1, 1, file};
    const std::string label = "[^" + definition.label + "]";
    if (kept_labels.contains(lowered(definition.label))) {
      log.warn("note-duplicate", at,
               {"脚注 " + label + " 重复定义，以第一个为准，此处略去",
                "footnote " + label + " is defined again; the first counts, this one is left out"},
               {"改用另一个标签", "give it a label of its own"});
    } else {
      log.warn("note-unused", at,
               {"脚注 " + label + " 没有被引用，已略去",
                "footnote " + label + " is never referred to and was left out"},
               {"在正文写 " + label + "，或删去它", "refer to it in the text, or delete it"});
    }
  }
}

}  // namespace keben::markdown::detail
