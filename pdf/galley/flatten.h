// A paragraph's tree laid flat: inlines → one string with styles, and tables of the links, notes
// and pictures in it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "assets/asset_store.h"
#include "model/document.h"
#include "outline/outline.h"
#include "pdf/shape/styled_text.h"
#include "pdf/style/stylesheet.h"

namespace keben::pdf::galley {

/// Where a run of text leads.
struct Destination {
  std::string address;  // or empty
  std::string anchor;   // or empty
  std::string spoken;   // what the link says, for readers who hear it

  bool leads() const { return !address.empty() || !anchor.empty(); }
};

/// A picture that stands in a line.
struct InlinePicture {
  assets::AssetId asset;
  Pt width, height;
  std::string alternative;  // its description
  std::uint32_t link = 0;   // the link that it is part of, as RunStyle::link
};

struct FlatText {
  shape::StyledText text;
  const model::Inlines* from = nullptr;  // null: words of our own
  std::vector<Destination> links;        // RunStyle::link counts from 1
  std::vector<InlinePicture> pictures;   // RunStyle::object counts from 1
  std::vector<model::NoteId> notes;      // the same number counts notes where the run is raised
};

/// What flattening needs to know of the book around a paragraph.
struct Surroundings {
  const model::Document& document;
  model::DocumentId id;
  const outline::Outline& outline;
  const assets::AssetStore& assets;
  const style::Stylesheet& sheet;
  /// In print a link to another text says its page: about where each text of the book will begin,
  /// so that there is room for as many digits. Empty: links say nothing.
  std::span<const std::uint32_t> expected_pages = {};
};

FlatText flatten(const model::Inlines& inlines, const style::ParagraphStyle& style,
                 const Surroundings& around);

/// Puts the page of a link's target behind the link, （见第 37 页）, if the target is another text
/// and pages are said at all. The page stands as zeros until the book is bound.
///
/// @param style  of the link's own text
void say_page(FlatText& flat, shape::RunStyle style, const outline::Target& target,
              const Surroundings& around);

/// The string that marks a note until its page numbers it: an em's worth of circled figure.
inline constexpr std::string_view kNoteMark = "①";

/// Where a link's target is, in the terms of both the reader and the writer.
Destination destination_of(const outline::Target& target, const outline::Outline& outline);

}  // namespace keben::pdf::galley
