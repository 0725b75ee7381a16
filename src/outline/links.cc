#include "outline/links.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "model/walk.h"
#include "outline/address.h"
#include "outline/page_names.h"

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
    const Candidates found = members_.by_address(document_, address);
    if (found.size() == 1) return in(found[0], address.fragment);
    if (auto usable = normalised_address(address)) return External{std::move(*usable)};
    log_.warn(
        "link-unusable", at_,
        {"链接地址“" + written_ + "”不能用于书中，已保留文字、去掉链接",
         "the address \"" + written_ + "\" cannot stand in a book; its text is kept, unlinked"},
        {"请写完整的 https:// 地址", "write a whole https:// address"});
    return Dead{};
  }

  Target beside(const Address& address) {
    const Candidates found = members_.by_path(document_, percent_decoded(address.path));
    if (found.size() == 1) return in(found[0], address.fragment);
    if (found.size() > 1) return shared(found);
    const Address page = members_.page_of(document_);
    if (page.scheme.empty()) return dead();
    Address there = address;
    if (is_markdown(there.path)) {
      // Where a pattern names the pages, a file's name says nothing of its address.
      if (members_.has_patterned_page(document_)) return dead();
      there.path = without_markdown_suffix(there.path);
    }
    if (auto usable = normalised_address(resolved_against(page, there)))
      return External{std::move(*usable)};
    return dead();
  }

  Target in_this_document(const std::string& fragment) {
    if (fragment == "top") return Internal{document_, std::nullopt};
    const std::vector<Members::Place> places = members_.places(document_, fragment);
    if (places.size() > 1) return shared(document_, places);
    return places.empty() ? dead() : Target{places[0].at};
  }

  /// A fragment that a member does not have still leads to its beginning.
  Target in(DocumentId member, const std::string& fragment) {
    if (fragment.empty() || fragment == "top") return Internal{member, std::nullopt};
    const std::vector<Members::Place> places = members_.places(member, fragment);
    if (places.size() == 1) return places[0].at;
    if (places.size() > 1) return shared(member, places);
    log_.warn("link-dead", at_,
              {"链接“" + written_ + "”所指的标题不存在，改为指向该篇开头",
               "no heading answers to the link \"" + written_ +
                   "\"; it now leads to the beginning of that text"},
              {"请核对 # 后面的部分", "correct the part after #"});
    return Internal{member, std::nullopt};
  }

  /// A name of several texts is no name of one.
  Target shared(const Candidates& texts) {
    std::vector<std::string> names;
    for (const DocumentId text : texts)
      names.push_back(members_.name_of(text));
    const std::string all = joined(names);
    log_.warn("link-shared", at_,
              {"链接“" + written_ + "”可指几篇，已保留文字、去掉链接：" + all,
               "the link \"" + written_ + "\" may mean several texts; its words are kept, " +
                   "unlinked: " + all},
              {"写出从本文算起的路径", "write the path as seen from this text"});
    return Dead{};
  }

  Target shared(DocumentId member, const std::vector<Members::Place>& places) {
    std::vector<std::string> names;
    for (const Members::Place& place : places)
      names.push_back(place.text);
    const std::string all = joined(names);
    log_.warn("link-shared", at_,
              {"链接“" + written_ + "”可指几个标题，改为指向该篇开头：" + all,
               "the link \"" + written_ + "\" may mean several headings; it now leads to the " +
                   "beginning of that text: " + all},
              {"照标题原样写 # 后面的部分，或给标题加 {#id}",
               "write the part after # as the heading is, or give the heading an {#id}"});
    return Internal{member, std::nullopt};
  }

  static std::string joined(const std::vector<std::string>& names) {
    constexpr std::size_t kMostNamed = 5;
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), kMostNamed); ++i)
      out.append(i > 0 ? ", " : "").append(names[i]);
    return names.size() > kMostNamed ? out + " …" : out;
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
