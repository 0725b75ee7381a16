// The walk that settles one text; its parts lie in the .cc files that are named beside them.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "assets/asset_store.h"
#include "base/diagnostic.h"
#include "edition/edition.h"
#include "model/collection.h"

namespace keben::edition {

/// What is counted over the whole book: nodes, with the places that they stand for, and the
/// pictures that are shown.
class Register {
 public:
  NodeId add(SourceSpan at) {
    places_.push_back(at);
    return {static_cast<std::uint32_t>(places_.size() - 1)};
  }
  void show(assets::AssetId picture, SourceSpan at) { pictures_.emplace(picture, at); }

  std::vector<SourceSpan> take_places() { return std::move(places_); }
  std::map<assets::AssetId, SourceSpan> take_pictures() { return std::move(pictures_); }

 private:
  std::vector<SourceSpan> places_{SourceSpan{}};
  std::map<assets::AssetId, SourceSpan> pictures_;
};

class Settler {
 public:
  /// @param rank  of the text's highest headings
  Settler(model::DocumentId id, const model::Language& language, const outline::Outline& outline,
          const assets::AssetStore& pictures, int rank, Register& book, Diagnostics& log)
      : id_(id),
        language_(language),
        outline_(outline),
        pictures_(pictures),
        generated_(model::words_for(language.convention)),
        rank_(rank),
        register_(book),
        log_(log) {}

  /// The blocks of a text; `begins[i]` is where those of its block i begin, one more where all end.
  Blocks text(model::Blocks blocks, const std::vector<outline::Chapter>& chapters,
              std::vector<std::size_t>& begins);
  /// Those of a note that stands in a chapter.
  Blocks note(model::Note note, std::size_t chapter);
  /// Where each reference to each note stands, once all is settled: its chapter, by note and
  /// occurrence.
  std::vector<std::vector<std::size_t>> take_marks() { return std::move(marks_); }

 private:
  // settle_blocks.cc
  Blocks blocks(model::Blocks blocks);
  void block(model::Block block, Blocks& out);
  Paragraph paragraph(model::Paragraph b, SourceSpan at);
  void heading(model::Heading b, SourceSpan at, Blocks& out);
  Quote quote(model::Quote b, SourceSpan at);
  List list(model::List b);
  Box box(Box::Kind kind, model::Inlines label, std::string_view name, model::Blocks children,
          SourceSpan at);
  void definitions(model::DefinitionList b, SourceSpan at, Blocks& out);
  Card card(model::LinkCard b);

  // settle_table.cc
  Table table(model::Table b, SourceSpan at);

  // settle_pictures.cc
  Figure figure(model::Figure b, SourceSpan at);
  Picture picture(model::Image image, const std::string& caption, SourceSpan at);

  // settle_inlines.cc
  Passage words(model::Inlines inlines, SourceSpan at);
  Inlines inlines(model::Inlines inlines);
  void one(model::Inline node, Inlines& out);
  Picture picture_in_line(model::Image image, SourceSpan at);
  void link(model::Link n, SourceSpan at, Inlines& out);
  NoteMark note_mark(const model::NoteReference& n);
  std::optional<Destination> destination(model::LinkId link) const;

  model::DocumentId id_;
  const model::Language& language_;
  const outline::Outline& outline_;
  const assets::AssetStore& pictures_;
  const model::GeneratedWords& generated_;
  int rank_;
  Register& register_;
  Diagnostics& log_;
  Align align_ = Align::none;  // of the divisions around
  bool in_link_ = false;
  Inlines after_link_;  // marks that were met inside one
  std::size_t chapter_ = 0;
  std::vector<std::vector<std::size_t>> marks_;  // by note
};

}  // namespace keben::edition
