// A paragraph set in lines: shaped, broken, and each line a piece with everything drawn in it.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "fonts/catalog.h"
#include "pdf/galley/flatten.h"
#include "pdf/galley/galley.h"
#include "pdf/lines/breaks.h"
#include "pdf/shape/shape.h"
#include "pdf/style/paragraph_style.h"

namespace keben::pdf::galley {

/// Where text stands: from the type area's left edge.
struct Column {
  Pt left, width;
};

/// Sets one paragraph after another; one for each thread.
class Typesetter {
 public:
  Typesetter(const fonts::Catalog& faces, Galley& galley, Diagnostics& log)
      : faces_(faces), shaper_(faces), measurer_(faces), galley_(galley), log_(log) {}

  /// The paragraph's lines as pieces, their break costs set (widows and orphans); link elements are
  /// added to the galley. Notes' marks are recorded with NoteIds as numbers.
  std::vector<Piece> set(FlatText text, const style::ParagraphStyle& style, Column column,
                         draw::StructId tag);

  /// How wide a text is on one line, and on the widest of its words or hanzi: for columns of
  /// tables.
  struct Widths {
    Pt most, least;
  };
  Widths widths(FlatText text, const style::ParagraphStyle& style);

  draw::StructId element(draw::Role role, draw::StructId parent);
  const fonts::Catalog& faces() const { return faces_; }

 private:
  struct Broken {
    shape::ShapedParagraph paragraph;
    lines::Breaks breaks;
  };
  Broken shaped_and_broken(shape::StyledText text, const style::ParagraphStyle& style,
                           lines::Measure measure);

  const fonts::Catalog& faces_;
  shape::Shaper shaper_;
  shape::Shaper measurer_;  // apart, since a shaper tells of a missing character only once
  Galley& galley_;
  Diagnostics& log_;
};

draw::Ink ink_of(config::Colour colour);

/// From the top of a line's em box to its baseline: the ideographic em box stands .88 over it
/// (typesetting.md 9.6).
inline constexpr double kAscent = 0.88;

}  // namespace keben::pdf::galley
