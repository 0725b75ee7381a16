#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/lists.h"
#include "markdown/passes.h"

namespace keben::markdown {
namespace {

using namespace model;

constexpr std::size_t kLongestAttribution = 40;  // code points

bool begins_with_dash(std::string_view text) {
  text = trimmed(text);
  return text.starts_with("—") || text.starts_with("―") || text.starts_with("－－") ||
         text.starts_with("--");
}

/// A dash and some words, short enough for a name and a work.
bool is_attribution(const Inlines& line) {
  const auto* text = line.empty() ? nullptr : std::get_if<Text>(&line.front().is);
  if (!text || !begins_with_dash(text->text)) return false;
  const std::size_t length = utf8::count(plain_text(line));
  return length > 2 && length <= kLongestAttribution;
}

void read_attribution(Block& block) {
  auto* quote = std::get_if<Quote>(&block.is);
  auto* last = quote && !quote->children.empty()
                   ? std::get_if<Paragraph>(&quote->children.back().is)
                   : nullptr;
  if (!last) return;
  const auto begin = std::find_if(last->content.rbegin(), last->content.rend(), is_break).base();
  Inlines line(begin, last->content.end());
  const bool whole = begin == last->content.begin();
  if (!is_attribution(line) || (whole && quote->children.size() == 1)) return;
  quote->attribution = std::move(line);
  if (whole) {
    quote->children.pop_back();
  } else {
    last->content.erase(std::prev(begin), last->content.end());  // the break before it, too
  }
}

}  // namespace

void read_attributions(Document& document) {
  for_each_part(document, read_attribution, [](Inlines&) {});
}

}  // namespace keben::markdown
