// A paragraph set in lines: shaped, broken, and each line a piece with everything drawn in it.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.h"
#include "fonts/catalog.h"
#include "pdf/galley/flatten.h"
#include "pdf/galley/galley.h"
#include "pdf/lines/breaks.h"
#include "pdf/shape/shape.h"
#include "pdf/style/paragraph_style.h"

namespace keben::pdf::galley {

/// Sets one paragraph after another; one for each thread.
class Typesetter {
 public:
  /// @param words  of the thread, as the shaper has them
  Typesetter(const fonts::Catalog& faces, Galley& galley, Diagnostics& log,
             shape::WordShaper* words = nullptr)
      : faces_(faces),
        shaper_(faces, words),
        measurer_(faces, &shaper_.words()),
        galley_(galley),
        log_(log) {}

  /// A paragraph's lines, and what a page that is made up of them may ask further.
  struct Text {
    std::vector<Piece> lines;
    bool shorter = false, longer = false;  // it may well be set in a line less, or more
    std::int64_t demerits = 0;
    draw::StructId first_inner;  // of the elements made for its links and pictures
  };

  /// The paragraph's lines as pieces, their break costs set (widows and orphans); link elements are
  /// added to the galley. Notes' marks are recorded with NoteIds as numbers.
  std::vector<Piece> set(FlatText text, const style::ParagraphStyle& style, Column column,
                         draw::StructId tag) {
    return set_text(std::move(text), style, column, tag).lines;
  }
  Text set_text(FlatText text, const style::ParagraphStyle& style, Column column,
                draw::StructId tag);
  /// A justified paragraph that has been set before, in so many lines, with the elements that it
  /// has; or none where they would be poor.
  std::optional<Text> set_in_lines(FlatText text, const style::ParagraphStyle& style, Column column,
                                   draw::StructId tag, draw::StructId first_inner,
                                   std::uint32_t lines);

  /// How wide a text is on one line, and on the widest of its words or hanzi, its pictures made
  /// small: for columns of tables.
  struct Widths {
    Pt most, least;
  };
  Widths widths(FlatText text, const style::ParagraphStyle& style);

  draw::StructId element(draw::Role role, draw::StructId parent);
  const fonts::Catalog& faces() const { return faces_; }

 private:
  struct Broken {
    shape::ShapedParagraph paragraph;
    lines::Sums sums;
    lines::Breaks breaks;
  };
  std::vector<Piece> drawn(const FlatText& flat, const Broken& broken,
                           const style::ParagraphStyle& style, Column column, draw::StructId tag,
                           draw::StructId first_inner) const;
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
