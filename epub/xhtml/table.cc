// Tables: head cells with their scope, alignment by class, and a wrapping box for the stylesheet.
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

// Past the first a small e-reader's page gets crowded (Kobo's guidelines); past the second the
// stylesheet sets smaller type.
constexpr std::size_t kComfortableColumns = 4;
constexpr std::size_t kManyColumns = 6;

}  // namespace

void ChapterWriter::table(const Table& b, SourceSpan at) {
  const TableGrid grid = grid_of(b);
  const bool many = grid.columns.size() > kManyColumns;
  if (grid.columns.size() > kComfortableColumns) {
    const std::string columns = std::to_string(grid.columns.size());
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
  if (grid.head_rows > 0) {
    {
      const Element head(out_, "thead");
      for (std::uint32_t r = 0; r < grid.head_rows; ++r)
        row(grid, r);
    }
    out_.line();
  }
  const Element body(out_, "tbody");
  out_.line();
  for (std::uint32_t r = grid.head_rows; r < grid.rows.size(); ++r) {
    row(grid, r);
    out_.line();
  }
}

void ChapterWriter::row(const TableGrid& grid, std::uint32_t index) {
  const Element tr(out_, "tr");
  for (const GridCell& c : grid.rows[index])
    cell(c, grid.columns[c.column], index < grid.head_rows);
}

/// An empty head cell heads nothing, and is announced as nothing: it is a plain one.
void ChapterWriter::cell(const GridCell& at, Align align, bool head) {
  const TableCell& cell = *at.cell;
  const bool heads = head && !cell.content.empty();
  const Element element(out_, heads ? "th" : "td");
  if (heads) out_.attribute("scope", at.columns > 1 ? "colgroup" : "col");
  if (*class_of(align)) out_.attribute("class", class_of(align));
  if (at.columns > 1) out_.attribute("colspan", std::to_string(at.columns));
  if (at.rows > 1) out_.attribute("rowspan", std::to_string(at.rows));
  content(cell.content);
}

}  // namespace keben::epub
