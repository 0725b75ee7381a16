// Blocks. Divisions dissolve into the alignment of what they hold; boxes, folds and tabs become one
// kind with a label; what defines nothing comes before its list.
#include <span>
#include <string_view>
#include <utility>

#include "base/overload.h"
#include "edition/detail/settler.h"
#include "edition/direction.h"

namespace keben::edition {
namespace {

constexpr Box::Kind kind_of(model::Admonition::Kind kind) {
  static_assert(static_cast<int>(Box::Kind::other) ==
                static_cast<int>(model::Admonition::Kind::other));
  return static_cast<Box::Kind>(kind);
}

}  // namespace

Blocks Settler::text(model::Blocks blocks, const std::vector<outline::Chapter>& chapters,
                     std::vector<std::size_t>& begins) {
  Blocks out;
  out.reserve(blocks.size());
  chapter_ = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    while (i >= chapters[chapter_].end_block)
      ++chapter_;
    begins.push_back(out.size());
    block(std::move(blocks[i]), out);
  }
  begins.push_back(out.size());
  return out;
}

Blocks Settler::note(model::Note note, std::size_t chapter) {
  chapter_ = chapter;
  return blocks(std::move(note.children));
}

Blocks Settler::blocks(model::Blocks blocks) {
  Blocks out;
  out.reserve(blocks.size());
  for (model::Block& b : blocks)
    block(std::move(b), out);
  return out;
}

/// A block is numbered before what it holds.
void Settler::block(model::Block block, Blocks& out) {
  const SourceSpan at = block.at;
  const auto put = [&](auto settle) {
    const NodeId id = register_.add(at);
    auto is = settle();
    out.push_back({id, std::move(is)});
  };
  const auto put_box = [&](Box::Kind kind, model::Inlines& label, std::string_view name,
                           model::Blocks& children) {
    put([&] { return box(kind, std::move(label), name, std::move(children), at); });
  };
  std::visit(Overload{
                 [&](model::Paragraph& b) { put([&] { return paragraph(std::move(b), at); }); },
                 [&](model::Heading& b) { heading(std::move(b), at, out); },
                 [&](model::Quote& b) { put([&] { return quote(std::move(b), at); }); },
                 [&](model::List& b) {
                   if (!b.items.empty()) put([&] { return list(std::move(b)); });
                 },
                 [&](model::CodeBlock& b) { put([&] { return code_of(std::move(b), at); }); },
                 [&](model::Table& b) { put([&] { return table(std::move(b), at); }); },
                 [&](model::ThematicBreak&) { put([] { return Rule{}; }); },
                 [&](model::Figure& b) { put([&] { return figure(std::move(b), at); }); },
                 [&](model::Admonition& b) {
                   put_box(kind_of(b.kind), b.title,
                           model::admonition_label(b.kind, language_.convention), b.children);
                 },
                 [&](model::Details& b) { put_box(Box::Kind::folded, b.summary, {}, b.children); },
                 [&](model::MathBlock& b) { put([&] {
                                              return Formula{std::move(b.tex), true};
                                            }); },
                 [&](model::DefinitionList& b) { definitions(std::move(b), at, out); },
                 [&](model::LinkCard& b) { put([&] { return card(std::move(b)); }); },
                 [&](model::Tabs& b) {
                   for (model::Tabs::Tab& tab : b.tabs)
                     put_box(Box::Kind::tab, tab.title, {}, tab.children);
                 },
                 [&](model::Division& b) {
                   const Align around =
                       std::exchange(align_, b.align == Align::none ? align_ : b.align);
                   for (model::Block& child : b.children)
                     this->block(std::move(child), out);
                   align_ = around;
                 },
                 [](model::RawBlock&) {},  // interpreted by the reader
             },
             block.is);
}

Paragraph Settler::paragraph(model::Paragraph b, SourceSpan at) {
  Paragraph out;
  out.align = b.align == Align::none ? align_ : b.align;
  out.words = words(std::move(b.content), at);
  out.direction = direction_of(out.words.inlines, language_);
  return out;
}

void Settler::heading(model::Heading b, SourceSpan at, Blocks& out) {
  const outline::HeadingPlace& place = outline_.at(id_, b.id);
  const NodeId id = register_.add(at);
  Passage own = words(std::move(b.content), at);
  if (place.text.empty()) {
    out.push_back({id, Anchor{place.anchor, std::move(own)}});
    return;
  }
  out.push_back({id, Heading{.words = std::move(own),
                             .id = b.id,
                             .rank = rank_ + place.rank - 1,
                             .level = b.level,
                             .anchor = place.anchor,
                             .align = align_}});
}

Quote Settler::quote(model::Quote b, SourceSpan at) {
  Quote out;
  out.children = blocks(std::move(b.children));
  if (!b.attribution.empty()) out.attribution = words(std::move(b.attribution), at);
  return out;
}

/// Items stand beside their marks, whatever is centred around the list.
List Settler::list(model::List b) {
  const Align around = std::exchange(align_, Align::none);
  List out{b.mark, b.tight, {}};
  std::uint32_t number = b.start;
  for (model::ListItem& item : b.items) {
    ListItem& settled = out.items.emplace_back();
    settled.checked = item.checked;
    if (b.mark != model::List::Mark::bullet) settled.number = number++;
    settled.children = blocks(std::move(item.children));
  }
  align_ = around;
  return out;
}

Box Settler::box(Box::Kind kind, model::Inlines label, std::string_view name,
                 model::Blocks children, SourceSpan at) {
  Box out{.kind = kind, .label = {}, .children = {}};
  if (label.empty() && !name.empty()) {
    out.label = {register_.add(at), {{at, Text{std::string(name)}}}};
  } else {
    out.label = words(std::move(label), at);
  }
  out.children = blocks(std::move(children));
  return out;
}

void Settler::definitions(model::DefinitionList b, SourceSpan at, Blocks& out) {
  auto entry_at = b.entries.begin();
  for (; entry_at != b.entries.end() && entry_at->terms.empty(); ++entry_at) {
    for (model::Blocks& definition : entry_at->definitions)
      for (model::Block& child : definition)
        block(std::move(child), out);
  }
  if (entry_at == b.entries.end()) return;
  const NodeId id = register_.add(at);
  Definitions list;
  for (model::DefinitionList::Entry& entry : std::span(entry_at, b.entries.end())) {
    Definitions::Entry& settled = list.entries.emplace_back();
    for (model::Inlines& term : entry.terms)
      settled.terms.push_back(words(std::move(term), at));
    for (model::Blocks& definition : entry.definitions)
      settled.definitions.push_back(blocks(std::move(definition)));
  }
  out.push_back({id, std::move(list)});
}

/// The address is shown where the title does not say it: on paper it is all that there is.
Card Settler::card(model::LinkCard b) {
  Card out{.title = b.title.empty() ? b.to.destination : std::move(b.title),
           .address = {},
           .to = destination(b.to.id)};
  if (out.to && out.title != b.to.destination) out.address = std::move(b.to.destination);
  return out;
}

}  // namespace keben::edition
