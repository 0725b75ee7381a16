#include "outline/links.h"

#include <optional>
#include <string>
#include <utility>

#include "model/walk.h"
#include "outline/address.h"

namespace keben::outline {
namespace {

using namespace model;

class Resolver {
 public:
  Resolver(DocumentId document, const Members& members, Diagnostics& log)
      : document_(document), members_(members), log_(log) {}

  Target resolve(const std::string& destination, SourceSpan at) {
    written_ = destination;
    at_ = at;
    Address address = split_address(destination);
    if (address.scheme.empty() && address.path.compare(0, 4, "www.") == 0)
      address = split_address("https://" + destination);
    if (address.has_authority && address.scheme.empty()) address.scheme = "https";
    if (!address.scheme.empty()) return on_the_web(address);
    if (!address.path.empty()) return beside(address);
    if (!address.fragment.empty()) return in_this_document(address.fragment);
    return dead();
  }

 private:
  Target on_the_web(const Address& address) {
    if (const auto member = members_.by_address(address)) return in(*member, address.fragment);
    if (auto usable = normalised_address(address)) return External{std::move(*usable)};
    log_.warn(
        "link-unusable", at_,
        {"链接地址“" + written_ + "”不能用于书中，已保留文字、去掉链接",
         "the address \"" + written_ + "\" cannot stand in a book; its text is kept, unlinked"},
        {"请写完整的 https:// 地址", "write a whole https:// address"});
    return Dead{};
  }

  Target beside(const Address& address) {
    if (const auto member = members_.by_path(document_, percent_decoded(address.path)))
      return in(*member, address.fragment);
    const Address page = members_.page_of(document_);
    if (page.scheme.empty()) return dead();
    Address there = address;
    for (const std::string_view suffix : {".md", ".markdown"}) {
      if (!there.path.ends_with(suffix)) continue;
      // Where a pattern names the pages, a file's name says nothing of its address.
      if (members_.has_patterned_page(document_)) return dead();
      there.path.resize(there.path.size() - suffix.size());
    }
    if (auto usable = normalised_address(resolved_against(page, there)))
      return External{std::move(*usable)};
    return dead();
  }

  Target in_this_document(const std::string& fragment) {
    if (fragment == "top") return Internal{document_, std::nullopt};
    const auto place = members_.place(document_, fragment);
    return place ? Target{*place} : dead();
  }

  /// A fragment that a member does not have still leads to its beginning.
  Target in(DocumentId member, const std::string& fragment) {
    if (fragment.empty() || fragment == "top") return Internal{member, std::nullopt};
    if (const auto place = members_.place(member, fragment)) return *place;
    log_.warn("link-dead", at_,
              {"链接“" + written_ + "”所指的标题不存在，改为指向该篇开头",
               "no heading answers to the link \"" + written_ +
                   "\"; it now leads to the beginning of that text"},
              {"请核对 # 后面的部分", "correct the part after #"});
    return Internal{member, std::nullopt};
  }

  Target dead() {
    log_.warn(
        "link-dead", at_,
        {"链接“" + written_ + "”在书中没有去处，已保留文字、去掉链接",
         "the link \"" + written_ + "\" leads nowhere in this book; its text is kept, unlinked"},
        {"请改正路径；若指向网站，请在设置中写明 site",
         "correct the path, or set `site` where it means a page of your site"});
    return Dead{};
  }

  DocumentId document_;
  const Members& members_;
  Diagnostics& log_;
  std::string written_;  // the link in hand, for messages
  SourceSpan at_;
};

/// Calls `f(LinkTarget, SourceSpan)` for each link of a tree, in reading order.
template <class F>
void for_each_link(const Blocks& blocks, const F& f) {
  for_each_block(
      blocks,
      [&](const Block& block) {
        if (const auto* card = std::get_if<LinkCard>(&block.is)) f(card->to, block.at);
        if (const auto* figure = std::get_if<Figure>(&block.is); figure && figure->link)
          f(*figure->link, block.at);
      },
      [&](const Inlines& inlines) {
        for_each_inline(inlines, [&](const Inline& node) {
          if (const auto* link = std::get_if<Link>(&node.is)) f(link->to, node.at);
        });
      });
}

}  // namespace

std::vector<Target> resolve_links(const Collection& collection, DocumentId document,
                                  const Members& members, Diagnostics& log) {
  const Document& text = collection.documents[document.v];
  std::vector<Target> out(text.links, Target{Dead{}});
  Resolver resolver(document, members, log);
  const auto settle = [&](const LinkTarget& to, SourceSpan at) {
    out[to.id.v] = resolver.resolve(to.destination, at);
  };
  for_each_link(text.blocks, settle);
  for (const Note& note : text.notes)
    for_each_link(note.children, settle);
  return out;
}

}  // namespace keben::outline
