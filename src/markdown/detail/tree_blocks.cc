#include <algorithm>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "markdown/ascii.h"
#include "markdown/detail/containers.h"
#include "markdown/detail/math.h"
#include "markdown/detail/tree_reader.h"
#include "markdown/directives.h"
#include "unicode/cjk.h"

namespace keben::markdown::detail {

using model::Align;
using model::List;

void TreeReader::add(SourceSpan at, decltype(model::Block::is) block) {
  blocks_.push_back({at, std::move(block)});
}

void TreeReader::leave_block(const cmark_node& node) {
  const SourceSpan at = span_until_end(node);
  if (node.extension && container_of(node)) return leave_container(node, at);
  switch (node.type) {
    case CMARK_NODE_PARAGRAPH:
      return add(at, model::Paragraph{take_inlines()});
    case CMARK_NODE_HEADING:
      return leave_heading(node, at);
    case CMARK_NODE_BLOCK_QUOTE: {
      model::Blocks children = take_blocks();
      return add(at, model::Quote{std::move(children), {}});
    }
    case CMARK_NODE_LIST:
      return leave_list(node, at);
    case CMARK_NODE_ITEM:
      return leave_item(node, at);
    case CMARK_NODE_CODE_BLOCK:
      return leave_code(node, at);
    case CMARK_NODE_HTML_BLOCK:
      return add(at, model::RawBlock{string_of(node.as.literal)});
    case CMARK_NODE_THEMATIC_BREAK:
      return add(at, model::ThematicBreak{});
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      return leave_note(node, at);
    default:
      return leave_table_part(const_cast<cmark_node&>(node), at);
  }
}

// --- Lists and notes ---------------------------------------------------------------------------

namespace {

List::Mark mark_of(const cmark_list& list) {
  if (list.list_type == CMARK_BULLET_LIST) return List::Mark::bullet;
  return list.delimiter == CMARK_PAREN_DELIM ? List::Mark::parenthesis : List::Mark::period;
}

}  // namespace

/// cmark takes the line of a box's head or closer, which the box has used up, for a blank one, and
/// calls its list loose. Such a list is looked at again.
bool TreeReader::is_tight(const cmark_node& list) const {
  bool boxes = false;
  bool blanks = false;
  const auto follows_blank = [&](const cmark_node& node) {
    const std::string_view before =
        columns_.line_at(static_cast<std::uint32_t>(node.start_line - 1));
    return node.prev && before.find_first_not_of(" \t>") == std::string_view::npos;
  };
  for (const cmark_node* item = list.first_child; item; item = item->next) {
    blanks = blanks || follows_blank(*item);
    for (const cmark_node* child = item->first_child; child; child = child->next) {
      boxes = boxes || container_of(*child);
      blanks = blanks || follows_blank(*child);
    }
  }
  return list.as.list.tight || (boxes && !blanks);
}

void TreeReader::leave_list(const cmark_node& node, SourceSpan at) {
  const cmark_list& list = node.as.list;
  add(at, List{mark_of(list), static_cast<std::uint32_t>(list.start), is_tight(node),
               take_from(items_, open_.back().items)});
}

void TreeReader::leave_item(const cmark_node& node, SourceSpan at) {
  model::ListItem item{at, std::nullopt, take_blocks()};
  const bool task = node.extension != nullptr;  // only the task list extension claims items
  if (task) item.checked = node.as.list.checked;
  items_.push_back(std::move(item));
}

void TreeReader::leave_note(const cmark_node& node, SourceSpan at) {
  notes_.push_back({at, string_of(node.as.literal), take_blocks(),
                    static_cast<std::uint32_t>(node.footnote.def_count)});
}

// --- Tables ------------------------------------------------------------------------------------

namespace {

Align align_of(std::uint8_t letter) {
  switch (letter) {
    case 'l':
      return Align::left;
    case 'c':
      return Align::center;
    case 'r':
      return Align::right;
    default:
      return Align::none;
  }
}

}  // namespace

void TreeReader::leave_table_part(cmark_node& node, SourceSpan at) {
  if (node.type == CMARK_NODE_TABLE_CELL) {
    cells_.push_back({at, take_inlines(), 1, 1});
  } else if (node.type == CMARK_NODE_TABLE_ROW) {
    rows_.push_back(take_from(cells_, open_.back().cells));
  } else if (node.type == CMARK_NODE_TABLE) {
    model::Table table;
    const std::uint16_t columns = cmark_gfm_extensions_get_table_columns(&node);
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(&node);
    std::transform(alignments, alignments + columns, std::back_inserter(table.columns), align_of);
    table.body = take_from(rows_, open_.back().rows);
    table.head.push_back(std::move(table.body.front()));  // GFM has one head row, always
    table.body.erase(table.body.begin());
    add(at, std::move(table));
  }
}

// --- Code --------------------------------------------------------------------------------------

/// Whether the line that a fence ends on is its closing fence; else its container, or the text,
/// ended first.
bool TreeReader::is_closed(const cmark_node& fence) const {
  if (fence.end_line <= fence.start_line) return false;
  const std::string_view line = columns_.line_at(static_cast<std::uint32_t>(fence.end_line));
  if (is_math_block(fence)) return closes_math_block(fence, line);
  const char mark = static_cast<char>(fence.as.code.fence_char);
  const std::string_view bare = trimmed(line);
  const std::size_t last = bare.find_last_not_of(mark);
  const std::size_t marks = bare.size() - (last == std::string_view::npos ? 0 : last + 1);
  const bool alone = last == std::string_view::npos ||
                     bare.substr(0, last + 1).find_first_not_of("> \t") == std::string_view::npos;
  return alone && marks >= fence.as.code.fence_length;
}

/// Four spaces make code. Who indents a Chinese paragraph with them did not mean to.
void TreeReader::warn_of_prose(std::string_view code, SourceSpan at) {
  std::size_t hanzi = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < code.size();) {
    const utf8::Decoded d = utf8::decode(code, i);
    const bool wide = unicode::is_hanzi(d.code_point) || unicode::is_wide(d.code_point);
    hanzi += wide ? 1 : 0;
    others += wide || is_space(code[i]) ? 0 : 1;
    i = d.next;
  }
  if (hanzi < 4 || hanzi < others) return;
  log_.warn(
      "indented-prose", at,
      {"行首有四个以上的空格，这段文字成了代码", "four spaces in front made code of this prose"},
      {"若是正文，请删去行首空格", "if it is prose, delete the spaces in front"});
}

void TreeReader::leave_code(const cmark_node& node, SourceSpan at) {
  const SourceSpan opening{at.first_line, at.first_line, at.first_column, at.first_column, at.file};
  const bool fenced = node.as.code.fenced != 0;
  if (fenced && !is_closed(node)) {
    log_.warn("fence-unclosed", opening,
              {"此处开始的代码或公式没有结束标记", "this code or formula is never closed"},
              {"在结尾补上与开头相同的标记", "add the mark that opens it at its end"});
  }
  if (is_math_block(node)) return add(at, model::MathBlock{string_of(node.as.code.literal)});
  if (!fenced) warn_of_prose(view(node.as.code.literal), opening);
  model::CodeBlock code;
  const std::string info = string_of(node.as.code.info);
  const auto end = std::find_if(info.begin(), info.end(), is_space);
  code.language.assign(info.begin(), end);
  code.attributes = trimmed(std::string_view(info).substr(code.language.size()));
  code.text = string_of(node.as.code.literal);
  add(at, std::move(code));
}

// --- Headings ----------------------------------------------------------------------------------

void TreeReader::leave_heading(const cmark_node& node, SourceSpan at) {
  const std::string_view line = columns_.line_at(static_cast<std::uint32_t>(node.start_line));
  const auto column = static_cast<std::size_t>(std::max(node.start_column, 1)) - 1;
  if (column < line.size() && loose_heading_level(line.substr(column)) > 0) {
    log_.warn("heading-without-space", at,
              {"标题的 # 之后没有空格，仍按标题处理",
               "no space behind a heading's #; it was read as one"},
              {"在 # 之后加一个空格", "put a space behind the #"});
  }
  add(at, model::Heading{{}, node.as.heading.level, {}, take_inlines()});
}

// --- Containers --------------------------------------------------------------------------------

void TreeReader::leave_container(const cmark_node& node, SourceSpan at) {
  const Container& container = *container_of(node);
  --containers_;
  const SourceSpan opening{at.first_line, at.first_line, at.first_column, at.first_column, at.file};
  if (container.stray) {
    log_.warn(
        "container-stray", opening,
        {"此处的 `:::` 没有可结束的容器，已略去", "this `:::` closes nothing and was left out"},
        {"检查开头一行是否写对", "see whether its opening line is written right"});
    return;
  }
  if (container.form != Container::Form::colons) {
    leave_form(node, at);
    return;
  }
  if (container.closed_on != 0) {
    at.last_line = container.closed_on;
    at.last_column = columns_.at(Columns::Cursor::ends, at.last_line, 65'535);
  } else {
    log_.warn("container-unclosed", opening,
              {"`:::" + container.head.name + "` 没有结束标记，已至所在块的末尾",
               "`:::" + container.head.name + "` is never closed; it runs to its parent's end"},
              {"在结尾另起一行写 `:::`", "add a line of `:::` at its end"});
  }
  model::Blocks children = take_blocks();
  Directive directive = take_directive(container, opening, children);
  blocks_.push_back(block_from(std::move(directive), std::move(children), at));
}

/// The head of a container, its title taken from the front of its children.
Directive TreeReader::take_directive(const Container& container, SourceSpan opening,
                                     model::Blocks& children) {
  Directive directive{opening, container.head.name, container.head.attributes, {}};
  if (container.has_title && !children.empty()) {
    directive.title = std::move(std::get<model::Paragraph>(children.front().is).content);
    children.erase(children.begin());
  }
  return directive;
}

/// Containers that end where they end: nothing closes them.
void TreeReader::leave_form(const cmark_node& node, SourceSpan at) {
  const Container& container = *container_of(node);
  model::Blocks children = take_blocks();
  Directive directive = take_directive(container, at, children);
  if (container.form == Container::Form::leaf) {
    const std::string line(trimmed(columns_.line_at(at.first_line)));
    blocks_.push_back(card_from(std::move(directive), source_.restorer.restored(line), log_));
    return;
  }
  if (container.form == Container::Form::indented) {
    blocks_.push_back(block_from(std::move(directive), std::move(children), at));
    return;
  }
  const Container* before = node.prev ? container_of(*node.prev) : nullptr;
  if (!before || before->form != Container::Form::tab) add(at, model::Tabs{});
  auto& tabs = std::get<model::Tabs>(blocks_.back().is);
  tabs.tabs.push_back({std::move(directive.title), std::move(children)});
  blocks_.back().at.last_line = at.last_line;
  blocks_.back().at.last_column = at.last_column;
}

}  // namespace keben::markdown::detail
