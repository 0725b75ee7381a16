// What stands inside a line.
#include <utility>

#include "base/overload.h"
#include "edition/detail/settler.h"

namespace keben::edition {

Passage Settler::words(model::Inlines inlines, SourceSpan at) {
  if (inlines.empty()) return {};
  const NodeId id = register_.add(at);
  return {id, this->inlines(std::move(inlines))};
}

Inlines Settler::inlines(model::Inlines inlines) {
  Inlines out;
  out.reserve(inlines.size());
  for (model::Inline& node : inlines)
    one(std::move(node), out);
  return out;
}

void Settler::one(model::Inline node, Inlines& out) {
  const SourceSpan at = node.at;
  const auto put = [&](auto is) { out.push_back({at, std::move(is)}); };
  std::visit(Overload{
                 [&](model::Text& n) { put(Text{std::move(n.text)}); },
                 [&](model::SoftBreak&) { put(Text{" "}); },  // settled by the reader
                 [&](model::HardBreak&) { put(LineBreak{}); },
                 [&](model::CodeSpan& n) { put(code_text(std::move(n.text))); },
                 [&](model::Styled& n) {
                   put(Styled{n.style, inlines(std::move(n.children))});
                 },
                 [&](model::Link& n) { link(std::move(n), at, out); },
                 [&](model::Image& n) { put(picture_in_line(std::move(n), at)); },
                 [&](model::NoteReference& n) {
                   (in_link_ ? after_link_ : out).push_back({at, note_mark(n)});
                 },
                 [&](model::Math& n) {
                   put(Formula{std::move(n.tex), n.display});
                 },
                 [&](model::Ruby& n) { put(Ruby{std::move(n.pairs)}); },
                 [&](model::Foreign& n) {
                   put(Foreign{std::move(n.tag), inlines(std::move(n.children))});
                 },
                 [](model::RawInline&) {},  // interpreted by the reader
             },
             node.is);
}

/// One that is missing says at least where it was.
Picture Settler::picture_in_line(model::Image image, SourceSpan at) {
  Picture out = picture(std::move(image), {}, at);
  if (!out.asset && out.missing.empty()) out.missing = out.source;
  return out;
}

void Settler::link(model::Link n, SourceSpan at, Inlines& out) {
  std::optional<Destination> to = destination(n.to.id);
  if (!to || in_link_) {
    for (model::Inline& child : n.children)
      one(std::move(child), out);
    return;
  }
  const bool shows_address = model::shows_its_address(n);
  in_link_ = true;
  Inlines children = inlines(std::move(n.children));
  in_link_ = false;
  out.push_back(
      {at, Link{std::move(*to), std::move(n.to.title), shows_address, std::move(children)}});
  for (Inline& mark : std::exchange(after_link_, {}))
    out.push_back(std::move(mark));
}

NoteMark Settler::note_mark(const model::NoteReference& n) {
  if (marks_.size() <= n.note.v) marks_.resize(n.note.v + 1);
  std::vector<std::size_t>& own = marks_[n.note.v];
  if (own.size() <= n.occurrence) own.resize(n.occurrence + 1);
  own[n.occurrence] = chapter_;
  return {n.note.v, n.occurrence};
}

std::optional<Destination> Settler::destination(model::LinkId link) const {
  return std::visit(Overload{
                        [](const outline::External& t) { return std::optional<Destination>(t); },
                        [](const outline::Internal& t) { return std::optional<Destination>(t); },
                        [](const outline::Dead&) { return std::optional<Destination>(); },
                    },
                    outline_.at(id_, link));
}

}  // namespace keben::edition
