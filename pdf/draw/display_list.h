// What is on each page and what it means: the last thing that layout makes, and all that the writer
// reads.
//
// Positions are absolute, from the page's top left corner downward, as a reader sees them; the
// writer turns them over. Each item names the structure element it belongs to (ISO 32000-1 §14.7),
// or none: then it is an artifact, a running head or a rule, which is no part of the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"

namespace keben::pdf::draw {

/// Numbers of the tables that layout drew from: faces of the catalog, pictures of the asset store.
struct FaceIndex {
  std::uint16_t v = 0;
  auto operator<=>(const FaceIndex&) const = default;
};
struct PictureIndex {
  std::uint32_t v = 0;
  auto operator<=>(const PictureIndex&) const = default;
};

/// Index into DisplayList::structure; 0 is no element.
struct StructId {
  std::uint32_t v = 0;
  auto operator<=>(const StructId&) const = default;
};

struct Point {
  Pt x, y;
  bool operator==(const Point&) const = default;
};
struct Rect {
  Pt x, y, width, height;
  bool operator==(const Rect&) const = default;
};

/// Printer's ink. Equal parts are written as DeviceGray, so that black stays one plate.
struct Ink {
  std::uint8_t r = 0, g = 0, b = 0;
  bool operator==(const Ink&) const = default;
  bool gray() const { return r == g && g == b; }
};

/// One glyph of a run: where its origin stands from the run's, in thousandths of the run's size.
struct PlacedGlyph {
  std::uint16_t glyph = 0;
  std::uint16_t text_end =
      0;  // end of its text in the run's `text`; as before where it stands for no text of its own
  Mil x;
  Mil rise;
  bool operator==(const PlacedGlyph&) const = default;
};

/// Glyphs of one face and size on one baseline, with the text that they show.
struct Glyphs {
  FaceIndex face;
  Pt size;
  Ink ink = {};
  Point at;  // origin of the first glyph's coordinates, on the baseline
  std::vector<PlacedGlyph> glyphs;
  std::string text;     // as the author wrote it
  std::string page_of;  // the anchor whose page will stand here: until the book is bound
  bool operator==(const Glyphs&) const = default;
};

struct Fill {
  Rect area;
  Ink ink = {};
  bool operator==(const Fill&) const = default;
};

/// A straight rule; `dot` other than 0 makes it a row of round dots at that distance.
struct Rule {
  Point from, to;
  Pt thickness{0.5};
  Ink ink = {};
  Pt dot{0};
  bool operator==(const Rule&) const = default;
};

struct Picture {
  PictureIndex picture;
  Rect area;
  bool operator==(const Picture&) const = default;
};

struct Item {
  StructId tag;
  std::variant<Glyphs, Fill, Rule, Picture> is;
  bool operator==(const Item&) const = default;
};

/// A stretch of a page that leads somewhere: to an address, or to an anchor of the book.
struct LinkArea {
  Rect area;
  std::string address;  // or empty
  std::string anchor;   // or empty
  StructId tag;         // the link's element
  bool operator==(const LinkArea&) const = default;
};

struct Anchor {
  std::string name;
  Pt y;
  bool operator==(const Anchor&) const = default;
};

struct Page {
  std::vector<Item> items;
  std::vector<LinkArea> links;
  std::vector<Anchor> anchors;
  std::string label;  // "iv", "12": as printed
  bool operator==(const Page&) const = default;
};

/// The standard structure types that books need (ISO 32000-1 §14.8.4).
enum class Role : std::uint8_t {
  none,
  document,
  part,
  article,
  section,
  division,
  block_quote,
  caption,
  toc,
  toc_item,
  heading1,
  heading2,
  heading3,
  heading4,
  heading5,
  heading6,
  paragraph,
  list,
  list_item,
  label,
  list_body,
  table,
  table_row,
  header_cell,
  data_cell,
  span,
  note,
  reference,
  code,
  link,
  figure,
  formula,
  ruby,
  ruby_base,
  ruby_text,
};

/// Where a block's lines stand (ISO 32000-1 §14.8.5.4.3).
enum class TextAlign : std::uint8_t { start, center, end };

struct Struct {
  Role role = Role::none;
  StructId parent;
  std::string alternative;              // a figure's description
  std::string language;                 // where it differs from the parent's
  std::uint32_t rows = 1, columns = 1;  // that a table's cell spans
  bool heads_row = false;               // of a header cell: its row, not its column
  TextAlign align = TextAlign::start;
  bool operator==(const Struct&) const = default;
};

struct Bookmark {
  int level = 1;  // 1 is outermost; a child is one deeper than its parent
  std::string title;
  std::string anchor;
  bool operator==(const Bookmark&) const = default;
};

/// From page `first` (0-based) on, labels count in this style from `start`.
struct LabelRange {
  std::uint32_t first = 0;
  bool roman = false;
  std::uint32_t start = 1;
  bool operator==(const LabelRange&) const = default;
};

struct DisplayList {
  Pt width, height;
  std::vector<Page> pages;
  std::vector<Struct> structure{Struct{}};  // [0] is no element, [1] the document
  std::vector<Bookmark> bookmarks;
  std::vector<LabelRange> labels;
};

}  // namespace keben::pdf::draw
