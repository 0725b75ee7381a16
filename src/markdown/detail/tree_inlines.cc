#include <utility>

#include "markdown/detail/marks.h"
#include "markdown/detail/math.h"
#include "markdown/detail/tree_reader.h"

namespace keben::markdown::detail {

using model::Style;

bool is_leaf(const cmark_node& node) {
  switch (node.type) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      return true;
    default:
      return false;
  }
}

SourceSpan TreeReader::span_of_leaf(const cmark_node& node) {
  if (node.start_line <= 0) {  // breaks have no place of their own
    const Open& parent = open_.back();
    if (previous_.last_line < parent.first_line) {
      previous_.last_line = parent.first_line;
      previous_.last_column = parent.first_column;
    }
    return {previous_.last_line, previous_.last_line, previous_.last_column, previous_.last_column,
            source_.file};
  }
  Open open{};
  begin_at(node, open);
  open_.push_back(open);
  const SourceSpan at = span_until_end(node);
  open_.pop_back();
  return at;
}

void TreeReader::read_leaf(const cmark_node& node) {
  const SourceSpan at = span_of_leaf(node);
  if (const auto math = math_of(node))
    return add_inline(at, model::Math{source_.restorer.restored(math->tex), math->display});
  switch (node.type) {
    case CMARK_NODE_TEXT:
      add_text(view(node.as.literal), at);
      break;
    case CMARK_NODE_SOFTBREAK:
      add_inline(at, model::SoftBreak{});
      break;
    case CMARK_NODE_LINEBREAK:
      add_inline(at, model::HardBreak{});
      break;
    case CMARK_NODE_CODE:
      add_inline(at, model::CodeSpan{string_of(node.as.literal)});
      break;
    case CMARK_NODE_HTML_INLINE:
      add_inline(at, model::RawInline{string_of(node.as.literal)});
      break;
    case CMARK_NODE_FOOTNOTE_REFERENCE: {
      // cmark has replaced the label by the note's number, from 1.
      const auto number = static_cast<std::uint32_t>(std::stoul(string_of(node.as.literal)));
      const auto occurrence = static_cast<std::uint32_t>(node.footnote.ref_ix - 1);
      add_inline(at, model::NoteReference{{number - 1}, occurrence});
      break;
    }
    default:
      break;
  }
}

void TreeReader::leave_inline(const cmark_node& node) {
  const SourceSpan at = span_until_end(node);
  const auto add_styled = [&](Style style) {
    model::Inlines children = take_inlines();
    add_inline(at, model::Styled{style, std::move(children)});
  };
  if (node.type == CMARK_NODE_EMPH) {
    add_styled(Style::emphasis);
  } else if (node.type == CMARK_NODE_STRONG) {
    add_styled(Style::strong);
  } else if (node.type == CMARK_NODE_STRIKETHROUGH) {
    add_styled(Style::strike);
  } else if (const auto marks = style_of_marks(node)) {
    add_styled(*marks);
  } else if (node.type == CMARK_NODE_LINK) {
    model::Inlines children = take_inlines();
    add_inline(at,
               model::Link{{{}, defined(node, node.as.link.url), defined(node, node.as.link.title)},
                           std::move(children)});
  } else if (node.type == CMARK_NODE_IMAGE) {
    model::Inlines alt = take_inlines();
    add_inline(at, model::Image{{},
                                defined(node, node.as.link.url),
                                defined(node, node.as.link.title),
                                std::move(alt),
                                {}});
  }
}

void TreeReader::add_inline(SourceSpan at, decltype(model::Inline::is) node) {
  inlines_.push_back({at, std::move(node)});
  previous_ = at;
}

/// cmark ends a text at every character that could have begun something; one after another they are
/// one text again.
void TreeReader::add_text(std::string_view text, SourceSpan at) {
  const bool has_sibling = inlines_.size() > open_.back().inlines;
  model::Text* before = has_sibling ? std::get_if<model::Text>(&inlines_.back().is) : nullptr;
  if (!before) {
    add_inline(at, model::Text{});
    source_.restorer.append_restored_text(std::get<model::Text>(inlines_.back().is).text, text);
    return;
  }
  source_.restorer.append_restored_text(before->text, text);
  inlines_.back().at.last_line = at.last_line;
  inlines_.back().at.last_column = at.last_column;
  previous_ = at;
}

}  // namespace keben::markdown::detail
