// A paragraph's characters: what each is to the typesetter where it stands.
//
// The database's line-break classes fit plain text in any language; a Chinese paragraph changes
// some of them before UAX#14's rules run (typesetting.md 2.2): quotation marks open and close,
// connectors never begin a line, full-width digits hold together.
#pragma once

#include <cstdint>
#include <vector>

#include "pdf/shape/shaped.h"
#include "pdf/style/paragraph_style.h"
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
/// @param all      takes them; what was in it goes
/// @param unpaired set where a straight " was left over
void characters_of(const StyledText& text, const style::ParagraphStyle& style,
                   std::vector<Character>& all, bool& unpaired);

}  // namespace keben::pdf::shape
