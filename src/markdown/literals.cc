#include "markdown/literals.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/byte_set.h"
#include "markdown/link_forms.h"
#include "markdown/literal_reader.h"
#include "markdown/table_rows.h"

namespace keben::markdown {
namespace {

constexpr std::size_t npos = std::string_view::npos;

}  // namespace

LiteralReader::LiteralReader(std::string_view text, Writing writing)
    : text_(text),
      by_site_(writing != Writing::plain),
      blocks_(text),
      closers_(text),
      tags_(text, closers_),
      comments_(text, writing == Writing::mdx, closers_) {}

Literals LiteralReader::read() {
  while (const std::optional<Leaf> leaf = blocks_.next()) {
    leaf_ = *leaf;
    left_ = false;
    if (leaf_.open && read_formula_block(leaf_.first)) continue;
    if (leaf_.open) leaf_ = blocks_.measured(leaf_);
    if (!may_matter()) continue;
    switch (leaf_.kind) {
      case Leaf::Kind::prose:
        read_prose();
        break;
      case Leaf::Kind::table:
        read_table();
        break;
      case Leaf::Kind::code:
        add(Kind::code_block, leaf_.first, leaf_.end);
        break;
      case Leaf::Kind::html:
        read_html_block();
        break;
    }
  }
  out_.tags = tags_.take();
  return std::move(out_);
}

/// Where tags are done with, formulas are all that is left to find, and what hides them.
bool LiteralReader::may_matter() const {
  constexpr ByteSet kMarks("$\\");
  const bool inlines = leaf_.kind == Leaf::Kind::prose || leaf_.kind == Leaf::Kind::table;
  return by_site_ || !inlines || kMarks.find_in(text_.substr(0, leaf_.end), leaf_.first) != npos;
}

void LiteralReader::add(Kind kind, std::size_t first, std::size_t end) {
  out_.spans.push_back({kind, first, end});
}

/// Ends the leaf at hand: blocks go on at `at`.
std::size_t LiteralReader::leave(std::size_t at) {
  left_ = true;
  blocks_.go_on_at(at);
  return at;
}

/// Nothing but marks of containers stands before `at`.
bool LiteralReader::begins_line(std::size_t at) const {
  if (at == leaf_.first) return true;
  const std::size_t last = text_.find_last_not_of(" \t>", at - 1);
  return last == npos || text_[last] == '\n';
}

void LiteralReader::read_prose() {
  Prose prose{read_definitions(), leaf_.end};
  if (prose.first > prose.end) leave(prose.first);
  read_marks(prose);
}

/// Definitions of links stand in front of a paragraph's text.
std::size_t LiteralReader::read_definitions() {
  std::size_t at = leaf_.first;
  while (at < leaf_.end && text_[at] == '[' && begins_line(at)) {
    const std::string_view rest = text_.substr(at, leaf_.end - at);
    const bool remark = by_site_ && length_of_remark(rest) > 0;
    const std::size_t length = remark ? 0 : length_of_definition(rest);
    if (length == 0) break;
    add(Kind::html, at, at + length);
    at = read_tags(at, at + length);
    if (at < leaf_.end) at = std::min(text_.find_first_not_of(" \t>\n", at), leaf_.end);
  }
  return at;
}

void LiteralReader::read_marks(Prose& prose) {
  constexpr ByteSet kMarks("\\`<$[]{%");
  const std::string_view text = text_.substr(0, prose.end);
  std::size_t done = prose.first;
  while (!left_ && done < prose.end) {
    const std::size_t at = kMarks.find_in(text, done);
    if (at >= prose.end) return;
    const std::size_t address_end = read_addresses(done, at, prose);
    done = address_end > at ? address_end : read_mark(at, prose);
    if (!left_ && done > prose.end) leave(done);
  }
}

/// Row by row: a code span ends in its cell, which every bar ends but one in a formula.
void LiteralReader::read_table() {
  const std::size_t head_end = text_.find('\n', leaf_.first);
  const std::size_t columns =
      count_cells(text_.substr(head_end + 1, text_.find('\n', head_end + 1) - head_end - 1));
  for (std::size_t first = leaf_.first; first < leaf_.end && !left_;) {
    const std::size_t end = std::min(text_.find('\n', first), leaf_.end);
    const std::size_t known = out_.spans.size();
    Prose row{first, end, true};
    read_marks(row);
    drop_misfits(known, text_.substr(first, end - first), columns);
    first = end + 1;
  }
}

/// A row that fits its table only if the bars in its formulas part cells has no such formulas:
/// `| 5$ | 6$ |` is of prices.
void LiteralReader::drop_misfits(std::size_t known, std::string_view row, std::size_t columns) {
  std::size_t hidden = 0;
  const auto bars_in = [&](const Literal& span) {
    const std::string_view tex = text_.substr(span.first, span.end - span.first);
    return span.kind == Kind::formula ? count_cells("x" + std::string(tex) + "x") - 1 : 0;
  };
  for (std::size_t i = known; i < out_.spans.size(); ++i)
    hidden += bars_in(out_.spans[i]);
  if (hidden == 0 || count_cells(row) != columns) return;
  const auto from = out_.spans.begin() + static_cast<std::ptrdiff_t>(known);
  out_.spans.erase(std::remove_if(from, out_.spans.end(),
                                  [&](const Literal& span) { return bars_in(span) > 0; }),
                   out_.spans.end());
}

void LiteralReader::read_html_block() {
  if (!leaf_.closed && leaf_.html_form > 1 && by_site_ && !tags_.in_raw(leaf_.first)) {
    add_unclosed(leaf_.first);
    leave(leaf_.first + 1);
    return;
  }
  constexpr ByteSet kMarks("<{%");
  const std::string_view text = text_.substr(0, leaf_.end);
  Prose prose{leaf_.first, leaf_.end};
  std::size_t at = kMarks.find_in(text, leaf_.first);
  while (at < leaf_.end && !left_) {
    at = text_[at] == '<' ? read_html(at, prose, true) : read_mark(at, prose);
    if (!left_ && at > leaf_.end) leave(at);
    if (!left_) at = kMarks.find_in(text, at);
  }
}

Literals find_literals(std::string_view text, Writing writing) {
  return LiteralReader(text, writing).read();
}

}  // namespace keben::markdown
