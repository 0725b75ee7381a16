#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <utility>
#include <vector>

#include "markdown/ascii.h"
#include "markdown/detail/html_reader.h"

namespace keben::markdown::detail {

using model::Align;
using model::Block;
using model::Blocks;
using model::Inlines;

namespace {

constexpr Tag kBlockTags[] = {
    GUMBO_TAG_P,       GUMBO_TAG_DIV,     GUMBO_TAG_CENTER,     GUMBO_TAG_SECTION,
    GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,   GUMBO_TAG_HEADER,     GUMBO_TAG_FOOTER,
    GUMBO_TAG_MAIN,    GUMBO_TAG_NAV,     GUMBO_TAG_HGROUP,     GUMBO_TAG_ADDRESS,
    GUMBO_TAG_H1,      GUMBO_TAG_H2,      GUMBO_TAG_H3,         GUMBO_TAG_H4,
    GUMBO_TAG_H5,      GUMBO_TAG_H6,      GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_UL,
    GUMBO_TAG_OL,      GUMBO_TAG_MENU,    GUMBO_TAG_DIR,        GUMBO_TAG_LI,
    GUMBO_TAG_DL,      GUMBO_TAG_DT,      GUMBO_TAG_DD,         GUMBO_TAG_PRE,
    GUMBO_TAG_HR,      GUMBO_TAG_TABLE,   GUMBO_TAG_FIGURE,     GUMBO_TAG_FIGCAPTION,
    GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY, GUMBO_TAG_VIDEO,      GUMBO_TAG_AUDIO,
    GUMBO_TAG_EMBED,   GUMBO_TAG_OBJECT,
};

/// Younger than gumbo, which has no number for it.
bool is_picture(const GumboNode& node) {
  return tag_of(node) == GUMBO_TAG_UNKNOWN && !has_attribute(node, "i");
}

bool holds_image(const GumboNode& node) {
  const auto children = children_of(node);
  return std::any_of(children.begin(), children.end(), [](const GumboNode* child) {
    return tag_of(*child) == GUMBO_TAG_IMG || holds_image(*child);
  });
}

/// Whether a film's words are for whoever cannot play it: `您的浏览器不支持 video 标签。` A text
/// that is long, or that has Markdown's blocks in it, is the author's, of an element left open.
bool speaks_to_browsers(const std::string& text) {
  constexpr std::size_t kLongest = 300;
  if (text.size() > kLongest) return false;
  const std::string words = lowered(text);
  constexpr std::string_view kWords[] = {"浏览器",   "瀏覽器", "browser", "ブラウザ",
                                         "브라우저", "不支持", "不支援",  "not support"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return words.find(word) != std::string::npos; });
}

void append(Blocks& out, Blocks more) {
  std::move(more.begin(), more.end(), std::back_inserter(out));
}

}  // namespace

/// An element that stands on lines of its own; a frame and a held block are.
bool HtmlReader::is_block(const GumboNode& node) const {
  const Tag tag = tag_of(node);
  if (std::find(std::begin(kBlockTags), std::end(kBlockTags), tag) != std::end(kBlockTags))
    return true;
  const Held* held = held_at(node);
  return held ? held->is_block : is_media(node);
}

/// A frame, a film, a sound.
bool HtmlReader::is_media(const GumboNode& node) const {
  const Tag tag = tag_of(node);
  if (tag == GUMBO_TAG_UNKNOWN)  // a frame; other unknown names are text already
    return !held_at(node) && (has_attribute(node, "src") || has_attribute(node, "data-src"));
  return tag == GUMBO_TAG_VIDEO || tag == GUMBO_TAG_AUDIO || tag == GUMBO_TAG_EMBED ||
         tag == GUMBO_TAG_OBJECT;
}

bool HtmlReader::holds_media_alone() const {
  const Nodes nodes = children_of(body());
  const auto passes = [&](const GumboNode* node) {
    const Held* held = held_at(*node);
    return is_media(*node) || node->type == GUMBO_NODE_WHITESPACE ||
           (held && !held->is_block && is_blank({held->inlined}));
  };
  return std::all_of(nodes.begin(), nodes.end(), passes) &&
         std::any_of(nodes.begin(), nodes.end(), [&](const GumboNode* n) { return is_media(*n); });
}

bool HtmlReader::holds_blocks(const GumboNode& node) const {
  const Nodes children = children_of(node);
  return std::any_of(children.begin(), children.end(), [&](const GumboNode* child) {
    return is_block(*child) || holds_blocks(*child);
  });
}

Blocks HtmlReader::blocks_of(Nodes nodes) {
  Blocks out;
  Inlines run;
  const auto end_run = [&] {
    Inlines content = trimmed(std::exchange(run, {}));
    if (content.empty()) return;
    const SourceSpan at = content.front().at;
    out.push_back({at, model::Paragraph{std::move(content)}});
  };
  for (const GumboNode* node : nodes) {
    if (is_block(*node)) {
      end_run();
      add_block(*node, out);
    } else if (holds_blocks(*node)) {  // <b> around paragraphs: it gives its place to them
      end_run();
      append(out, blocks_of(children_of(*node)));
    } else {
      add_inline(*node, run);
    }
  }
  end_run();
  return out;
}

/// Content set to a side: a paragraph's own alignment, or a division around blocks.
void HtmlReader::add_aligned(const GumboNode& node, Align align, Blocks& out) {
  Blocks children = blocks_of(children_of(node));
  if (children.size() == 1) {
    if (auto* paragraph = std::get_if<model::Paragraph>(&children.front().is))
      paragraph->align = paragraph->align == Align::none ? align : paragraph->align;
  } else if (align != Align::none && !children.empty()) {
    out.push_back({place_of(node), model::Division{align, std::move(children)}});
    return;
  }
  append(out, std::move(children));
}

void HtmlReader::add_block(const GumboNode& node, Blocks& out) {
  if (Held* held = held_at(node)) {
    held->taken = true;
    out.push_back(std::move(held->block));
  } else if (is_media(node) || tag_of(node) == GUMBO_TAG_UNKNOWN) {
    add_media(node, out);
  } else if (!add_special_block(node, out)) {
    const bool center = tag_of(node) == GUMBO_TAG_CENTER;
    add_aligned(node, center ? Align::center : align_of(node), out);
  }
}

bool HtmlReader::add_special_block(const GumboNode& node, Blocks& out) {
  const SourceSpan at = place_of(node);
  switch (tag_of(node)) {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6: {
      const int level = 1 + static_cast<int>(tag_of(node)) - static_cast<int>(GUMBO_TAG_H1);
      Inlines content = trimmed(flattened(blocks_of(children_of(node))));
      if (!content.empty())
        out.push_back({at, model::Heading{
                               {}, level, std::string(attribute(node, "id")), std::move(content)}});
      return true;
    }
    case GUMBO_TAG_BLOCKQUOTE:
      out.push_back({at, model::Quote{blocks_of(children_of(node)), {}}});
      return true;
    case GUMBO_TAG_UL:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_DIR:
      out.push_back({at, list_of(node, false)});
      return true;
    case GUMBO_TAG_OL:
      out.push_back({at, list_of(node, true)});
      return true;
    case GUMBO_TAG_DL:
      out.push_back({at, definitions_of(node)});
      return true;
    case GUMBO_TAG_PRE:
      out.push_back({at, code_of(node)});
      return true;
    case GUMBO_TAG_HR:
      out.push_back({at, model::ThematicBreak{}});
      return true;
    case GUMBO_TAG_TABLE:
      out.push_back({at, table_of(node)});
      return true;
    case GUMBO_TAG_FIGURE:
      add_figure(node, out);
      return true;
    case GUMBO_TAG_DETAILS:
      out.push_back({at, details_of(node)});
      return true;
    default:
      return false;
  }
}

// --- Lists -------------------------------------------------------------------------------------

/// The number that a list begins with, as Markdown lets it be (CommonMark §5.2).
std::uint32_t HtmlReader::start_of(const GumboNode& node) {
  constexpr std::uint32_t kMost = 999'999'999;
  const std::string_view text = markdown::trimmed(attribute(node, "start"));
  if (text.empty()) return 1;
  std::uint32_t start = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), start);
  if (error == std::errc() && end == text.data() + text.size() && start <= kMost) return start;
  log_.warn("html-value", place_of(node),
            {"<ol> 的 start 不是 0 到 999999999 之间的整数，已从 1 起编号",
             "<ol> has a start that is no whole number from 0 to 999999999; it begins with 1"},
            {"改正这个数", "correct the number"});
  return 1;
}

model::List HtmlReader::list_of(const GumboNode& node, bool ordered) {
  model::List list;
  list.mark = ordered ? model::List::Mark::period : model::List::Mark::bullet;
  list.start = start_of(node);
  for (GumboNode* child : children_of(node)) {
    Blocks content = tag_of(*child) == GUMBO_TAG_LI ? blocks_of(children_of(*child))
                                                    : blocks_of(Nodes(&child, 1));
    if (content.empty() && tag_of(*child) != GUMBO_TAG_LI) continue;
    list.items.push_back({place_of(*child), std::nullopt, std::move(content)});
  }
  return list;
}

model::DefinitionList HtmlReader::definitions_of(const GumboNode& node) {
  model::DefinitionList out;
  add_definitions(node, out);
  return out;
}

/// HTML allows a `<div>` around each group.
void HtmlReader::add_definitions(const GumboNode& node, model::DefinitionList& out) {
  for (GumboNode* child : children_of(node)) {
    const Tag tag = tag_of(*child);
    if (tag == GUMBO_TAG_DIV) {
      add_definitions(*child, out);
      continue;
    }
    Blocks content = tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DD ? blocks_of(children_of(*child))
                                                                : blocks_of(Nodes(&child, 1));
    if (content.empty()) continue;
    const bool term = tag == GUMBO_TAG_DT;
    if (out.entries.empty() || (term && !out.entries.back().definitions.empty()))
      out.entries.emplace_back();
    if (term) {
      out.entries.back().terms.push_back(flattened(std::move(content)));
    } else {
      out.entries.back().definitions.push_back(std::move(content));
    }
  }
}

// --- Boxes -------------------------------------------------------------------------------------

model::Details HtmlReader::details_of(const GumboNode& node) {
  model::Details details;
  std::vector<GumboNode*> others;
  for (GumboNode* child : children_of(node)) {
    if (tag_of(*child) == GUMBO_TAG_SUMMARY && details.summary.empty()) {
      details.summary = trimmed(flattened(blocks_of(children_of(*child))));
    } else {
      others.push_back(child);
    }
  }
  details.children = blocks_of(others);
  return details;
}

/// Pictures and caption go to the figure, all else to `rest`.
void HtmlReader::gather_figure(const GumboNode& node, model::Figure& figure, Blocks& rest) {
  for (GumboNode* child : children_of(node)) {
    const Tag tag = tag_of(*child);
    if (tag == GUMBO_TAG_IMG) {
      figure.images.push_back(image_of(*child));
    } else if (tag == GUMBO_TAG_FIGCAPTION) {
      figure.caption = trimmed(flattened(blocks_of(children_of(*child))));
    } else if (tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_P || is_picture(*child)) {
      gather_figure(*child, figure, rest);
    } else if (tag == GUMBO_TAG_A && has_attribute(*child, "href") && holds_image(*child)) {
      figure.link = model::LinkTarget{{}, std::string(attribute(*child, "href")), {}};
      gather_figure(*child, figure, rest);
    } else {
      append(rest, blocks_of(Nodes(&child, 1)));
    }
  }
}

void HtmlReader::add_figure(const GumboNode& node, Blocks& out) {
  model::Figure figure;
  Blocks rest;
  gather_figure(node, figure, rest);
  Inlines caption;
  if (figure.images.empty()) {  // a figure around a table or code
    caption = std::move(figure.caption);
  } else {
    out.push_back({place_of(node), std::move(figure)});
  }
  append(out, std::move(rest));
  if (!caption.empty())
    out.push_back({place_of(node), model::Paragraph{std::move(caption), Align::center}});
}

model::CodeBlock HtmlReader::code_of(const GumboNode& node) {
  constexpr std::string_view kPrefix = "language-";
  model::CodeBlock code;
  for (const GumboNode* child : children_of(node)) {
    const std::string_view name = attribute(*child, "class");
    const std::size_t at = name.find(kPrefix);
    if (at == std::string_view::npos) continue;
    code.language = name.substr(at + kPrefix.size());
    code.language.resize(std::min(code.language.find(' '), code.language.size()));
  }
  code.text = text_of(node);
  if (!code.text.empty() && !code.text.ends_with('\n')) code.text += '\n';
  return code;
}

/// The picture that a film shows before it plays, and below it the card that leads there.
void HtmlReader::add_media(const GumboNode& node, Blocks& out) {
  const SourceSpan at = place_of(node);
  model::LinkCard card = card_of(node);
  model::Image poster;
  poster.source = markdown::trimmed(attribute(node, "poster"));
  if (!card.title.empty()) poster.alt.push_back({at, model::Text{card.title}});
  if (!poster.source.empty())
    out.push_back({at, model::Figure{{std::move(poster)}, std::nullopt, {}}});
  if (!card.to.destination.empty()) out.push_back({at, std::move(card)});
  if (const auto words = bare_words(node); words && speaks_to_browsers(*words)) {
    static_cast<void>(text_of(node));  // taken, so that it is not brought back as lost
    return;
  }
  append(out, blocks_of(children_of(node)));  // what it shows where it cannot play
}

/// The words of what a film holds; none where it holds a picture or blocks of Markdown as well.
std::optional<std::string> HtmlReader::bare_words(const GumboNode& node) const {
  if (!is_element(node)) {
    const bool text = node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE;
    return text ? node.v.text.text : "";
  }
  if (tag_of(node) == GUMBO_TAG_IMG) return std::nullopt;
  std::string out;
  if (const Held* held = held_at(node)) {
    if (held->is_block || std::holds_alternative<model::Image>(held->inlined.is))
      return std::nullopt;
    out = model::plain_text({held->inlined});
  }
  for (const GumboNode* child : children_of(node)) {
    const std::optional<std::string> words = bare_words(*child);
    if (!words) return std::nullopt;
    out += *words;
  }
  return out;
}

/// Where it is, and its title if it has one.
model::LinkCard HtmlReader::card_of(const GumboNode& node) {
  return {{{}, source_of_media(node), {}}, std::string(attribute(node, "title"))};
}

std::string HtmlReader::source_of_media(const GumboNode& node) {
  for (const char* name : {"src", "data-src", "data"}) {
    const std::string_view value = markdown::trimmed(attribute(node, name));
    if (value.starts_with("//")) return "https:" + std::string(value);
    if (!value.empty()) return std::string(value);
  }
  for (const GumboNode* child : children_of(node)) {
    if (tag_of(*child) == GUMBO_TAG_SOURCE || tag_of(*child) == GUMBO_TAG_EMBED)
      return source_of_media(*child);
  }
  return {};
}

}  // namespace keben::markdown::detail
