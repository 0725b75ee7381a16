// kramdown's attributes, `{: .class #id}`, on a line of their own below a block or right behind a
// link. A book has no use for the classes; an id below a heading is the heading's.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/attributes.h"
#include "markdown/lists.h"
#include "markdown/passes.h"

namespace keben::markdown {
namespace {

using namespace model;

bool is_attributes(std::string_view text) {
  text = trimmed(text);
  return text.starts_with("{:") && text.ends_with('}') && text.size() > 3 &&
         text.find_first_of("{}", 2) == text.size() - 1;
}

const Text* only_text(const Block& block) {
  const auto* paragraph = std::get_if<Paragraph>(&block.is);
  if (!paragraph || paragraph->content.size() != 1) return nullptr;
  return std::get_if<Text>(&paragraph->content.front().is);
}

void name_heading(Block& above, const std::string& text, SourceSpan at) {
  auto* heading = std::get_if<Heading>(&above.is);
  if (!heading || !heading->given_id.empty() || above.at.last_line + 1 != at.first_line) return;
  const std::string_view inside = trimmed(text);
  heading->given_id = parse_attributes(inside.substr(2, inside.size() - 3)).id;
}

/// The last line of a paragraph, where it holds nothing but attributes.
void drop_last_line(Inlines& content) {
  const std::size_t size = content.size();
  if (size < 2 || !is_break(content[size - 2])) return;
  const auto* text = std::get_if<Text>(&content.back().is);
  if (text && is_attributes(text->text)) content.erase(content.end() - 2, content.end());
}

/// `[甲](/a){:target="_blank"}`, and the same without the colon.
void drop_behind_links(Inlines& content) {
  for (std::size_t i = 1; i < content.size(); ++i) {
    auto* text = std::get_if<Text>(&content[i].is);
    if (!text || !std::holds_alternative<Link>(content[i - 1].is)) continue;
    const bool opens = text->text.starts_with("{:") || text->text.starts_with("{target=");
    const std::size_t end = text->text.find('}');
    if (opens && end != std::string::npos) text->text.erase(0, end + 1);
  }
}

void read_in(Blocks& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (auto* paragraph = std::get_if<Paragraph>(&blocks[i].is)) drop_last_line(paragraph->content);
    const Text* text = only_text(blocks[i]);
    if (text && i > 0 && is_attributes(text->text))
      name_heading(blocks[i - 1], text->text, blocks[i].at);
  }
  std::erase_if(blocks, [](const Block& block) {
    const Text* text = only_text(block);
    return text && is_attributes(text->text);
  });
}

}  // namespace

void read_attribute_lines(Document& document) {
  for_each_list(document, read_in);
  for_each_part(document, kPassBy, drop_behind_links);
}

}  // namespace keben::markdown
