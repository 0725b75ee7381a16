#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/overload.h"
#include "markdown/ascii.h"
#include "markdown/lists.h"
#include "markdown/passes.h"
#include "unicode/cjk.h"

namespace keben::markdown {
namespace {

using namespace model;

bool holds_soft_break(const Inlines& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](const Inline& node) {
    if (std::holds_alternative<SoftBreak>(node.is)) return true;
    if (const auto* styled = std::get_if<Styled>(&node.is))
      return holds_soft_break(styled->children);
    if (const auto* link = std::get_if<Link>(&node.is)) return holds_soft_break(link->children);
    if (const auto* foreign = std::get_if<Foreign>(&node.is))
      return holds_soft_break(foreign->children);
    return false;
  });
}

/// The leaves of a line in order, whatever markup they stand in: a break looks at both its
/// neighbours across it.
void gather_leaves(Inlines& inlines, std::vector<Inline*>& out) {
  for (Inline& node : inlines) {
    if (auto* styled = std::get_if<Styled>(&node.is)) {
      gather_leaves(styled->children, out);
    } else if (auto* link = std::get_if<Link>(&node.is)) {
      gather_leaves(link->children, out);
    } else if (auto* foreign = std::get_if<Foreign>(&node.is)) {
      gather_leaves(foreign->children, out);
    } else {
      out.push_back(&node);
    }
  }
}

/// What a leaf shows to a break beside it. A note's mark shows nothing, and is looked past; a
/// picture and a formula count as a Latin letter.
std::string_view facing(const Inline& node) {
  constexpr std::string_view kLetter = "x";
  return std::visit(Overload{
                        [](const Text& n) { return std::string_view(n.text); },
                        [](const SoftBreak&) { return std::string_view(); },
                        [](const HardBreak&) { return std::string_view(); },
                        [](const CodeSpan& n) { return std::string_view(n.text); },
                        [](const Styled&) { return std::string_view(); },
                        [](const Link&) { return std::string_view(); },
                        [&](const Image&) { return kLetter; },
                        [](const NoteReference&) { return std::string_view(); },
                        [&](const Math&) { return kLetter; },
                        [](const Ruby& n) {
                          return n.pairs.empty() ? std::string_view()
                                                 : std::string_view(n.pairs.front().base);
                        },
                        [](const Foreign&) { return std::string_view(); },
                        [](const RawInline&) { return std::string_view(); },
                    },
                    node.is);
}

/// The nearest leaf from `at` in direction `step` that shows something; empty at an edge or a hard
/// break. Past sixteen that show nothing there is no more looking: a thousand lines of notes' marks
/// stay linear.
std::string_view look(const std::vector<Inline*>& leaves, std::ptrdiff_t at, std::ptrdiff_t step) {
  for (int left = 16; left > 0 && at >= 0 && at < std::ssize(leaves); at += step, --left) {
    const Inline& leaf = *leaves[static_cast<std::size_t>(at)];
    if (std::holds_alternative<HardBreak>(leaf.is)) break;
    if (const std::string_view shown = facing(leaf); !shown.empty()) return shown;
  }
  return {};
}

void resolve_breaks(Inlines& inlines) {
  std::vector<Inline*> leaves;
  gather_leaves(inlines, leaves);
  for (std::ptrdiff_t i = 0; i < std::ssize(leaves); ++i) {
    Inline& leaf = *leaves[static_cast<std::size_t>(i)];
    if (!std::holds_alternative<SoftBreak>(leaf.is)) continue;
    const std::string_view before = look(leaves, i - 1, -1);
    const std::string_view after = look(leaves, i + 1, 1);
    const bool vanishes = before.empty() || after.empty() || is_space(before.back()) ||
                          unicode::soft_break_vanishes(before, after);
    leaf.is = Text{vanishes ? "" : " "};
  }
}

bool needs_merging(const Inlines& inlines) {
  const auto is_text = [](const Inline& node) { return std::holds_alternative<Text>(node.is); };
  const auto is_empty = [](const Inline& node) {
    const auto* text = std::get_if<Text>(&node.is);
    return text && text->text.empty();
  };
  return std::any_of(inlines.begin(), inlines.end(), is_empty) ||
         std::adjacent_find(inlines.begin(), inlines.end(), [&](const Inline& a, const Inline& b) {
           return is_text(a) && is_text(b);
         }) != inlines.end();
}

void merge_texts(Inlines& inlines) {
  for (Inline& node : inlines) {
    if (auto* styled = std::get_if<Styled>(&node.is)) merge_texts(styled->children);
    if (auto* link = std::get_if<Link>(&node.is)) merge_texts(link->children);
    if (auto* foreign = std::get_if<Foreign>(&node.is)) merge_texts(foreign->children);
  }
  if (!needs_merging(inlines)) return;
  Inlines out;
  for (Inline& node : inlines) {
    const auto* text = std::get_if<Text>(&node.is);
    auto* before = out.empty() ? nullptr : std::get_if<Text>(&out.back().is);
    if (text && text->text.empty()) continue;
    if (text && before) {
      before->text += text->text;
      out.back().at.last_line = node.at.last_line;
      out.back().at.last_column = node.at.last_column;
    } else {
      out.push_back(std::move(node));
    }
  }
  inlines = std::move(out);
}

}  // namespace

void join_lines(Document& document) {
  for_each_part(document, kPassBy, [](Inlines& inlines) {
    if (holds_soft_break(inlines)) resolve_breaks(inlines);
    merge_texts(inlines);
  });
}

}  // namespace keben::markdown
