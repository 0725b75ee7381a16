#include "markdown/block_reader.h"

#include <algorithm>
#include <utility>

#include "markdown/ascii.h"
#include "markdown/html_forms.h"
#include "markdown/table_rows.h"

namespace keben::markdown {
namespace {

/// Deeper than any limit on nesting: what opens there is read as prose.
constexpr std::size_t kDeepest = 256;
constexpr std::size_t kMostBoxes = 64;

/// As many cells as the row of dashes below has; bars in formulas and in constructs of ours
/// (guards.h) may be among those that seem to part more.
bool heads_table(std::string_view head, std::string_view dashes) {
  const std::size_t columns = count_cells(dashes);
  const std::size_t cells = count_cells(head);
  const bool may_hide = head.find_first_of("$\\{") != head.npos || head.find("[[") != head.npos;
  return cells == columns || (cells > columns && may_hide);
}

/// Formulas of several lines go on behind no lazy line.
bool may_open_formula(std::string_view line) {
  return line.starts_with("$$") || line.starts_with("\\[");
}

}  // namespace

// --- Containers --------------------------------------------------------------------------------

bool BlockReader::goes_on(const Container& container, LineCursor& line) {
  if (container.kind == Container::Kind::quote) {
    if (line.indent() >= kCodeIndent || !line.rest().starts_with('>')) return false;
    line.skip_marks(1);
    line.skip_columns(1);
    return true;
  }
  if (line.indent() >= container.indent) {
    line.skip_columns(container.indent);
    return true;
  }
  if (!line.is_blank()) return false;
  if (container.kind == Container::Kind::note) return line.first() == line.end();
  line.skip_columns(line.indent());
  return container.kind == Container::Kind::box || container.holds_any;
}

/// How many of the open containers go on in a line; the cursor moves behind their marks.
std::size_t BlockReader::match(LineCursor& line) const {
  std::size_t matched = 0;
  while (matched < containers_.size() && goes_on(containers_[matched], line))
    ++matched;
  return matched;
}

void BlockReader::close_to(std::size_t depth) {
  if (depth == containers_.size()) return;
  while (!boxes_.empty() && boxes_.back().depth > depth)
    boxes_.pop_back();
  containers_.resize(depth);
  measured_ = {};
}

void BlockReader::open(Container container) {
  if (!containers_.empty()) containers_.back().holds_any = true;
  containers_.push_back(container);
  measured_ = {};
}

void BlockReader::open_item(const BlockStart& start, LineCursor& line) {
  const std::size_t before = line.indent();
  line.skip_marks(start.bytes);
  const std::size_t blanks = line.indent();
  const bool by_text = blanks >= 1 && blanks <= 4 && !line.is_blank();  // else code, or nothing yet
  line.skip_columns(by_text ? blanks : 1);
  open({Container::Kind::item, before + start.bytes + (by_text ? blanks : 1)});
}

/// The box that a line of colons closes: the innermost of the same number, else of fewer, none
/// around a quotation that the line stands in, none that the line is indented from as code is.
/// boxes_.size() where there is none, or the line is no line of colons.
std::size_t BlockReader::box_closed_by(const LineCursor& line) const {
  const std::size_t colons = closing_colons(line);
  std::size_t found = boxes_.size();
  if (colons == 0) return found;
  for (std::size_t i = boxes_.size(); i-- > 0;) {
    LineCursor inside(text_, line.first());
    for (std::size_t depth = 0; depth < boxes_[i].depth; ++depth)
      goes_on(containers_[depth], inside);
    if (inside.rest().starts_with('>')) break;
    if (boxes_[i].colons > colons || inside.indent() >= kCodeIndent) continue;
    if (boxes_[i].colons == colons) return i;
    if (found == boxes_.size()) found = i;
  }
  return found;
}

/// A line of colons in a container that begins on it closes nothing.
void BlockReader::read_colons(const LineCursor& line, bool in_new_container) {
  if (closing_colons(line) == 0) {
    const std::size_t colons = line.rest().find_first_not_of(':');
    if (boxes_.size() < kMostBoxes) boxes_.push_back({containers_.size(), colons});
    return;
  }
  const std::size_t closed = in_new_container ? boxes_.size() : box_closed_by(line);
  if (closed == boxes_.size()) return;
  const std::size_t depth = boxes_[closed].depth;
  boxes_.resize(closed);
  close_to(depth);
}

std::optional<LineCursor> BlockReader::raw_line(std::size_t& at) const {
  if (at >= text_.size()) return std::nullopt;
  LineCursor line(text_, at);
  if (match(line) < containers_.size()) return std::nullopt;
  at = line.next();
  return line;
}

// --- Lines -------------------------------------------------------------------------------------

void BlockReader::go_on_at(std::size_t at) {
  at_ = at;
  head_.reset();
  in_line_ = at > 0 && at < text_.size() && text_[at - 1] != '\n';
}

std::optional<Leaf> BlockReader::next() {
  if (const auto head = std::exchange(head_, std::nullopt)) return read_table(*head);
  while (at_ < text_.size()) {
    LineCursor line(text_, at_);
    if (std::exchange(in_line_, false)) {
      const std::size_t first = at_;
      at_ = line.next();
      if (!is_blank(text_.substr(first, line.end() - first)))
        return read_paragraph(first, line.end());
      continue;
    }
    close_to(match(line));
    at_ = line.next();
    if (std::optional<Leaf> leaf = read_line(line)) return leaf;
  }
  return std::nullopt;
}

/// Opens what begins in a line, containers first; the leaf in them, if any.
std::optional<Leaf> BlockReader::read_line(LineCursor& line) {
  using Is = BlockStart::Is;
  const std::size_t known = containers_.size();
  for (;;) {
    if (line.is_blank()) return std::nullopt;
    const BlockStart start = block_start_at(line, false);
    const bool holds = start.is == Is::quote || start.is == Is::item || start.is == Is::note;
    if (holds && containers_.size() < kDeepest) {
      if (start.is == Is::item) {
        open_item(start, line);
      } else {
        open({start.is == Is::quote ? Container::Kind::quote : Container::Kind::note});
        line.skip_marks(start.is == Is::quote ? 1 : start.bytes);
        if (start.is == Is::quote) line.skip_columns(1);
      }
      continue;
    }
    if (!containers_.empty()) containers_.back().holds_any = true;
    switch (start.is) {
      case Is::box:
        open({Container::Kind::box});
        return Leaf{Leaf::Kind::prose, line.nonspace(), line.end()};
      case Is::line:
        if (line.rest().starts_with(":::")) read_colons(line, containers_.size() > known);
        return Leaf{Leaf::Kind::prose, line.nonspace(), line.end()};
      case Is::rule:
        return std::nullopt;
      case Is::fence:
        return read_fence(line, start.bytes);
      case Is::html:
        return read_html(line, start.html_form);
      case Is::code:
        return read_indented_code(line);
      case Is::nothing:
      case Is::underline:
      case Is::quote:
      case Is::item:
      case Is::note:
        if (may_open_formula(line.rest()))
          return Leaf{.first = line.nonspace(), .end = line.end(), .open = true};
        return read_paragraph(line.nonspace(), line.end());
    }
  }
}

// --- Leaves ------------------------------------------------------------------------------------

/// Line by line, lazy ones too, until one begins another block.
Leaf BlockReader::read_paragraph(std::size_t first, std::size_t end) {
  using Is = BlockStart::Is;
  if (measured_.leaf.first <= first && first < measured_.leaf.end) {
    at_ = measured_.next;
    head_ = measured_.head;
    return {Leaf::Kind::prose, first, measured_.leaf.end};
  }
  Leaf above{Leaf::Kind::table, first, end};  // the last line, which may be a table's head
  std::size_t end_before = first;
  std::optional<Leaf> head;
  while (at_ < text_.size()) {
    LineCursor line(text_, at_);
    const bool whole = match(line) == containers_.size();
    if (line.is_blank()) break;
    const BlockStart start = block_start_at(line, whole);
    if (start.is == Is::underline) at_ = line.next();
    if (start.is != Is::nothing && start.is != Is::code) break;
    if (!whole && may_open_formula(line.rest())) break;
    const bool dashes = whole && line.indent() < kCodeIndent && is_delimiter_row(line.rest());
    if (dashes && heads_table(text_.substr(above.first, above.end - above.first), line.rest())) {
      head = above;
      end = end_before;
      break;
    }
    end_before = end;
    above.first = line.nonspace();
    above.end = end = line.end();
    at_ = line.next();
  }
  if (head && head->first == first) return read_table(*head);
  measured_ = {{Leaf::Kind::prose, first, end}, at_, head};
  head_ = head;
  return measured_.leaf;
}

Leaf BlockReader::read_table(const Leaf& head) {
  Leaf table = head;
  std::size_t next = at_;
  for (auto line = raw_line(next); line && !line->is_blank(); line = raw_line(next)) {
    if (block_start_at(*line, false).is != BlockStart::Is::nothing) break;
    table.end = line->end();
    at_ = next;
  }
  return table;
}

Leaf BlockReader::read_fence(const LineCursor& opening, std::size_t marks) {
  Leaf leaf{Leaf::Kind::code, opening.nonspace(), opening.end()};
  const char mark = opening.rest()[0];
  while (const auto line = raw_line(at_)) {
    leaf.end = line->end();
    if (closes_fence(*line, mark, marks)) break;
  }
  return leaf;
}

/// Blank lines belong to it where more code follows; which, nobody here asks.
Leaf BlockReader::read_indented_code(const LineCursor& opening) {
  Leaf leaf{Leaf::Kind::code, opening.at(), opening.end()};
  std::size_t next = at_;
  for (auto line = raw_line(next); line; line = raw_line(next)) {
    if (line->is_blank()) continue;
    if (line->indent() < kCodeIndent) break;
    leaf.end = line->end();
    at_ = next;
  }
  return leaf;
}

Leaf BlockReader::read_html(const LineCursor& opening, int form) {
  Leaf leaf{Leaf::Kind::html, opening.nonspace(), opening.end(), form};
  const bool until_blank = form > 5;
  leaf.closed = until_blank || ends_html_block(form, opening.rest());
  if (leaf.closed && !until_blank) return leaf;
  std::size_t& none_before = none_ends_before_[static_cast<std::size_t>(form)];
  if (leaf.first < none_before) return leaf;
  std::size_t next = at_;
  for (auto line = raw_line(next); line; line = raw_line(next)) {
    if (until_blank && (line->is_blank() || box_closed_by(*line) < boxes_.size())) break;
    leaf.end = line->end();
    at_ = next;
    leaf.closed = until_blank || ends_html_block(form, line->rest());
    if (leaf.closed && !until_blank) break;
  }
  if (!leaf.closed) none_before = leaf.end;
  return leaf;
}

}  // namespace keben::markdown
