#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "base/overload.h"
#include "markdown/ascii.h"
#include "markdown/detail/html_reader.h"
#include "markdown/stand_ins.h"
#include "model/language.h"

namespace keben::markdown::detail {

using model::Inline;
using model::Inlines;
using model::Style;

namespace {

std::optional<Style> style_of(Tag tag) {
  struct Row {
    Tag tag;
    Style style;
  };
  constexpr std::array<Row, 17> kStyles = {{
      {GUMBO_TAG_B, Style::strong},
      {GUMBO_TAG_STRONG, Style::strong},
      {GUMBO_TAG_I, Style::emphasis},
      {GUMBO_TAG_EM, Style::emphasis},
      {GUMBO_TAG_CITE, Style::emphasis},
      {GUMBO_TAG_VAR, Style::emphasis},
      {GUMBO_TAG_DFN, Style::emphasis},
      {GUMBO_TAG_U, Style::underline},
      {GUMBO_TAG_S, Style::strike},
      {GUMBO_TAG_STRIKE, Style::strike},
      {GUMBO_TAG_DEL, Style::strike},
      {GUMBO_TAG_INS, Style::insert},
      {GUMBO_TAG_SUB, Style::subscript},
      {GUMBO_TAG_SUP, Style::superscript},
      {GUMBO_TAG_KBD, Style::keyboard},
      {GUMBO_TAG_MARK, Style::mark},
      {GUMBO_TAG_SMALL, Style::small},
  }};
  const auto* found =
      std::find_if(kStyles.begin(), kStyles.end(), [&](const Row& row) { return row.tag == tag; });
  return found == kStyles.end() ? std::nullopt : std::optional(found->style);
}

bool is_white(const Inline& node) {
  if (const auto* text = std::get_if<model::Text>(&node.is)) return markdown::is_blank(text->text);
  return std::holds_alternative<model::SoftBreak>(node.is) ||
         std::holds_alternative<model::HardBreak>(node.is);
}

}  // namespace

bool is_blank(const Inlines& inlines) {
  return std::all_of(inlines.begin(), inlines.end(), is_white);
}

Inlines trimmed(Inlines inlines) {
  const auto first = std::find_if_not(inlines.begin(), inlines.end(), is_white);
  inlines.erase(inlines.begin(), first);
  while (!inlines.empty() && is_white(inlines.back()))
    inlines.pop_back();
  return inlines;
}

Inlines HtmlReader::inlines_of(Nodes nodes) {
  Inlines out;
  bool after_block = false;
  for (const GumboNode* node : nodes) {
    Inlines part;
    add_inline(*node, part);
    const bool block = is_block(*node);
    if (!out.empty() && (block || after_block) && !is_blank(part))
      out.push_back({part.front().at, model::HardBreak{}});
    if (!part.empty()) after_block = block;
    std::move(part.begin(), part.end(), std::back_inserter(out));
  }
  return out;
}

void HtmlReader::add_inline(const GumboNode& node, Inlines& out) {
  switch (node.type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
      add_text(node.v.text.text, place_of(node), out);
      break;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      add_element(node, out);
      break;
    case GUMBO_NODE_COMMENT:
    case GUMBO_NODE_DOCUMENT:
      break;
  }
}

/// White space in HTML is one space; where it holds a line end it is one of those, which later
/// vanishes between hanzi or becomes a space, as in Markdown.
void HtmlReader::add_text(std::string_view text, SourceSpan at, Inlines& out) {
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) out.push_back({at, model::Text{std::exchange(word, {})}});
  };
  for (std::size_t i = 0; i < text.size();) {
    if (!is_space(text[i])) {
      word += text[i++];
      continue;
    }
    const std::size_t first = i;
    while (i < text.size() && is_space(text[i]))
      ++i;
    if (text.substr(first, i - first).find('\n') == std::string_view::npos) {
      word += ' ';
    } else {
      end_word();
      out.push_back({at, model::SoftBreak{}});
    }
  }
  end_word();
}

void HtmlReader::add_element(const GumboNode& node, Inlines& out) {
  const Tag tag = tag_of(node);
  if (const std::optional<Style> style = style_of(tag)) {
    Inlines children = inlines_of(children_of(node));
    if (!children.empty())
      out.push_back({place_of(node), model::Styled{*style, std::move(children)}});
    return;
  }
  if (add_special_inline(node, out)) return;
  if (is_block(node)) {
    model::Blocks blocks;
    add_block(node, blocks);
    Inlines lines = flattened(std::move(blocks));
    std::move(lines.begin(), lines.end(), std::back_inserter(out));
    return;
  }
  Inlines children = inlines_of(children_of(node));
  const auto language = model::parse_language(attribute(node, "lang"));
  if (language && !children.empty()) {
    out.push_back({place_of(node), model::Foreign{language->tag, std::move(children)}});
  } else {
    std::move(children.begin(), children.end(), std::back_inserter(out));
  }
}

/// Elements that are more than a style; false where the element is not one of them.
bool HtmlReader::add_special_inline(const GumboNode& node, Inlines& out) {
  const SourceSpan at = place_of(node);
  switch (tag_of(node)) {
    case GUMBO_TAG_BR:
      out.push_back({at, model::HardBreak{}});
      return true;
    case GUMBO_TAG_IMG:
      out.push_back({at, image_of(node)});
      return true;
    case GUMBO_TAG_A:
      add_link(node, out);
      return true;
    case GUMBO_TAG_RUBY:
      add_ruby(node, out);
      return true;
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
      out.push_back({at, model::CodeSpan{text_of(node)}});
      return true;
    case GUMBO_TAG_Q: {
      out.push_back({at, model::Text{"“"}});
      Inlines children = inlines_of(children_of(node));
      std::move(children.begin(), children.end(), std::back_inserter(out));
      out.push_back({at, model::Text{"”"}});
      return true;
    }
    case GUMBO_TAG_UNKNOWN:
      return add_held_inline(node, out);
    default:
      return false;
  }
}

/// A node of ours, with what gumbo put inside; false for elements younger than gumbo.
bool HtmlReader::add_held_inline(const GumboNode& node, Inlines& out) {
  Held* held = held_at(node);
  if (!held || held->is_block) return false;
  held->taken = true;
  Inline inlined = std::move(held->inlined);
  const bool link = std::holds_alternative<model::Link>(inlined.is);
  const bool was_in_link = std::exchange(in_link_, in_link_ || link);
  Inlines children = inlines_of(children_of(node));
  in_link_ = was_in_link;
  if (link && in_link_) {  // links do not nest: the outer one counts
    std::move(children.begin(), children.end(), std::back_inserter(out));
    return true;
  }
  if (auto* styled = std::get_if<model::Styled>(&inlined.is))
    styled->children = std::move(children);
  if (auto* to = std::get_if<model::Link>(&inlined.is)) to->children = std::move(children);
  if (auto* foreign = std::get_if<model::Foreign>(&inlined.is))
    foreign->children = std::move(children);
  out.push_back(std::move(inlined));
  return true;
}

void HtmlReader::add_link(const GumboNode& node, Inlines& out) {
  const bool leads = has_attribute(node, "href") && !in_link_;
  const bool was_in_link = std::exchange(in_link_, in_link_ || leads);
  Inlines children = inlines_of(children_of(node));
  in_link_ = was_in_link;
  if (leads && !children.empty()) {
    out.push_back({place_of(node), model::Link{{{},
                                                std::string(attribute(node, "href")),
                                                std::string(attribute(node, "title"))},
                                               std::move(children)}});
    return;
  }
  if (!leads && !in_link_)
    anchor_ = has_attribute(node, "id") ? attribute(node, "id") : attribute(node, "name");
  std::move(children.begin(), children.end(), std::back_inserter(out));
}

model::Image HtmlReader::image_of(const GumboNode& node) {
  model::Image image;
  // Blogs that load pictures late keep the address under another name.
  for (const char* name : {"src", "data-src", "data-original"}) {
    if (image.source.empty()) image.source = markdown::trimmed(attribute(node, name));
  }
  image.title = attribute(node, "title");
  if (const std::string_view alt = attribute(node, "alt"); !alt.empty())
    image.alt.push_back({place_of(node), model::Text{std::string(alt)}});
  image.width = width_of(node);
  return image;
}

/// The text of a node and all below it, held ones included.
std::string HtmlReader::text_of(const GumboNode& node) {
  if (!is_element(node)) {
    const bool text = node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE;
    return text ? node.v.text.text : "";
  }
  std::string out;
  if (Held* held = held_at(node); held && !held->is_block) {
    held->taken = true;
    out = unmarked(model::plain_text({std::move(held->inlined)}));
  }
  if (tag_of(node) == GUMBO_TAG_BR) out += '\n';
  for (const GumboNode* child : children_of(node))
    out += text_of(*child);
  return out;
}

}  // namespace keben::markdown::detail
