#include <algorithm>
#include <charconv>
#include <utility>

#include "base/overload.h"
#include "markdown/detail/html_reader.h"

namespace keben::markdown::detail {

using model::Align;
using model::Block;
using model::Blocks;
using model::Inlines;

namespace {

/// A span as HTML has it: at least 1, and no more than `most`.
std::uint16_t span_of(const GumboNode& node, const char* name, std::size_t most) {
  const std::string_view text = attribute(node, name);
  std::size_t value = 1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return static_cast<std::uint16_t>(std::clamp<std::size_t>(value, 1, most));
}

bool is_cell(const GumboNode& node) {
  return tag_of(node) == GUMBO_TAG_TD || tag_of(node) == GUMBO_TAG_TH;
}

std::size_t width_of_row(const model::TableRow& row) {
  std::size_t columns = 0;
  for (const model::TableCell& cell : row)
    columns += cell.columns;
  return columns;
}

}  // namespace

model::TableCell HtmlReader::cell_of(const GumboNode& node) {
  constexpr std::size_t kMostRows = 65'535;
  return {place_of(node), trimmed(flattened(blocks_of(children_of(node)))),
          span_of(node, "colspan", limits_.table_columns), span_of(node, "rowspan", kMostRows)};
}

/// Rows of a part, or of the table itself; gumbo has put every cell into a row.
void HtmlReader::add_rows(const GumboNode& part, bool in_head, model::Table& table) {
  for (const GumboNode* child : children_of(part)) {
    const Tag tag = tag_of(*child);
    if (tag == GUMBO_TAG_CAPTION) {
      table.caption = trimmed(flattened(blocks_of(children_of(*child))));
    } else if (tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TFOOT) {
      add_rows(*child, tag == GUMBO_TAG_THEAD, table);
    } else if (tag == GUMBO_TAG_TR) {
      model::TableRow row;
      bool all_head = true;
      const bool first = table.body.empty() && table.head.empty();
      for (const GumboNode* cell : children_of(*child)) {
        if (!is_cell(*cell)) continue;
        all_head = all_head && tag_of(*cell) == GUMBO_TAG_TH;
        row.push_back(cell_of(*cell));
        if (first) table.columns.insert(table.columns.end(), row.back().columns, align_of(*cell));
      }
      if (row.empty()) continue;
      const bool head = in_head || (all_head && first);
      (head ? table.head : table.body).push_back(std::move(row));
    }
  }
}

model::Table HtmlReader::table_of(const GumboNode& node) {
  model::Table table;
  add_rows(node, false, table);
  std::size_t columns = 1;
  for (const auto* rows : {&table.head, &table.body}) {
    for (const model::TableRow& row : *rows)
      columns = std::max(columns, width_of_row(row));
  }
  table.columns.resize(std::min(columns, limits_.table_columns), Align::none);
  return table;
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
