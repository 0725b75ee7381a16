// Tables: head cells with their scope, alignment by class, and a wrapping box for the stylesheet.
#include <algorithm>

#include "epub/xhtml/detail/chapter_writer.h"

namespace keben::epub {

using namespace model;

namespace {

const char* class_of(Align align) {
  switch (align) {
    case Align::none:
    case Align::left:
      return "";
    case Align::center:
      return "center";
    case Align::right:
      return "right";
  }
  return "";
}

bool is_empty(const TableRow& row) {
  return std::all_of(row.begin(), row.end(),
                     [](const TableCell& cell) { return cell.content.empty(); });
}

// Past the first a small e-reader's page gets crowded (Kobo's guidelines); past the second the
// stylesheet sets smaller type.
constexpr std::size_t kComfortableColumns = 4;
constexpr std::size_t kManyColumns = 6;

}  // namespace

/// A head whose cells are all empty is Markdown's way to have none.
void ChapterWriter::table(const Table& b, SourceSpan at) {
  const bool many = b.columns.size() > kManyColumns;
  if (b.columns.size() > kComfortableColumns) {
    const std::string columns = std::to_string(b.columns.size());
    log_.note("table-wide", at,
              {"表格有 " + columns + " 列，在小屏阅读器上会很挤",
               "a table of " + columns + " columns is crowded on a small reader"},
              {"可拆成几张表，或行列互换", "split it, or exchange rows and columns"});
  }
  const Element box(out_, "div", {{"class", many ? "table wide" : "table"}});
  const Element element(out_, "table");
  out_.line();
  if (!b.caption.empty()) {
    {
      const Element caption(out_, "caption");
      content(b.caption);
    }
    out_.line();
  }
  if (!std::all_of(b.head.begin(), b.head.end(), is_empty)) {
    {
      const Element head(out_, "thead");
      for (const TableRow& r : b.head)
        row(b, r, true);
    }
    out_.line();
  }
  const Element body(out_, "tbody");
  out_.line();
  for (const TableRow& r : b.body) {
    row(b, r, false);
    out_.line();
  }
}

void ChapterWriter::row(const Table& table, const TableRow& row, bool head) {
  const Element tr(out_, "tr");
  std::size_t column = 0;
  for (const TableCell& c : row) {
    cell(c, column < table.columns.size() ? table.columns[column] : Align::none, head);
    column += c.columns;
  }
}

/// An empty head cell heads nothing, and is announced as nothing: it is a plain one.
void ChapterWriter::cell(const TableCell& cell, Align align, bool head) {
  const bool heads = head && !cell.content.empty();
  const Element element(out_, heads ? "th" : "td");
  if (heads) out_.attribute("scope", cell.columns > 1 ? "colgroup" : "col");
  if (*class_of(align)) out_.attribute("class", class_of(align));
  if (cell.columns > 1) out_.attribute("colspan", std::to_string(cell.columns));
  if (cell.rows > 1) out_.attribute("rowspan", std::to_string(cell.rows));
  content(cell.content);
}

}  // namespace keben::epub
