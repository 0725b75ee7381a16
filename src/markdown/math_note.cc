#include <cstddef>

#include "markdown/passes.h"
#include "model/walk.h"

namespace keben::markdown {
namespace {

using namespace model;

/// Formulas in the order of the text, counted; the first one's place.
struct Formulas {
  std::size_t count = 0;
  SourceSpan first;

  void meet(SourceSpan at) {
    if (count++ == 0) first = at;
  }

  void gather(const Blocks& blocks) {
    for_each_block(
        blocks,
        [this](const Block& block) {
          if (std::holds_alternative<MathBlock>(block.is)) meet(block.at);
        },
        [this](const Inlines& inlines) {
          for_each_inline(inlines, [this](const Inline& node) {
            if (std::holds_alternative<Math>(node.is)) meet(node.at);
          });
        });
  }
};

}  // namespace

void note_math(const Document& document, Diagnostics& log) {
  Formulas formulas;
  formulas.gather(document.blocks);
  for (const Note& note : document.notes)
    formulas.gather(note.children);
  if (formulas.count == 0) return;
  const std::string count = std::to_string(formulas.count);
  log.note("math-as-source", formulas.first,
           {"公式共 " + count + " 处，书中以 TeX 源码表示",
            "formulas (" + count + ") are shown as their TeX source"});
}

}  // namespace keben::markdown
