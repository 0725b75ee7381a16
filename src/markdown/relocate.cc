#include "markdown/relocate.h"

#include <cstdint>
#include <utility>

#include "markdown/lists.h"
#include "markdown/read.h"

namespace keben::markdown {

using namespace model;

SourceSpan relocated(SourceSpan at, const LinedText& text) {
  if (!at.known() || text.lines.empty()) return at;
  const Origin first = text.origin(at.first_line);
  const Origin last = text.origin(at.last_line);
  at.file = first.file;
  at.first_line = first.line;
  const bool ends_here = last.file == first.file && last.line >= first.line;
  at.last_line = ends_here ? last.line : first.line;
  if (at.last_line == at.first_line && at.last_column < at.first_column)
    at.last_column = at.first_column;
  return at;
}

namespace {

/// Puts another place in the stead of each that a body holds. `change(at)` gives the new one.
template <class Change>
class Places {
 public:
  explicit Places(const Change& change) : change_(change) {}

  void move(Document& document) const {
    move(document.blocks);
    for (Note& note : document.notes) {
      note.at = change_(note.at);
      move(note.children);
    }
  }

 private:
  void move(Blocks& blocks) const {
    for_each_block(
        blocks, [this](Block& block) { move(block); },
        [this](Inlines& inlines) {
          for_each_inline(inlines, [this](Inline& node) {
            node.at = change_(node.at);
            if (auto* image = std::get_if<Image>(&node.is)) move_alt(image->alt);
          });
        });
  }

  void move(Block& block) const {
    block.at = change_(block.at);
    if (auto* list = std::get_if<List>(&block.is)) {
      for (ListItem& item : list->items)
        item.at = change_(item.at);
    }
    if (auto* table = std::get_if<Table>(&block.is))
      move_cells(table->head), move_cells(table->body);
  }

  void move_alt(Inlines& alt) const {
    for_each_inline(alt, [this](Inline& node) { node.at = change_(node.at); });
  }

  void move_cells(std::vector<TableRow>& rows) const {
    for (TableRow& row : rows) {
      for (TableCell& cell : row)
        cell.at = change_(cell.at);
    }
  }

  const Change& change_;
};

}  // namespace

void relocate(Document& document, const LinedText& text) {
  const auto change = [&](SourceSpan at) { return relocated(at, text); };
  Places(change).move(document);
}

void take_places(Document& document, FileId first) {
  if (first.v == 0) return;
  const auto change = [&](SourceSpan at) { return at.taken(first); };
  Places(change).move(document);
  document.meta.title_at = change(document.meta.title_at);
  document.file.v = static_cast<std::uint16_t>(document.file.v + first.v);
}

Diagnostics relocated(const Diagnostics& log, const LinedText& text) {
  Diagnostics out;
  for (Diagnostic each : log.all()) {
    each.at = relocated(each.at, text);
    out.add(std::move(each));
  }
  return out;
}

}  // namespace keben::markdown
