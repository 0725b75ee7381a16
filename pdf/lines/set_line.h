// A line set: every glyph at its place, ready to be drawn.
//
// What the search chose is settled here to the thousandth: each stage's amount is shared out among
// its gaps so that the parts add up exactly, and the last mark's body touches the measure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/lines/detail/fill.h"
#include "pdf/lines/fit.h"
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
  std::uint32_t first_glyph = 0, end_glyph = 0;  // of the line
  std::uint32_t first_byte = 0, end_byte = 0;    // of the line's text
  bool missing = false;  // one character that no face has, shown by its code point
};

/// A reading over some of the line's boxes, centred on them, in thousandths of the paragraph's em.
struct SetReading {
  Mil left;
  const shape::ShapedReading* reading;  // of the paragraph
};

struct SetLine {
  std::vector<SetRun> runs;
  std::vector<SetGlyph> glyphs;
  std::string text;
  std::vector<SetReading> readings;
  Mil width;          // from the first box to the last one's end
  bool last = false;  // of its paragraph, or before a hard break

  std::span<const SetGlyph> glyphs_of(const SetRun& run) const {
    return std::span(glyphs).subspan(run.first_glyph, run.end_glyph - run.first_glyph);
  }
  std::string_view text_of(const SetRun& run) const {
    return std::string_view(text).substr(run.first_byte, run.end_byte - run.first_byte);
  }
};

/// How the lines of a paragraph are filled.
enum class Filling : std::uint8_t { justified, natural };

/// Sets a paragraph's lines one after another, in memory that they share.
class LineSetter {
 public:
  /// @param sums of that paragraph; both outlive the setter
  LineSetter(const shape::ShapedParagraph& paragraph, const Sums& sums)
      : paragraph_(paragraph), sums_(sums) {}

  /// Sets the line of boxes [first, end). A justified line that is neither last nor before a hard
  /// break fills `measure`; where its gaps would grow past what is preferred, Latin words open
  /// between their letters, too.
  /// @returns the line, until the next is set
  const SetLine& set(std::uint32_t first, std::uint32_t end, Mil measure, Filling filling);

 private:
  void place();
  Mil gap_width(std::uint32_t k) const;
  Mil width_with_openings(std::uint32_t k, std::size_t& placed) const;
  bool opens(std::uint32_t k, std::uint32_t g) const;
  SetRun& run_for(std::uint32_t k);
  void add_box(std::uint32_t k, std::size_t& opened);
  void add_typed_spaces(SetRun& run, std::uint32_t k);
  void add_hyphen(SetRun& run);
  void add_glyph(SetRun& run, const SetGlyph& glyph);
  void add_readings();

  const shape::ShapedParagraph& paragraph_;
  const Sums& sums_;
  std::uint32_t first_ = 0, end_ = 0;
  Filled widths_;
  std::vector<Mil> box_lefts_, gap_lefts_;
  Mil right_;  // of all that is placed
  SetLine line_;
};

}  // namespace keben::pdf::lines
