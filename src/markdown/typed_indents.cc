#include <algorithm>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/lists.h"
#include "markdown/passes.h"

namespace keben::markdown {
namespace {

using namespace model;

/// Spaces that are typed to indent: U+3000, en and em spaces, no-break spaces.
bool is_indent(char32_t c) {
  return c == U' ' || c == U'\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

/// Bytes of the indent that `text` begins with. A plain space alone is none.
std::size_t indent_of(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const utf8::Decoded d = utf8::decode(text, at);
    if (!is_indent(d.code_point)) break;
    at = d.next;
  }
  const bool typed =
      std::any_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), is_not_ascii);
  return typed ? at : 0;
}

bool begins_with_indent(const Inline& node) {
  const auto* text = std::get_if<Text>(&node.is);
  return text && indent_of(text->text) > 0;
}

void strip(Inlines& content) {
  if (content.empty()) return;
  auto* text = std::get_if<Text>(&content.front().is);
  if (!text) return;
  text->text.erase(0, indent_of(text->text));
  if (text->text.empty()) content.erase(content.begin());
}

/// From `from` on, the line break behind which a line begins with an indent; the end where none
/// does. Who indents a line by hand means a paragraph.
Inlines::iterator next_indented_line(Inlines::iterator from, Inlines& content) {
  return std::adjacent_find(from, content.end(), [](const Inline& a, const Inline& b) {
    return is_break(a) && begins_with_indent(b);
  });
}

SourceSpan span_over(const Inlines& content) {
  SourceSpan at = content.front().at;
  at.last_line = content.back().at.last_line;
  at.last_column = content.back().at.last_column;
  return at;
}

/// A paragraph, or the several that its indented lines make.
void add_paragraphs(Block block, Blocks& out) {
  const Align align = std::get<Paragraph>(block.is).align;
  Inlines content = std::move(std::get<Paragraph>(block.is).content);
  for (auto from = content.begin(); from != content.end();) {
    const auto cut = next_indented_line(from, content);
    const bool whole = from == content.begin() && cut == content.end();
    Inlines lines(std::make_move_iterator(from), std::make_move_iterator(cut));
    from = cut == content.end() ? cut : std::next(cut);
    strip(lines);
    if (lines.empty()) continue;
    const SourceSpan at = whole ? block.at : span_over(lines);
    out.push_back({at, Paragraph{std::move(lines), align}});
  }
}

void strip_in(Blocks& blocks) {
  const auto needs = [](const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.is);
    return paragraph &&
           std::any_of(paragraph->content.begin(), paragraph->content.end(), begins_with_indent);
  };
  if (std::none_of(blocks.begin(), blocks.end(), needs)) return;
  Blocks out;
  out.reserve(blocks.size());
  for (Block& block : blocks) {
    if (needs(block)) {
      add_paragraphs(std::move(block), out);
    } else {
      out.push_back(std::move(block));
    }
  }
  blocks = std::move(out);
}

}  // namespace

void strip_typed_indents(Document& document) {
  for_each_list(document, strip_in);
}

}  // namespace keben::markdown
