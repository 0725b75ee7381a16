#include <string>

#include "base/overload.h"
#include "markdown/html_writer.h"
#include "markdown/read.h"

namespace keben::markdown {
namespace {

using namespace model;

std::string_view name_of(Align align) {
  switch (align) {
    case Align::none:
      return {};
    case Align::left:
      return "left";
    case Align::center:
      return "center";
    case Align::right:
      return "right";
  }
  return {};
}

std::string align_attribute(Align align) {
  if (align == Align::none) return {};
  return " align=\"" + std::string(name_of(align)) + "\"";
}

std::string div_of_class(std::string_view name) {
  return "<div class=\"" + escape_html(name) + "\">";
}

}  // namespace

void HtmlWriter::start_line() {
  if (!out_.empty() && out_.back() != '\n') out_ += '\n';
}

void HtmlWriter::write(const Blocks& blocks) {
  for (const Block& block : blocks)
    write_block(block);
}

void HtmlWriter::write_block(const Block& block) {
  start_line();
  std::visit(
      Overload{
          [&](const Paragraph& b) {
            out_ += "<p" + align_attribute(b.align) + ">", write(b.content), out_ += "</p>";
          },
          [&](const Heading& b) {
            const std::string tag = "h" + std::to_string(b.level);
            out_ += "<" + tag + ">", write(b.content), out_ += "</" + tag + ">";
          },
          [&](const Quote& b) { write_container("<blockquote>", b.children, "</blockquote>"); },
          [&](const List& b) { write_list(b); },
          [&](const CodeBlock& b) { write_code(b); },
          [&](const Table& b) { write_table(b); },
          [&](const ThematicBreak&) { out_ += "<hr />"; },
          [&](const Figure& b) {
            out_ += "<figure>";
            for (const Image& image : b.images)
              write_image(image);
            write_labelled("figcaption", b.caption);
            out_ += "</figure>";
          },
          [&](const Admonition& b) {
            out_ += div_of_class(b.name) + "\n";
            write_labelled("p", b.title);
            write_container({}, b.children, "</div>");
          },
          [&](const Details& b) {
            out_ += "<details>\n";
            write_labelled("summary", b.summary);
            write_container({}, b.children, "</details>");
          },
          [&](const MathBlock& b) { out_ += div_of_class("math") + escape_html(b.tex) + "</div>"; },
          [&](const DefinitionList& b) { write_definitions(b); },
          [&](const LinkCard& b) {
            write_link(b.to, escape_html(b.title.empty() ? b.to.destination : b.title));
          },
          [&](const Tabs& b) { write_tabs(b); },
          [&](const Division& b) {
            write_container("<div" + align_attribute(b.align) + ">", b.children, "</div>");
          },
          [&](const RawBlock& b) { out_ += b.html; },
      },
      block.is);
  start_line();
}

void HtmlWriter::write_container(std::string_view open, const Blocks& children,
                                 std::string_view close) {
  out_ += open;
  start_line();
  write(children);
  start_line();
  out_ += close;
}

void HtmlWriter::write_labelled(std::string_view tag, const Inlines& content) {
  if (content.empty()) return;
  const std::string name(tag);
  out_ += "<" + name + ">", write(content), out_ += "</" + name + ">\n";
}

void HtmlWriter::write_list(const List& list) {
  const bool ordered = list.mark != List::Mark::bullet;
  const std::string start =
      ordered && list.start != 1 ? " start=\"" + std::to_string(list.start) + "\"" : "";
  const std::string tag = ordered ? "ol" : "ul";
  out_ += "<" + tag + start + ">\n";
  for (const ListItem& item : list.items)
    write_item(item, list.tight);
  out_ += "</" + tag + ">";
}

void HtmlWriter::write_item(const ListItem& item, bool tight) {
  out_ += "<li>";
  if (item.checked) {
    out_ += *item.checked ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
                          : "<input type=\"checkbox\" disabled=\"\" /> ";
  }
  for (const Block& child : item.children) {
    const auto* paragraph = std::get_if<Paragraph>(&child.is);
    if (tight && paragraph) {
      write(paragraph->content);
    } else {
      write_block(child);
    }
  }
  out_ += "</li>\n";
}

void HtmlWriter::write_code(const CodeBlock& code) {
  out_ += "<pre><code";
  if (!code.language.empty()) out_ += " class=\"language-" + escape_html(code.language) + "\"";
  out_ += ">" + escape_html(code.text) + "</code></pre>";
}

void HtmlWriter::write_row(const TableRow& row, const Table& table, std::string_view cell_tag) {
  const std::string tag(cell_tag);
  out_ += "<tr>\n";
  for (std::size_t column = 0; column < row.size(); ++column) {
    const Align align = column < table.columns.size() ? table.columns[column] : Align::none;
    out_ += "<" + tag + align_attribute(align) + ">";
    write(row[column].content);
    out_ += "</" + tag + ">\n";
  }
  out_ += "</tr>\n";
}

void HtmlWriter::write_table(const Table& table) {
  out_ += "<table>\n<thead>\n";
  for (const TableRow& row : table.head)
    write_row(row, table, "th");
  out_ += "</thead>\n";
  if (!table.body.empty()) out_ += "<tbody>\n";
  for (const TableRow& row : table.body)
    write_row(row, table, "td");
  if (!table.body.empty()) out_ += "</tbody>\n";
  out_ += "</table>";
}

void HtmlWriter::write_tabs(const Tabs& tabs) {
  out_ += div_of_class("tabs") + "\n";
  for (const Tabs::Tab& tab : tabs.tabs) {
    write_labelled("p", tab.title);
    write(tab.children);
  }
  out_ += "</div>";
}

void HtmlWriter::write_definitions(const DefinitionList& list) {
  out_ += "<dl>\n";
  for (const DefinitionList::Entry& entry : list.entries) {
    for (const Inlines& term : entry.terms)
      write_labelled("dt", term);
    for (const Blocks& definition : entry.definitions)
      write_container("<dd>", definition, "</dd>\n");
  }
  out_ += "</dl>";
}

// --- Notes -------------------------------------------------------------------------------------

void HtmlWriter::write_notes(const std::vector<Note>& notes) {
  if (notes.empty()) return;
  out_ += "<section class=\"footnotes\">\n<ol>\n";
  for (std::size_t i = 0; i < notes.size(); ++i)
    write_note(notes[i], i + 1);
  out_ += "</ol>\n</section>\n";
}

/// The way back stands at the end of the note's last paragraph, else below its last block.
void HtmlWriter::write_note(const Note& note, std::size_t number) {
  const std::string n = std::to_string(number);
  out_ += "<li id=\"fn" + n + "\">\n";
  write(note.children);
  std::string way_back = "<a href=\"#fnref" + n + "\" class=\"footnote-backref\">↩</a>";
  for (std::uint32_t again = 2; again <= note.references; ++again) {
    const std::string k = std::to_string(again);
    way_back += " <a href=\"#fnref" + n + "-" + k + "\" class=\"footnote-backref\">↩" + "<sup>" +
                k + "</sup></a>";
  }
  constexpr std::string_view kParagraphEnd = "</p>\n";
  if (out_.ends_with(kParagraphEnd)) {
    out_.resize(out_.size() - kParagraphEnd.size());
    out_ += " " + way_back + "</p>\n";
  } else {
    out_ += way_back + "\n";
  }
  out_ += "</li>\n";
}

std::string to_html(const Document& document) {
  HtmlWriter writer;
  writer.write(document.blocks);
  writer.write_notes(document.notes);
  return writer.take();
}

}  // namespace keben::markdown
