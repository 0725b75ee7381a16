// What lies between two boxes: the blank halves of marks, the space between hanzi and Latin, word
// spaces.
//
// Source: CLREQ #punctuation_adjustment_space, #mixed_text_composition; typesetting.md 3.3, 3.6,
// 4, 5.2, 5.3.
#pragma once

#include "model/language.h"
#include "pdf/shape/shaped.h"

namespace keben::pdf::shape {

/// A box's edge as its neighbour sees it. `blank` is the one that faces the neighbour.
struct Edge {
  Cell cell = Cell::other;
  Mil blank;
  bool centred = false;  // the mark has blanks on both sides
  RunKind kind = RunKind::text;
  bool none = false;  // the paragraph's edge
};

/// White space that was typed between two boxes.
enum class Typed : std::uint8_t { nothing, space, wide_space };

/// What is left of the blanks that face each other when `a` and `b` meet (typesetting.md 3.3): the
/// closing mark loses first.
struct FacingBlanks {
  Mil right_of_a, left_of_b;
};
FacingBlanks facing_blanks(const Edge& a, const Edge& b);

/// The gap between `a` and `b`, its break aside.
///
/// @param word_space the space of the face at hand
Gap gap_between(const Edge& a, const Edge& b, Typed typed, Mil word_space,
                model::Convention convention);

}  // namespace keben::pdf::shape
