// Tables: head cells with their scope, alignment by class, and a wrapping box for the stylesheet.
#include "epub/xhtml/detail/chapter_writer.h"

namespace keben::epub {

using namespace edition;

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

/// HTML, #attr-th-scope; nothing for a cell that heads nothing.
const char* scope_of(Cell::Heads heads) {
  switch (heads) {
    case Cell::Heads::nothing:
      return "";
    case Cell::Heads::column:
      return "col";
    case Cell::Heads::columns:
      return "colgroup";
    case Cell::Heads::row:
      return "row";
  }
  return "";
}

// Past the first a small e-reader's page gets crowded (Kobo's guidelines); past the second the
// stylesheet sets smaller type.
constexpr std::size_t kComfortableColumns = 4;
constexpr std::size_t kManyColumns = 6;

}  // namespace

void ChapterWriter::table(const Table& b, NodeId id) {
  const bool many = b.columns > kManyColumns;
  if (b.columns > kComfortableColumns) {
    const std::string columns = std::to_string(b.columns);
    log_.note("table-wide", source_.edition.places[id.v],
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
      words(b.caption);
    }
    out_.line();
  }
  if (b.head_rows > 0) {
    {
      const Element head(out_, "thead");
      for (std::uint32_t r = 0; r < b.head_rows; ++r)
        row(b.rows[r]);
    }
    out_.line();
  }
  const Element body(out_, "tbody");
  out_.line();
  for (std::size_t r = b.head_rows; r < b.rows.size(); ++r) {
    row(b.rows[r]);
    out_.line();
  }
}

void ChapterWriter::row(const std::vector<Cell>& cells) {
  const Element tr(out_, "tr");
  for (const Cell& c : cells)
    cell(c);
}

void ChapterWriter::cell(const Cell& cell) {
  const bool heads = cell.heads != Cell::Heads::nothing;
  const Element element(out_, heads ? "th" : "td");
  if (heads) out_.attribute("scope", scope_of(cell.heads));
  if (*class_of(cell.align)) out_.attribute("class", class_of(cell.align));
  if (cell.columns > 1) out_.attribute("colspan", std::to_string(cell.columns));
  if (cell.rows > 1) out_.attribute("rowspan", std::to_string(cell.rows));
  words(cell.words);
}

}  // namespace keben::epub
