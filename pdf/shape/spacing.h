// What lies between two boxes: the blank halves of marks, the space between hanzi and Latin, word
// spaces.
//
// Source: CLREQ #punctuation_adjustment_space, #mixed_text_composition; typesetting.md 3.3, 3.6,
// 4, 5.2, 5.3.
#pragma once

#include "model/language.h"
#include "pdf/shape/shaped.h"
#include "pdf/style/paragraph_style.h"

namespace keben::pdf::shape {

/// A box's edge as its neighbour sees it. `blank` is the one that faces the neighbour.
struct Edge {
  Cell cell = Cell::other;
  Mil blank;
  bool centred = false;  // the mark has blanks on both sides
  RunKind kind = RunKind::text;
  bool none = false;  // the paragraph's edge
  Mil hangs = {};     // of the mark: what may stand outside the measure at a line's end
};

/// White space that was typed between two boxes.
enum class Typed : std::uint8_t { nothing, space, wide_space };

/// What is left of the blanks that face each other when `a` and `b` meet (typesetting.md 3.3): the
/// closing mark loses first. `tight` leaves nothing.
struct FacingBlanks {
  Mil right_of_a, left_of_b;
};
FacingBlanks facing_blanks(const Edge& a, const Edge& b, bool tight = false);

/// What a paragraph's style says of its gaps.
struct SpacingRules {
  model::Convention convention = model::Convention::hans;
  config::Autospace autospace = config::Autospace::normal;
  bool tight = false;  // marks side by side lose all blanks between them

  static SpacingRules of(const style::ParagraphStyle& style) {
    return {style.language.convention, style.autospace, style.adjacent_tight};
  }
};

/// The gap between `a` and `b`, its break aside.
///
/// @param space what was typed comes to in the face at hand
Gap gap_between(const Edge& a, const Edge& b, Typed typed, Mil space, const SpacingRules& rules);

}  // namespace keben::pdf::shape
