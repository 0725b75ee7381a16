#include "model/inline.h"

#include <algorithm>
#include <cmath>

#include "base/overload.h"

namespace keben::model {
namespace {

void append_plain(std::string& out, const Inlines& inlines) {
  for (const Inline& node : inlines) {
    std::visit(Overload{
                   [&](const Text& n) { out += n.text; },
                   [&](const SoftBreak&) { out += ' '; },
                   [&](const HardBreak&) { out += ' '; },
                   [&](const CodeSpan& n) { out += n.text; },
                   [&](const Styled& n) { append_plain(out, n.children); },
                   [&](const Link& n) { append_plain(out, n.children); },
                   [&](const Image& n) { append_plain(out, n.alt); },
                   [](const NoteReference&) {},
                   [&](const Math& n) { out += n.tex; },
                   [&](const Ruby& n) {
                     for (const Ruby::Pair& pair : n.pairs)
                       out += pair.base;
                   },
                   [&](const Foreign& n) { append_plain(out, n.children); },
                   [](const RawInline&) {},
               },
               node.is);
  }
}

}  // namespace

SizeHint points_wide(float points) {
  constexpr float kWidest = 10'000;  // three metres and a half
  if (!std::isfinite(points) || points <= 0) return {};
  return {std::min(points, kWidest), SizeHint::Unit::pt};
}

SizeHint share_of_measure(float percent) {
  if (!std::isfinite(percent) || percent <= 0) return {};
  return {std::min(percent, 100.0F), SizeHint::Unit::percent};
}

std::string plain_text(const Inlines& inlines) {
  std::string out;
  append_plain(out, inlines);
  return out;
}

bool shows_its_address(const Link& link) {
  return plain_text(link.children) == link.to.destination;
}

}  // namespace keben::model
