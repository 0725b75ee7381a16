#include "typography/run_together.h"

#include "base/overload.h"
#include "base/utf8.h"
#include "model/walk.h"

namespace keben::typography {

using namespace model;

RunTogether::RunTogether(const Inlines& paragraph) {
  for_each_inline(paragraph, [this](const Inline& node) { add(node); });
}

void RunTogether::put_back(Inlines& paragraph) const {
  std::size_t next = 0;
  for_each_inline(paragraph, [&](Inline& node) {
    auto* n = std::get_if<Text>(&node.is);
    if (!n) return;
    const std::size_t length = utf8::count(n->text);
    n->text = utf8::from_utf32(std::u32string_view(text).substr(starts_[next++], length));
  });
}

void RunTogether::add(const Inline& node) {
  std::visit(Overload{
                 [&](const Text& n) { starts_.push_back(text.size()), append(n.text, false); },
                 [&](const SoftBreak&) { append(" ", true); },
                 [&](const HardBreak&) { append("\n", true); },
                 [&](const CodeSpan& n) { append(n.text, true); },
                 [](const Styled&) {},  // for_each_inline goes on to the children
                 [](const Link&) {},
                 [&](const Image&) { append("\uFFFC", true); },
                 [](const NoteReference&) {},
                 [&](const Math& n) { append(n.tex, true); },
                 [&](const Ruby& n) {
                   for (const Ruby::Pair& pair : n.pairs)
                     append(pair.base, true);
                 },
                 [](const Foreign&) {},
                 [](const RawInline&) {},
             },
             node.is);
}

void RunTogether::append(const std::string& words, bool literal) {
  text += utf8::to_utf32(words);
  literal_.resize(text.size(), literal ? 1 : 0);
}

}  // namespace keben::typography
