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
  void opening();
  const outline::DocumentOutline& own_outline() const;
  std::string href(const edition::Destination& to) const;

  // block.cc
  void note_place(edition::NodeId id);
  void blocks(const edition::Blocks& blocks);
  void block(const edition::Block& block);
  void paragraph(const edition::Paragraph& b);
  void direction(edition::Direction direction);
  void heading(const edition::Heading& b);
  void quote(const edition::Quote& b);
  void list(const edition::List& b);
  void item(const edition::ListItem& b, bool tight);
  void code(const edition::Code& b, edition::NodeId id);
  void box(const edition::Box& b);
  void formula(const edition::Formula& b, edition::NodeId id);
  void definitions(const edition::Definitions& b);
  void card(const edition::Card& b);
  void label(const edition::Passage& words, const std::string& id);
  std::string fresh_id();

  // inline.cc
  void mark_pages_before(edition::NodeId node);
  void mark_pages_behind(edition::NodeId node);
  void mark_page(const edition::PageStart& start);
  void text(const std::string& words);
  void begin_words(edition::NodeId node);
  void end_words();
  void words(const edition::Passage& words);
  void inlines(const edition::Inlines& inlines);
  void one(const edition::Inline& node);
  void styled(const edition::Styled& n);
  void link(const edition::Link& n);
  void ruby(const edition::Ruby& n);

  // table.cc
  void table(const edition::Table& b, edition::NodeId id);
  void row(const std::vector<edition::Cell>& cells);
  void cell(const edition::Cell& cell);

  // picture.cc
  void figure(const edition::Figure& b);
  void picture(const edition::Picture& n);
  void missing_picture(const edition::Picture& n);
  void missing_picture_inline(const edition::Picture& n);
  const std::string* file_of(const edition::Picture& picture) const;

  // note.cc
  void note_mark(const edition::NoteMark& n);
  void notes();
  void note(std::uint32_t number);
  void back_links(std::uint32_t note);

  const TextSource& source_;
  ChapterId id_;
  XmlWriter& out_;
  Diagnostics& log_;
  const edition::Essay& essay_;
  const model::GeneratedWords& generated_;
  int ranks_above_ = 0;  // a heading's element is its rank plus this
  std::uint32_t next_id_ = 0;
  std::span<const edition::PageStart> due_;  // marks of the words in hand, those that are to come
  std::uint32_t characters_ = 0;             // of those words, written
  bool in_link_ = false;
};

}  // namespace keben::epub
