#include <algorithm>
#include <iterator>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/detail/containers.h"
#include "markdown/detail/math.h"
#include "markdown/detail/tree_reader.h"
#include "markdown/directives.h"

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
      return add(at, model::Heading{{}, node.as.heading.level, {}, take_inlines()});
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

void TreeReader::leave_list(const cmark_node& node, SourceSpan at) {
  const cmark_list& list = node.as.list;
  add(at, List{mark_of(list), static_cast<std::uint32_t>(list.start), list.tight,
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
  const bool math = is_math_block(fence);
  const char mark = math ? '$' : static_cast<char>(fence.as.code.fence_char);
  const std::string_view bare = trimmed(line);
  const std::size_t last = bare.find_last_not_of(mark);
  const std::size_t marks = bare.size() - (last == std::string_view::npos ? 0 : last + 1);
  if (math) return marks >= 2;
  const bool alone = last == std::string_view::npos ||
                     bare.substr(0, last + 1).find_first_not_of("> \t") == std::string_view::npos;
  return alone && marks >= fence.as.code.fence_length;
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
  model::CodeBlock code;
  const std::string info = string_of(node.as.code.info);
  const auto end = std::find_if(info.begin(), info.end(), is_space);
  code.language.assign(info.begin(), end);
  code.attributes = trimmed(std::string_view(info).substr(code.language.size()));
  code.text = string_of(node.as.code.literal);
  add(at, std::move(code));
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
  Directive directive{opening, container.head.name, container.head.attributes, {}};
  if (container.has_title && !children.empty()) {
    directive.title = std::move(std::get<model::Paragraph>(children.front().is).content);
    children.erase(children.begin());
  }
  blocks_.push_back(block_from(std::move(directive), std::move(children), at));
}

}  // namespace keben::markdown::detail
