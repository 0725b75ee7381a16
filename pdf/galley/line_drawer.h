// One set line, drawn: its glyphs, and what belongs to them: tints, rules, emphasis dots, readings,
// links, pictures in the line.
#pragma once

#include <vector>

#include "fonts/catalog.h"
#include "pdf/galley/flatten.h"
#include "pdf/galley/galley.h"
#include "pdf/lines/set_line.h"
#include "pdf/style/stylesheet.h"

namespace keben::pdf::galley {

/// The elements of a paragraph: its own, and those within it, one after another.
struct Tags {
  draw::StructId own, first_inner;
  /// By its number in FlatText::inner, from 1; 0 is the paragraph.
  draw::StructId of(std::uint32_t element) const {
    if (element == shape::RunStyle::kArtifact) return {};
    return element ? draw::StructId{first_inner.v + element - 1} : own;
  }
};

/// Draws set lines into pieces. All that it is made of outlives it.
class LineDrawer {
 public:
  LineDrawer(const FlatText& flat, const shape::ShapedParagraph& paragraph,
             const style::ParagraphStyle& style, const fonts::Catalog& faces, const Tags& tags)
      : flat_(flat), paragraph_(paragraph), style_(style), faces_(faces), tags_(tags) {}

  /// @param left  where the line begins in the column
  Piece draw(const lines::SetLine& line, Pt left);

 private:
  const shape::RunStyle& style_of(const lines::SetRun& run) const {
    return paragraph_.source.styles[run.style];
  }
  Pt x(Mil m) const { return left_ + m.at(style_.size); }
  Pt baseline() const;
  Pt above_baseline(Mil m) const { return baseline() - m.at(style_.size); }
  /// The stretch of neighbouring runs from `i` on that share a property, if it begins here.
  template <class Has>
  std::size_t stretch(const lines::SetLine& line, std::size_t i, Has has) const {
    if (!has(style_of(line.runs[i])) || (i > 0 && has(style_of(line.runs[i - 1])))) return i;
    std::size_t end = i + 1;
    while (end < line.runs.size() && has(style_of(line.runs[end])))
      ++end;
    return end;
  }

  void tint(const lines::SetLine& line, std::size_t i);
  void rules(const lines::SetLine& line, std::size_t i);
  void glyphs(const lines::SetLine& line, const lines::SetRun& run);
  fonts::GlyphId space(fonts::FaceId face, std::string_view text) const;
  void frame(const lines::SetRun& run);
  void dots(const lines::SetLine& line, const lines::SetRun& run);
  void picture(const lines::SetRun& run, const shape::RunStyle& style);
  void reading(const lines::SetReading& set);
  void links(const lines::SetLine& line);
  draw::StructId link_tag(const shape::RunStyle& style) const;

  const FlatText& flat_;
  const shape::ShapedParagraph& paragraph_;
  const style::ParagraphStyle& style_;
  const fonts::Catalog& faces_;
  const Tags& tags_;
  Piece piece_;
  Pt left_;
};

}  // namespace keben::pdf::galley
