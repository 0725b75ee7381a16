#include "markdown/relocate.h"

#include <utility>

#include "markdown/lists.h"

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

class Relocation {
 public:
  explicit Relocation(const LinedText& text) : text_(text) {}

  void move(Blocks& blocks) const {
    for_each_block(
        blocks, [this](Block& block) { move(block); },
        [this](Inlines& inlines) {
          for_each_inline(inlines, [this](Inline& node) {
            node.at = relocated(node.at, text_);
            if (auto* image = std::get_if<Image>(&node.is)) move_alt(image->alt);
          });
        });
  }

 private:
  void move(Block& block) const {
    block.at = relocated(block.at, text_);
    if (auto* list = std::get_if<List>(&block.is)) {
      for (ListItem& item : list->items)
        item.at = relocated(item.at, text_);
    }
    if (auto* table = std::get_if<Table>(&block.is))
      move_cells(table->head), move_cells(table->body);
  }

  void move_alt(Inlines& alt) const {
    for_each_inline(alt, [this](Inline& node) { node.at = relocated(node.at, text_); });
  }

  void move_cells(std::vector<TableRow>& rows) const {
    for (TableRow& row : rows) {
      for (TableCell& cell : row)
        cell.at = relocated(cell.at, text_);
    }
  }

  const LinedText& text_;
};

}  // namespace

void relocate(Document& document, const LinedText& text) {
  const Relocation relocation(text);
  relocation.move(document.blocks);
  for (Note& note : document.notes) {
    note.at = relocated(note.at, text);
    relocation.move(note.children);
  }
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
