#include "edition/direction.h"

#include <algorithm>

#include "base/overload.h"
#include "base/utf8.h"
#include "unicode/bidi.h"
#include "unicode/properties.h"

namespace keben::edition {
namespace {

/// The first letter's direction, where there is a letter.
std::optional<Direction> first_of(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded d = utf8::decode(text, at);
    if (unicode::properties_of(d.code_point).category == unicode::Category::letter)
      return unicode::may_turn(d.code_point) ? Direction::leftward : Direction::rightward;
    at = d.next;
  }
  return std::nullopt;
}

std::optional<Direction> first_of(const Inlines& words) {
  for (const Inline& node : words) {
    const std::optional<Direction> found =
        std::visit(Overload{
                       [](const Text& n) { return first_of(n.text); },
                       [](const LineBreak&) { return std::optional<Direction>(); },
                       [](const CodeText& n) { return first_of(n.text); },
                       [](const Styled& n) { return first_of(n.children); },
                       [](const Link& n) { return first_of(n.children); },
                       [](const Picture&) { return std::optional<Direction>(); },
                       [](const NoteMark&) { return std::optional<Direction>(); },
                       [](const Formula&) { return std::optional<Direction>(); },
                       [](const Ruby& n) {
                         return n.pairs.empty() ? std::nullopt : first_of(n.pairs.front().base);
                       },
                       [](const Foreign& n) { return first_of(n.children); },
                   },
                   node.is);
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace

Direction direction_of(const Inlines& words, const model::Language& language) {
  return first_of(words).value_or(model::runs_leftward(language) ? Direction::leftward
                                                                 : Direction::rightward);
}

}  // namespace keben::edition
