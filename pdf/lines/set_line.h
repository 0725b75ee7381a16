// A line set: every glyph at its place, ready to be drawn.
//
// What the search chose is settled here to the thousandth: each stage's amount is shared out among
// its gaps so that the parts add up exactly, and the last mark's body touches the measure.
#pragma once

#include <string>
#include <vector>

#include "pdf/lines/breaks.h"
#include "pdf/shape/shaped.h"

namespace keben::pdf::lines {

struct SetGlyph {
  fonts::GlyphId glyph;        // 0 is a typed space
  Mil x, rise;                 // from the line's left edge, in the paragraph's em
  std::uint32_t text_end = 0;  // in the run's text
};

/// Glyphs of one face and one style that follow one another.
struct SetRun {
  std::uint32_t style = 0;  // index into StyledText::styles
  fonts::FaceId face;
  Mil left, right;  // edges of its boxes, for links, rules and tints; white space at its ends is
                    // not part of it
  std::vector<SetGlyph> glyphs;
  std::string text;
  bool missing = false;  // one character that no face has, shown by its code point
};

/// A reading over some of the line's boxes, centred on them, in thousandths of the paragraph's em.
struct SetReading {
  Mil left;
  const shape::ShapedReading* reading;  // of the paragraph
};

struct SetLine {
  std::vector<SetRun> runs;
  std::vector<SetReading> readings;
  Mil width;          // from the first box to the last one's end
  bool last = false;  // of its paragraph, or before a hard break
};

/// How the lines of a paragraph are filled.
enum class Filling : std::uint8_t { justified, natural };

/// Sets the line of boxes [first, end). A justified line that is neither last nor before a hard
/// break fills `measure`; where its gaps would grow past what is preferred, Latin words open
/// between their letters, too.
SetLine set_line(const shape::ShapedParagraph& paragraph, std::uint32_t first, std::uint32_t end,
                 Mil measure, Filling filling);

}  // namespace keben::pdf::lines
