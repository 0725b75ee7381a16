// What each character of a paragraph is to the typesetter: its cell, and the line-break class that
// UAX#14's rules see.
//
// The database's classes fit plain text in any language; a Chinese paragraph changes some of them
// before the rules run (typesetting.md 2.2): quotation marks open and close, connectors never begin
// a line, full-width digits hold together.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/language.h"
#include "pdf/shape/shaped.h"
#include "pdf/style/paragraph_style.h"
#include "typography/quotes.h"
#include "unicode/properties.h"

namespace keben::pdf::shape {

/// One code point of a paragraph.
struct Character {
  char32_t code_point = 0;
  char32_t shown = 0;  // the mark that is drawn for it; differs for a straight quote
  std::uint32_t byte = 0;
  std::uint32_t style = 0;
  unicode::LineClass line_class = unicode::LineClass::al;
  Cell cell = Cell::other;
  std::uint8_t level = 0;  // odd where it runs to the left (unicode/bidi.h)
  bool cluster_start = true;
  bool western_quote = false;  // drawn with the Latin of its run, proportional
};

/// The characters of a text, with quotes resolved, clusters found, cells and classes settled.
///
/// @param unpaired set where a straight " was left over
std::vector<Character> characters_of(const StyledText& text, const style::ParagraphStyle& style,
                                     bool& unpaired);

/// The cell of a code point in a paragraph of that convention, quotes and long marks aside.
Cell cell_of(char32_t c, model::Convention convention);

/// Blank halves of a full-width mark in quanjiao, and how much is left for its ink
/// (typesetting.md 3.1).
struct Blanks {
  Mil left, right;
  Mil body{1000};
};
Blanks blanks_of(Cell cell, char32_t c, model::Convention convention, style::MarkStyle style);

}  // namespace keben::pdf::shape
