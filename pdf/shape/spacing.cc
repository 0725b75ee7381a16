#include "pdf/shape/spacing.h"

#include <algorithm>

namespace keben::pdf::shape {
namespace {

constexpr Mil kHalf{500}, kAutospace{250}, kAutospaceLeast{125};
constexpr Mil kWordSpaceMost{500}, kWordSpaceLeast{200}, kTypedBetweenHanzi{250};

bool closes(Cell c) {
  return c == Cell::closing || c == Cell::pause || c == Cell::stop || c == Cell::query;
}
bool is_mark(Cell c) {
  return c == Cell::opening || closes(c);
}
bool in_cell(Cell c) {
  return c == Cell::hanzi || c == Cell::wide;
}

bool is_code(const Edge& e) {
  return e.kind == RunKind::code || e.kind == RunKind::formula;
}

/// Latin in the sense of A1: what hanzi keep a little distance from. Code is Latin whatever it
/// begins with.
bool is_latin(const Edge& e) {
  return is_code(e) ||
         (e.kind != RunKind::raised && (e.cell == Cell::letter || e.cell == Cell::digit));
}

/// Hanzi beside Latin, but never within one piece of code.
bool meet(const Edge& a, const Edge& b) {
  const auto hanzi = [](const Edge& e) { return e.cell == Cell::hanzi && !is_code(e); };
  return (hanzi(a) && is_latin(b)) || (is_latin(a) && hanzi(b));
}

/// Books a blank's capacity under the stages of its mark (typesetting.md 5.2).
void add_blank(Gap& gap, Cell cell, Mil blank) {
  if (blank.v == 0) return;
  gap.natural += blank;
  const auto give = [&](Shrink stage, Mil amount) {
    gap.shrink[static_cast<std::size_t>(stage)] =
        static_cast<std::int16_t>(gap.shrink[static_cast<std::size_t>(stage)] + amount.v);
  };
  const Mil half{blank.v / 2};
  switch (cell) {
    case Cell::opening:
    case Cell::closing:
      give(Shrink::bracket, blank);
      break;
    case Cell::pause:
      give(Shrink::pause, half);
      give(Shrink::pause_rest, blank - half);
      break;
    case Cell::stop:
    case Cell::query:
      give(Shrink::stop, half);
      break;
    case Cell::middle_dot:
      give(Shrink::centred_dot, blank);
      break;
    case Cell::hanzi:
    case Cell::letter:
    case Cell::digit:
    case Cell::code:
    case Cell::connector:
    case Cell::solidus:
    case Cell::long_mark:
    case Cell::double_mark:
    case Cell::wide_space:
    case Cell::wide:
    case Cell::hangul:
    case Cell::other:
      break;
  }
}

void add_word_space(Gap& gap, Mil natural) {
  gap.natural += natural;
  const std::int32_t least = std::max(kWordSpaceLeast.v, natural.v * 2 / 3);
  gap.shrink[static_cast<std::size_t>(Shrink::word_space)] =
      static_cast<std::int16_t>(std::max(0, natural.v - least));
  gap.word_stretch = static_cast<std::int16_t>(std::max(0, kWordSpaceMost.v - natural.v));
}

void add_autospace(Gap& gap, config::Autospace how) {
  const Mil natural = how == config::Autospace::narrow ? kAutospaceLeast : kAutospace;
  gap.natural += natural;
  gap.shrink[static_cast<std::size_t>(Shrink::autospace)] =
      static_cast<std::int16_t>((natural - kAutospaceLeast).v);
  gap.autospace = true;
}

/// The white space between two boxes: typed, or due between hanzi and Latin (A1–A3).
void add_space(Gap& gap, const Edge& a, const Edge& b, Typed typed, Mil space,
               const SpacingRules& rules) {
  const bool spaced =
      model::is_chinese(rules.convention) || rules.convention == model::Convention::ja;
  if (is_code(a) && is_code(b)) {
    if (typed != Typed::nothing) gap.natural += space;  // columns, as typed
  } else if (typed == Typed::wide_space) {
    gap.natural = space;  // beside a mark its blank is part of it
    gap.shrink = {};
  } else if (spaced && rules.autospace != config::Autospace::none && meet(a, b)) {
    add_autospace(gap, rules.autospace);
  } else if (typed == Typed::space) {
    if (spaced && (is_mark(a.cell) || is_mark(b.cell))) return;  // P4: a mark has its own blank
    if (spaced && in_cell(a.cell) && in_cell(b.cell)) {
      gap.natural += kTypedBetweenHanzi;
    } else {
      add_word_space(gap, space);
    }
  }
}

}  // namespace

FacingBlanks facing_blanks(const Edge& a, const Edge& b, bool tight) {
  FacingBlanks kept{a.none ? Mil{0} : a.blank, b.none ? Mil{0} : b.blank};
  if (a.none || b.none) return kept;
  const bool opens_or_closes = is_mark(a.cell) && is_mark(b.cell);
  if (tight && opens_or_closes && !(a.cell == Cell::opening && closes(b.cell))) return {};
  if (closes(a.cell) && closes(b.cell)) {
    if (kept.right_of_a == kHalf) kept.right_of_a = {0};
  } else if (a.cell == Cell::opening && b.cell == Cell::opening) {
    kept.left_of_b = {0};
  } else if (closes(a.cell) && b.cell == Cell::opening) {
    (a.centred ? kept.left_of_b : kept.right_of_a) = {0};
  }
  return kept;
}

Gap gap_between(const Edge& a, const Edge& b, Typed typed, Mil space, const SpacingRules& rules) {
  Gap gap;
  const auto [right_of_a, left_of_b] = facing_blanks(a, b, rules.tight);
  if (a.centred) gap.kept_at_end = a.blank;
  if (b.centred) gap.kept_at_start = b.blank;
  if (a.hangs.v > 0 && !closes(b.cell))
    gap.hang = static_cast<std::int16_t>((a.hangs + gap.kept_at_end).v);
  add_blank(gap, a.cell, right_of_a);
  add_blank(gap, b.cell, left_of_b);
  if (a.none || b.none) return gap;
  add_space(gap, a, b, typed, space, rules);
  const auto stiff = [](Cell c) { return c == Cell::connector || c == Cell::solidus; };
  gap.letterspace = (in_cell(a.cell) || in_cell(b.cell)) && !stiff(a.cell) && !stiff(b.cell) &&
                    a.kind != RunKind::raised && b.kind != RunKind::raised;
  return gap;
}

}  // namespace keben::pdf::shape
