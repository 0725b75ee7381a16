// CommonMark's HTML, as the standards' examples spell it: for `--dump html` and the conformance
// suites. No book is made of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"

namespace keben::markdown {

/// `text` with & < > " escaped.
std::string escape_html(std::string_view text);

/// An address as CommonMark's examples have it: percent-encoded where it must be, & escaped.
std::string escape_address(std::string_view address);

class HtmlWriter {
 public:
  void write(const model::Blocks& blocks);
  void write(const model::Inlines& inlines);
  void write_notes(const std::vector<model::Note>& notes);

  std::string take() { return std::move(out_); }

 private:
  void start_line();
  void write_block(const model::Block& block);
  void write_container(std::string_view open, const model::Blocks& children,
                       std::string_view close);
  void write_labelled(std::string_view tag, const model::Inlines& content);
  void write_list(const model::List& list);
  void write_item(const model::ListItem& item, bool tight);
  void write_code(const model::CodeBlock& code);
  void write_table(const model::Table& table);
  void write_row(const model::TableRow& row, const model::Table& table, std::string_view cell_tag);
  void write_tabs(const model::Tabs& tabs);
  void write_definitions(const model::DefinitionList& list);
  void write_note(const model::Note& note, std::size_t number);

  void write_inline(const model::Inline& node);
  void write_image(const model::Image& image);
  void write_link(const model::LinkTarget& to, std::string_view written_content);
  void write_reference(const model::NoteReference& reference);

  std::string out_;
};

}  // namespace keben::markdown
