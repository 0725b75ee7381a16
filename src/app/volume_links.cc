#include "app/volume_links.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "markdown/lists.h"
#include "model/generated_words.h"
#include "outline/address.h"
#include "outline/outline.h"

namespace keben::app {
namespace {

using namespace model;

/// A title in 《 》 has 〈 〉 for its own (GB/T 15834 #4.15).
std::string within_title_marks(std::string title) {
  for (const auto& [outer, inner] : {std::pair("《", "〈"), std::pair("》", "〉")}) {
    const std::string mark = outer;
    for (std::size_t at = 0; (at = title.find(mark, at)) != std::string::npos;)
      title.replace(at, mark.size(), inner);
  }
  return title;
}

class Leader {
 public:
  Leader(Collection& book, const std::vector<VolumeStart>& volumes)
      : book_(book), volumes_(volumes) {
    Diagnostics unsaid;  // each volume tells of its own links
    outline_ = outline::make_outline(book, unsaid);
  }

  void go() {
    for (std::uint32_t d = 0; d < book_.documents.size(); ++d) {
      here_ = {d};
      markdown::for_each_part(
          book_.documents[d], [&](Block& block) { settle(block); },
          [&](Inlines& inlines) { settle(inlines); });
    }
  }

 private:
  std::size_t volume_of(DocumentId document) const {
    const auto after = std::upper_bound(
        volumes_.begin(), volumes_.end(), static_cast<std::size_t>(document.v),
        [](std::size_t number, const VolumeStart& volume) { return number < volume.first; });
    return static_cast<std::size_t>(std::distance(volumes_.begin(), after)) - 1;
  }

  /// The essay in another volume that a link leads to. A web address leads there without us.
  std::optional<DocumentId> elsewhere(const LinkTarget& to) const {
    const auto* inside = std::get_if<outline::Internal>(&outline_.at(here_, to.id));
    if (!inside || volume_of(inside->document) == volume_of(here_)) return std::nullopt;
    const outline::Address written = outline::split_address(to.destination);
    const bool web =
        !written.scheme.empty() || written.has_authority || written.path.starts_with("www.");
    return web ? std::nullopt : std::optional(inside->document);
  }

  /// Its page: as it says itself, else the path under the site that the author wrote.
  std::string page_of(DocumentId document, const LinkTarget& to) const {
    const outline::Address written = outline::split_address(to.destination);
    const Meta& there = book_.documents[document.v].meta;
    const std::string fragment = written.fragment.empty() ? "" : "#" + written.fragment;
    if (!there.source.empty()) return there.source.substr(0, there.source.find('#')) + fragment;
    const Meta& here = book_.documents[here_.v].meta;
    const std::string& site = here.site.empty() ? book_.meta.site : here.site;
    const bool on_site = written.path.starts_with('/') && !written.path.ends_with(".md");
    if (site.empty() || !on_site) return {};
    return outline::normalised_address(
               outline::resolved_against(outline::split_address(site), written))
        .value_or(std::string());
  }

  std::string words_for_volume(DocumentId document) const {
    const Convention convention = book_.documents[here_.v].meta.language.convention;
    const GeneratedWords& words = words_for(convention);
    const std::string& title = volumes_[volume_of(document)].title;
    const bool marks = words.before_other.ends_with("《");
    std::string out(words.before_other);
    return out.append(marks ? within_title_marks(title) : title).append(words.after_other);
  }

  /// Nothing where the link leads on; else the words that stand for it.
  std::optional<std::string> settle(LinkTarget& to) const {
    const std::optional<DocumentId> other = elsewhere(to);
    if (!other) return std::nullopt;
    std::string page = page_of(*other, to);
    if (page.empty()) return words_for_volume(*other);
    to.destination = std::move(page);
    return std::nullopt;
  }

  void settle(Block& block) {
    heading_ = nullptr;
    if (auto* heading = std::get_if<Heading>(&block.is)) heading_ = &heading->content;
    if (auto* figure = std::get_if<Figure>(&block.is); figure && figure->link) {
      const std::optional<std::string> words = settle(*figure->link);
      if (!words) return;
      figure->link.reset();
      if (!figure->caption.empty()) figure->caption.push_back({block.at, Text{*words}});
    } else if (auto* card = std::get_if<LinkCard>(&block.is)) {
      const std::optional<std::string> words = settle(card->to);
      if (!words) return;
      const std::string& title = card->title.empty() ? card->to.destination : card->title;
      block.is = Paragraph{{{block.at, Text{title + *words}}}};
    }
  }

  /// A heading gets no words: they would stand in the table of contents, and change its name.
  void settle(Inlines& inlines) {
    const bool in_heading = &inlines == heading_;
    replace(inlines, in_heading);
  }

  void replace(Inlines& inlines, bool in_heading) {
    Inlines out;
    for (Inline& node : inlines) {
      if (auto* styled = std::get_if<Styled>(&node.is)) replace(styled->children, in_heading);
      if (auto* foreign = std::get_if<Foreign>(&node.is)) replace(foreign->children, in_heading);
      auto* link = std::get_if<Link>(&node.is);
      const std::optional<std::string> words = link ? settle(link->to) : std::nullopt;
      if (!words) {
        out.push_back(std::move(node));
        continue;
      }
      const SourceSpan at = node.at;
      Inlines children = std::move(link->children);
      std::move(children.begin(), children.end(), std::back_inserter(out));
      if (!in_heading) out.push_back({at, Text{*words}});
    }
    inlines = std::move(out);
  }

  Collection& book_;
  const std::vector<VolumeStart>& volumes_;
  outline::Outline outline_;
  DocumentId here_{};
  const Inlines* heading_ = nullptr;
};

}  // namespace

void lead_to_volumes(Collection& book, const std::vector<VolumeStart>& volumes) {
  Leader(book, volumes).go();
}

}  // namespace keben::app
