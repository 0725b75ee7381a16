// The walk that writes a chapter; its parts lie in the .cc files that are named beside them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "epub/xhtml/chapter.h"
#include "epub/xhtml/xml_writer.h"
#include "model/generated_words.h"
#include "model/table_grid.h"

namespace keben::epub {

class ChapterWriter {
 public:
  ChapterWriter(const TextSource& source, ChapterId id, XmlWriter& out, Diagnostics& log);

  /// Everything inside the body.
  void write();

  ContentFacts facts;
  std::vector<std::string> pages;  // that begin in this file, by label
  /// The bytes of the file at which blocks begin, and where each comes from.
  std::vector<std::pair<std::size_t, SourceSpan>> places;

 private:
  // chapter.cc
  void title_block();
  const outline::DocumentOutline& own_outline() const;
  std::string href(const outline::Target& target) const;

  // block.cc
  void note_place(SourceSpan at);
  void blocks(const model::Blocks& blocks);
  void block(const model::Block& block);
  void paragraph(const model::Paragraph& b);
  void heading(const model::Heading& b);
  void quote(const model::Quote& b);
  void list(const model::List& b);
  void item(const model::ListItem& b, bool tight);
  void code(const model::CodeBlock& b);
  void admonition(const model::Admonition& b);
  void details(const model::Details& b);
  void math(const model::MathBlock& b);
  void definitions(const model::DefinitionList& b);
  void card(const model::LinkCard& b);
  void tabs(const model::Tabs& b);
  void division(const model::Division& b);
  void label(const model::Inlines& words, const std::string& fallback, const std::string& id);
  std::string fresh_id();

  // inline.cc
  void mark_pages_before(const void* node);
  void mark_pages_behind(const void* node);
  void mark_page(const outline::PageStart& start);
  void words(const std::string& text);
  void begin_words(const void* node);
  void end_words();
  void content(const model::Inlines& paragraph);
  void inlines(const model::Inlines& inlines);
  void one(const model::Inline& node);
  void styled(const model::Styled& n);
  void link(const model::Link& n);
  void ruby(const model::Ruby& n);
  void foreign(const model::Foreign& n);

  // table.cc
  void table(const model::Table& b, SourceSpan at);
  void row(const model::TableGrid& grid, std::uint32_t index);
  void cell(const model::GridCell& at, model::Align align, bool head);

  // picture.cc
  void figure(const model::Figure& b, SourceSpan at);
  void picture(const model::Image& image, const std::string& caption, SourceSpan at);
  void missing_picture(const model::Image& image, const std::string& caption);
  void missing_picture_inline(const model::Image& image);
  const std::string* file_of(const model::Image& image) const;

  // note.cc
  void note_mark(const model::NoteReference& n);
  void notes();
  void find_marks();
  void note(model::NoteId id);
  void back_links(model::NoteId id);

  const TextSource& source_;
  ChapterId id_;
  XmlWriter& out_;
  Diagnostics& log_;
  const model::Document& document_;
  const model::GeneratedWords& generated_;
  int ranks_above_ = 0;  // a heading's element is its rank plus this
  std::uint32_t next_id_ = 0;
  std::span<const outline::PageStart> due_;  // marks of the words in hand, those that are to come
  std::uint32_t characters_ = 0;             // of those words, written
  bool in_link_ = false;
  std::vector<model::NoteReference> after_link_;  // met inside a link, where no link may stand
  std::vector<model::NoteReference> marks_;       // all of this file, once its notes are due
};

}  // namespace keben::epub
