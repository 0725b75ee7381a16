#include <string>
#include <string_view>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/attributes.h"
#include "markdown/lists.h"
#include "markdown/passes.h"
#include "markdown/stand_ins.h"

namespace keben::markdown {
namespace {

using namespace model;

/// Where `{#id}`, `{.class}` or kramdown's `{: #id}` begins at the end of `text`; npos where none
/// does. Braces with words in them are the heading's own.
std::size_t begin_of_attributes(std::string_view text) {
  const std::size_t open = text.rfind('{');
  if (!text.ends_with('}') || open == std::string_view::npos) return std::string_view::npos;
  if (text.substr(0, open).ends_with(kEscape)) return std::string_view::npos;
  const char mark = text[open + 1];
  return mark == '#' || mark == '.' || mark == ':' ? open : std::string_view::npos;
}

void read_id(Block& block) {
  auto* heading = std::get_if<Heading>(&block.is);
  auto* text = heading && !heading->content.empty() ? std::get_if<Text>(&heading->content.back().is)
                                                    : nullptr;
  if (!text) return;
  const std::string_view whole = trimmed_end(text->text);
  const std::size_t open = begin_of_attributes(whole);
  if (open == std::string_view::npos) return;
  std::string_view inside = whole.substr(open + 1, whole.size() - open - 2);
  if (inside.starts_with(':')) inside.remove_prefix(1);
  Attributes attributes = parse_attributes(inside);
  if (!attributes.words.empty()) return;
  if (!attributes.id.empty()) heading->given_id = std::move(attributes.id);
  text->text.resize(trimmed_end(whole.substr(0, open)).size());
  if (text->text.empty()) heading->content.pop_back();
}

}  // namespace

void read_heading_ids(Document& document) {
  for_each_part(document, read_id, [](Inlines&) {});
}

}  // namespace keben::markdown
