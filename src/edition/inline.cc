#include "edition/inline.h"

#include "base/overload.h"

namespace keben::edition {
namespace {

void append(std::string& out, const Inlines& inlines) {
  for (const Inline& node : inlines) {
    std::visit(Overload{
                   [&](const Text& n) { out += n.text; },
                   [&](const LineBreak&) { out += ' '; },
                   [&](const CodeText& n) { out += n.text; },
                   [&](const Styled& n) { append(out, n.children); },
                   [&](const Link& n) { append(out, n.children); },
                   [&](const Picture& n) { out += n.alt; },
                   [](const NoteMark&) {},
                   [&](const Formula& n) { out += n.tex; },
                   [&](const Ruby& n) {
                     for (const model::Ruby::Pair& pair : n.pairs)
                       out += pair.base;
                   },
                   [&](const Foreign& n) { append(out, n.children); },
               },
               node.is);
  }
}

}  // namespace

std::string plain_text(const Inlines& inlines) {
  std::string out;
  append(out, inlines);
  return out;
}

}  // namespace keben::edition
