// An address alone on its line: sites show it as a card (Zenn, Hatena, Notion), and so do we.
#include <string>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/passes.h"

namespace keben::markdown {
namespace {

using namespace model;

/// Only an address that shows itself: a link with words of its own says what it says.
void make_card(Block& block) {
  auto* paragraph = std::get_if<Paragraph>(&block.is);
  if (!paragraph || paragraph->content.size() != 1) return;
  auto* link = std::get_if<Link>(&paragraph->content.front().is);
  if (!link || !starts_ignoring_case(link->to.destination, "http")) return;
  if (plain_text(link->children) != link->to.destination) return;
  LinkCard card{std::move(link->to), {}};
  block.is = std::move(card);
}

}  // namespace

void make_link_cards(Document& document) {
  for (Block& block : document.blocks)
    make_card(block);
}

}  // namespace keben::markdown
