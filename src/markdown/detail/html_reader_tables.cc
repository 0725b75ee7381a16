#include <algorithm>
#include <charconv>
#include <utility>

#include "base/overload.h"
#include "markdown/detail/html_reader.h"
#include "model/table_grid.h"

namespace keben::markdown::detail {

using model::Align;
using model::Block;
using model::Blocks;
using model::Inlines;

namespace {

constexpr std::size_t kMostRows = 65'534;  // HTML's own limit

/// A span as HTML has it: at least 1, and no more than `most`.
std::uint16_t span_of(const GumboNode& node, const char* name, std::size_t most) {
  const std::string_view text = attribute(node, name);
  std::size_t value = 1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc::result_out_of_range) value = most;
  return static_cast<std::uint16_t>(std::clamp<std::size_t>(value, 1, most));
}

/// The same, where 0 means all the rows of the part that are left.
std::uint16_t rows_of(const GumboNode& node) {
  const std::string_view text = attribute(node, "rowspan");
  const bool all = !text.empty() && text.find_first_not_of('0') == text.npos;
  return all ? kMostRows : span_of(node, "rowspan", kMostRows);
}

bool is_cell(const GumboNode& node) {
  return tag_of(node) == GUMBO_TAG_TD || tag_of(node) == GUMBO_TAG_TH;
}

/// A row as it is read, and whether all its cells are heads.
struct ReadRow {
  model::TableRow cells;
  bool all_heads = false;
};

/// No cell reaches out of the part of the table that it stands in, nor, where that is parted in
/// head and body, down into the body.
void end_spans(std::vector<model::TableRow>& rows, std::size_t first) {
  for (std::size_t r = first; r < rows.size(); ++r) {
    for (model::TableCell& cell : rows[r])
      cell.rows = static_cast<std::uint16_t>(std::min<std::size_t>(cell.rows, rows.size() - r));
  }
}

/// How many rows at the top of a table without a head are its head: those of nothing but head
/// cells, with the rows that these reach down to; but the first alone where nothing else would be
/// left.
std::size_t count_head_rows(const std::vector<ReadRow>& rows) {
  const auto reach = [&](std::size_t wanted) {
    std::size_t end = 0;
    for (std::size_t r = 0; r < rows.size() && r < std::max(wanted, end); ++r) {
      if (r >= end) end = r + 1;
      for (const model::TableCell& cell : rows[r].cells)
        end = std::max(end, std::min<std::size_t>(r + cell.rows, rows.size()));
    }
    return end;
  };
  std::size_t heads = 0;
  while (heads < rows.size() && rows[heads].all_heads)
    ++heads;
  const std::size_t all = reach(heads);
  return all < rows.size() ? all : reach(std::min<std::size_t>(heads, 1));
}

}  // namespace

model::TableCell HtmlReader::cell_of(const GumboNode& node) {
  return {place_of(node), trimmed(flattened(blocks_of(children_of(node)))),
          span_of(node, "colspan", limits_.table_columns), rows_of(node)};
}

/// Rows of a part, or of the table itself; gumbo has put every cell into a row. A row without cells
/// counts for those that span it.
void HtmlReader::add_rows(const GumboNode& part, bool in_head, model::Table& table) {
  std::vector<ReadRow> rows;
  for (const GumboNode* child : children_of(part)) {
    const Tag tag = tag_of(*child);
    if (tag == GUMBO_TAG_CAPTION) {
      table.caption = trimmed(flattened(blocks_of(children_of(*child))));
    } else if (tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT) {
      add_rows(*child, tag == GUMBO_TAG_THEAD, table);
    } else if (tag == GUMBO_TAG_TR) {
      ReadRow row{{}, true};
      const bool first = table.columns.empty();
      for (const GumboNode* cell : children_of(*child)) {
        if (!is_cell(*cell)) continue;
        row.all_heads = row.all_heads && tag_of(*cell) == GUMBO_TAG_TH;
        row.cells.push_back(cell_of(*cell));
        if (first)
          table.columns.insert(table.columns.end(), row.cells.back().columns, align_of(*cell));
      }
      row.all_heads = row.all_heads && !row.cells.empty();
      rows.push_back(std::move(row));
    }
  }
  const bool headless = table.head.empty() && table.body.empty();
  const std::size_t heads = in_head ? rows.size() : headless ? count_head_rows(rows) : 0;
  const std::size_t first_head = table.head.size(), first_body = table.body.size();
  for (std::size_t r = 0; r < rows.size(); ++r)
    (r < heads ? table.head : table.body).push_back(std::move(rows[r].cells));
  end_spans(table.head, first_head);
  end_spans(table.body, first_body);
}

namespace {

/// The table with the spans that its cells come to (model/table_grid.h), and without rows that hold
/// none.
model::Table formed(model::Table table) {
  const model::TableGrid grid = grid_of(table);
  if (grid.head_rows == 0) table.head.clear();
  auto row = grid.rows.begin();
  for (std::vector<model::TableRow>* rows : {&table.head, &table.body}) {
    for (model::TableRow& cells : *rows) {
      if (cells.empty()) continue;
      for (std::size_t c = 0; c < cells.size(); ++c) {
        cells[c].columns = static_cast<std::uint16_t>((*row)[c].columns);
        cells[c].rows = static_cast<std::uint16_t>((*row)[c].rows);
      }
      ++row;
    }
    std::erase_if(*rows, [](const model::TableRow& cells) { return cells.empty(); });
  }
  table.columns = grid.columns;
  return table;
}

}  // namespace

model::Table HtmlReader::table_of(const GumboNode& node) {
  model::Table table;
  add_rows(node, false, table);
  return formed(std::move(table));
}

// --- Blocks as lines ---------------------------------------------------------------------------

namespace {

/// Gathers what blocks say, a line break between any two.
class Flattener {
 public:
  Inlines out;

  void add(Blocks blocks) {
    for (Block& block : blocks)
      add(std::move(block));
  }

 private:
  void line(Inlines inlines) {
    if (inlines.empty()) return;
    if (!out.empty()) out.push_back({inlines.front().at, model::HardBreak{}});
    std::move(inlines.begin(), inlines.end(), std::back_inserter(out));
  }
  template <class Node>
  void lone(SourceSpan at, Node node) {
    Inlines inlines;
    inlines.push_back({at, std::move(node)});
    line(std::move(inlines));
  }

  void add(Block block) {
    const SourceSpan at = block.at;
    std::visit(
        Overload{
            [&](model::Paragraph& b) { line(std::move(b.content)); },
            [&](model::Heading& b) { line(std::move(b.content)); },
            [&](model::Quote& b) { add(std::move(b.children)), line(std::move(b.attribution)); },
            [&](model::List& b) { add_items(b, at); },
            [&](model::CodeBlock& b) { lone(at, model::CodeSpan{std::move(b.text)}); },
            [&](model::Table& b) { add_table(b); },
            [](model::ThematicBreak&) {},
            [&](model::Figure& b) {
              for (model::Image& image : b.images)
                add_image(std::move(image), b.link, at);
              line(std::move(b.caption));
            },
            [&](model::Admonition& b) { line(std::move(b.title)), add(std::move(b.children)); },
            [&](model::Details& b) { line(std::move(b.summary)), add(std::move(b.children)); },
            [&](model::MathBlock& b) {
              lone(at, model::Math{std::move(b.tex), true});
            },
            [&](model::DefinitionList& b) {
              for (auto& entry : b.entries) {
                for (Inlines& term : entry.terms)
                  line(std::move(term));
                for (Blocks& definition : entry.definitions)
                  add(std::move(definition));
              }
            },
            [&](model::LinkCard& b) {
              const std::string& words = b.title.empty() ? b.to.destination : b.title;
              Inlines content{{at, model::Text{words}}};
              lone(at, model::Link{std::move(b.to), std::move(content)});
            },
            [&](model::Tabs& b) {
              for (auto& tab : b.tabs)
                line(std::move(tab.title)), add(std::move(tab.children));
            },
            [&](model::Division& b) { add(std::move(b.children)); },
            [&](model::RawBlock& b) { lone(at, model::RawInline{std::move(b.html)}); },
        },
        block.is);
  }

  void add_image(model::Image image, const std::optional<model::LinkTarget>& link, SourceSpan at) {
    if (!link) return lone(at, std::move(image));
    Inlines content;
    content.push_back({at, std::move(image)});
    lone(at, model::Link{*link, std::move(content)});
  }

  void add_items(model::List& list, SourceSpan at) {
    std::uint32_t number = list.start;
    for (model::ListItem& item : list.items) {
      const bool bullet = list.mark == model::List::Mark::bullet;
      const std::string mark = bullet ? "• " : std::to_string(number++) + ". ";
      Flattener inner;
      inner.add(std::move(item.children));
      inner.out.insert(inner.out.begin(), model::Inline{at, model::Text{mark}});
      line(std::move(inner.out));
    }
  }

  void add_table(model::Table& table) {
    line(std::move(table.caption));
    for (auto* rows : {&table.head, &table.body}) {
      for (model::TableRow& row : *rows) {
        for (model::TableCell& cell : row)
          line(std::move(cell.content));
      }
    }
  }
};

}  // namespace

Inlines flattened(Blocks blocks) {
  Flattener flattener;
  flattener.add(std::move(blocks));
  return std::move(flattener.out);
}

}  // namespace keben::markdown::detail
