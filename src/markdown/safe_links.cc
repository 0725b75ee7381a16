#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/lists.h"
#include "markdown/passes.h"

namespace keben::markdown {
namespace {

using namespace model;

/// The scheme as a browser reads it: controls and white space inside do not count, nor does case.
std::string scheme_of(std::string_view address) {
  std::string scheme;
  for (const char c : address) {
    if (static_cast<unsigned char>(c) <= ' ') continue;
    if (c == ':') return scheme;
    if (!is_alnum(c) && c != '+' && c != '-' && c != '.') break;
    scheme += lower(c);
  }
  return {};
}

bool is_unsafe(std::string_view address) {
  constexpr std::array<std::string_view, 4> kUnsafe = {"javascript", "vbscript", "data", "file"};
  const std::string scheme = scheme_of(address);
  return std::find(kUnsafe.begin(), kUnsafe.end(), scheme) != kUnsafe.end();
}

class LinkGuard {
 public:
  LinkGuard(std::size_t longest, Diagnostics& log) : longest_(longest), log_(log) {}

  /// Links that must not lead anywhere give their place to their text.
  void guard(Inlines& inlines) const {
    for (Inline& node : inlines) {
      if (auto* styled = std::get_if<Styled>(&node.is)) guard(styled->children);
      if (auto* foreign = std::get_if<Foreign>(&node.is)) guard(foreign->children);
    }
    const auto is_refused = [&](const Inline& node) {
      const auto* link = std::get_if<Link>(&node.is);
      return link && refuses(link->to);
    };
    if (std::none_of(inlines.begin(), inlines.end(), is_refused)) return;
    Inlines out;
    for (Inline& node : inlines) {
      if (!is_refused(node)) {
        out.push_back(std::move(node));
        continue;
      }
      auto& link = std::get<Link>(node.is);
      warn(link.to, node.at);
      std::move(link.children.begin(), link.children.end(), std::back_inserter(out));
    }
    inlines = std::move(out);
  }

  void guard(Block& block) const {
    if (auto* figure = std::get_if<Figure>(&block.is);
        figure && figure->link && refuses(*figure->link)) {
      warn(*figure->link, block.at);
      figure->link.reset();
    }
    if (auto* card = std::get_if<LinkCard>(&block.is); card && refuses(card->to)) {
      warn(card->to, block.at);
      std::string words = card->title.empty() ? card->to.destination : card->title;
      block.is = Paragraph{{{block.at, Text{std::move(words)}}}};
    }
  }

 private:
  bool refuses(const LinkTarget& to) const {
    return to.destination.size() > longest_ || is_unsafe(to.destination);
  }

  void warn(const LinkTarget& to, SourceSpan at) const {
    if (to.destination.size() > longest_) {
      const std::string limit = std::to_string(longest_);
      log_.warn("address-too-long", at,
                {"链接地址超过 " + limit + " 字节，已去掉链接，文字保留",
                 "an address over " + limit + " bytes; the link is gone, its text stays"});
      return;
    }
    const std::string scheme = scheme_of(to.destination);
    log_.warn("link-unsafe", at,
              {scheme + ": 链接不安全，已去掉链接，文字保留",
               scheme + ": links are unsafe; the link is gone, its text stays"});
  }

  std::size_t longest_;
  Diagnostics& log_;
};

}  // namespace

void remove_unsafe_links(Document& document, const config::Limits& limits, Diagnostics& log) {
  const LinkGuard guard(limits.address_bytes, log);
  for_each_part(
      document, [&](Block& block) { guard.guard(block); },
      [&](Inlines& inlines) { guard.guard(inlines); });
}

}  // namespace keben::markdown
