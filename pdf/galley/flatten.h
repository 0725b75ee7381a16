// A paragraph's tree laid flat: inlines → one string with styles, and tables of the links, notes,
// pictures and elements in it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "assets/asset_store.h"
#include "edition/edition.h"
#include "pdf/draw/display_list.h"
#include "pdf/shape/styled_text.h"
#include "pdf/style/stylesheet.h"

namespace keben::pdf::galley {

/// Where a run of text leads: one of the two.
struct Destination {
  std::string address;
  std::string anchor;
};

/// A picture that stands in a line.
struct InlinePicture {
  assets::AssetId asset;
  Pt width, height;
};

/// What is an element of its own within a paragraph: a link, words in another language, a picture,
/// ruby and its parts.
struct InnerElement {
  draw::Role role = draw::Role::span;
  std::uint32_t parent = 0;  // counted from 1; 0: the paragraph itself
  std::string language = {};
  std::string alternative = {};
};

struct FlatText {
  shape::StyledText text;
  edition::NodeId from;                 // unknown: words of our own
  std::vector<InnerElement> inner;      // RunStyle::element counts from 1
  std::vector<Destination> links;       // RunStyle::link likewise
  std::vector<InlinePicture> pictures;  // RunStyle::object likewise
  std::vector<std::uint32_t> notes;     // the same number counts notes where the run is raised
};

/// What flattening needs to know of the book around a paragraph.
struct Surroundings {
  const edition::Edition& edition;
  model::DocumentId id;
  const assets::AssetStore& assets;
  const style::Stylesheet& sheet;
  /// In print a link to another text says its page: about where each text of the book will begin,
  /// so that there is room for as many digits. Empty: links say nothing.
  std::span<const std::uint32_t> expected_pages = {};

  const edition::Essay& essay() const { return edition.essays[id.v]; }
  const model::GeneratedWords& words() const {
    return model::words_for(essay().meta.language.convention);
  }
};

FlatText flatten(const edition::Passage& passage, const style::ParagraphStyle& style,
                 const Surroundings& around);

/// Makes an element of a link in `flat`, and returns its number.
std::uint32_t add_link(FlatText& flat, Destination to, std::uint32_t parent = 0);

/// Puts the page of a link's target behind the link, （见第 37 页）, if the target is another text
/// and pages are said at all. The page stands as zeros until the book is bound.
///
/// @param style  of the link's own text
void say_page(FlatText& flat, shape::RunStyle style, const edition::Destination& target,
              const Surroundings& around);

/// The string that marks a note until its page numbers it: an em's worth of circled figure.
inline constexpr std::string_view kNoteMark = "①";

/// Where that is, in the terms of the writer.
Destination destination_of(const edition::Destination& target, const outline::Outline& outline);

}  // namespace keben::pdf::galley
