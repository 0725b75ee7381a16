#include "markdown/detail/tree_reader.h"

#include <utility>

#include "markdown/detail/containers.h"

namespace keben::markdown::detail {

TreeReader::TreeReader(const TreeSource& source, Diagnostics& log)
    : source_(source), log_(log), columns_(source.fed, source.restorer) {}

Result<Body> TreeReader::read(const cmark_node& root) {
  open_.push_back({});
  const cmark_node* node = root.first_child;
  while (node && !error_) {
    enter(*node);
    if (node->first_child && !error_) {
      node = node->first_child;
      continue;
    }
    leave(*node);
    while (!node->next && node->parent != &root && !error_) {
      node = node->parent;
      leave(*node);
    }
    node = node->next;
  }
  if (error_) return failure(*std::move(error_));
  return Body{std::move(blocks_), std::move(notes_)};
}

void TreeReader::enter(const cmark_node& node) {
  if (is_leaf(node)) return;
  check_limits(node);
  Open open{inlines_.size(), blocks_.size(), items_.size(), rows_.size(), cells_.size(), 0, 0};
  begin_at(node, open);
  open_.push_back(open);
}

void TreeReader::leave(const cmark_node& node) {
  if (error_) return;
  if (is_leaf(node)) {
    read_leaf(node);
    return;
  }
  if (is_block(node)) {
    leave_block(node);
  } else {
    leave_inline(node);
  }
  open_.pop_back();
}

// --- Limits ------------------------------------------------------------------------------------

void TreeReader::fail(std::string code, const cmark_node& node, Words what, std::size_t limit) {
  const std::string number = std::to_string(limit);
  const auto line = static_cast<std::uint32_t>(node.start_line > 0 ? node.start_line : 1);
  error_ =
      Error{.fault = Fault::document,
            .code = std::move(code),
            .what = {what.zh + "超过上限 " + number, what.en + ", over the limit of " + number},
            .hint = {"上限可在 keben.yaml 的 limits 中提高",
                     "limits can be raised under limits: in keben.yaml"},
            .at = {line, line, 1, 1, source_.file}};
}

void TreeReader::check_limits(const cmark_node& node) {
  const config::Limits& limits = source_.limits;
  if (open_.size() > limits.nesting) {
    fail("nesting-too-deep", node, {"嵌套层数", "nesting"}, limits.nesting);
  } else if (container_of(node) && ++containers_ > limits.container_nesting) {
    fail("containers-too-deep", node, {"`:::` 嵌套层数", "`:::` nesting"},
         limits.container_nesting);
  } else if (node.type == CMARK_NODE_HEADING && ++headings_ > limits.headings) {
    fail("headings-too-many", node, {"标题数", "headings"}, limits.headings);
  } else if (node.type == CMARK_NODE_FOOTNOTE_DEFINITION && notes_.size() >= limits.notes) {
    fail("notes-too-many", node, {"脚注数", "footnotes"}, limits.notes);
  } else if (node.type == CMARK_NODE_TABLE &&
             cmark_gfm_extensions_get_table_columns(const_cast<cmark_node*>(&node)) >
                 limits.table_columns) {
    fail("table-too-wide", node, {"表格列数", "table columns"}, limits.table_columns);
  } else if (node.type == CMARK_NODE_TABLE_CELL && cells_.size() >= limits.table_cells) {
    fail("table-too-large", node, {"表格单元格数", "table cells"}, limits.table_cells);
  }
}

// --- Places ------------------------------------------------------------------------------------

void TreeReader::begin_at(const cmark_node& node, Open& open) {
  if (node.start_line <= 0) {  // made by cmark without a place: where it stands is where we are
    open.first_line = previous_.last_line;
    open.first_column = previous_.last_column;
    return;
  }
  open.first_line = static_cast<std::uint32_t>(node.start_line);
  open.first_column =
      columns_.at(Columns::Cursor::beginnings, open.first_line,
                  static_cast<std::uint32_t>(node.start_column > 0 ? node.start_column : 1));
}

SourceSpan TreeReader::span_until_end(const cmark_node& node) {
  const Open& open = open_.back();
  SourceSpan at{open.first_line, open.first_line, open.first_column, open.first_column,
                source_.file};
  if (node.end_line < node.start_line || node.end_line <= 0) return at;
  at.last_line = static_cast<std::uint32_t>(node.end_line);
  at.last_column =
      columns_.at(Columns::Cursor::ends, at.last_line,
                  static_cast<std::uint32_t>(node.end_column > 0 ? node.end_column : 1));
  if (at.last_line == at.first_line && at.last_column < at.first_column)
    at.last_column = at.first_column;
  return at;
}

/// An address or a title, where it stands or from its definition; what definitions give is counted.
std::string TreeReader::defined(const cmark_node& link, const cmark_chunk& chunk) {
  const std::string* kept = source_.references.find(view(chunk));
  if (!kept) return address_of(chunk);
  referred_ += kept->size();
  if (referred_ > source_.limits.reference_bytes + source_.fed.size()) {
    fail("references-too-large", link,
         {"链接定义展开后的字节数", "bytes that link definitions expand to"},
         source_.limits.reference_bytes + source_.fed.size());
    return {};
  }
  return source_.restorer.restored(*kept);
}

std::string TreeReader::string_of(const cmark_chunk& chunk) const {
  return source_.restorer.restored(view(chunk));
}

std::string TreeReader::address_of(const cmark_chunk& chunk) const {
  return source_.restorer.restored_address(view(chunk));
}

}  // namespace keben::markdown::detail
