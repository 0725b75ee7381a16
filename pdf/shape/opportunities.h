// Where a paragraph's lines may end, and how gladly.
//
// UAX#14 runs over the classes that characters.h settled; what it cannot say (penalties, addresses,
// code, CLREQ's levels) is added here. Source: CLREQ #prohibition_rules_for_line_start_end,
// typesetting.md 2.3 to 2.7.
#pragma once

#include <span>
#include <vector>

#include "pdf/shape/characters.h"
#include "pdf/shape/shaped.h"
#include "unicode/line_break.h"

namespace keben::pdf::shape {

/// The gap behind a character.
struct Opportunity {
  Gap::Break at = Gap::Break::never;
  bool rescue = false;
  std::int32_t penalty = 0;
};

/// Finds them for paragraphs one after another, in memory that they share.
class OpportunityFinder {
 public:
  /// One for each character; the last one is mandatory.
  ///
  /// @param measure the line's width: long addresses and code get more places to break
  /// @returns them, until the next paragraph
  std::span<Opportunity> find(const std::vector<Character>& characters, const StyledText& text,
                              const style::ParagraphStyle& style, Mil measure);

 private:
  std::vector<unicode::LineClass> classes_;
  std::vector<unicode::Break> breaks_;
  std::vector<Opportunity> opportunities_;
};

}  // namespace keben::pdf::shape
