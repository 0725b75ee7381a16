#include "pdf/shape/blanks.h"

namespace keben::pdf::shape {
namespace {

constexpr Blanks kRightHalf{{0}, {500}, {500}};
constexpr Blanks kLeftHalf{{500}, {0}, {500}};
constexpr Blanks kCentred{{250}, {250}, {500}};
constexpr Blanks kFull{{0}, {0}, {1000}};

Blanks quanjiao_blanks(Cell cell, char32_t c, model::Convention convention) {
  const bool traditional =
      convention == model::Convention::hant_tw || convention == model::Convention::hant_hk;
  const bool japanese = convention == model::Convention::ja;
  switch (cell) {
    case Cell::opening:
      return kLeftHalf;
    case Cell::closing:
      return kRightHalf;
    case Cell::pause:
      if (traditional || (japanese && (c == U'：' || c == U'；'))) return kCentred;
      return kRightHalf;
    case Cell::stop:
      return traditional ? kCentred : kRightHalf;
    case Cell::query:
      return traditional || japanese ? kFull : kRightHalf;
    case Cell::middle_dot:
      // GB/T 15834 gives the interpunct half an em; elsewhere it stands in the middle of a cell.
      return traditional || japanese ? kCentred : Blanks{{0}, {0}, {500}};
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
      return kFull;
  }
  return kFull;
}

}  // namespace

Blanks blanks_of(Cell cell, char32_t c, model::Convention convention, style::MarkStyle style) {
  const Blanks blanks = quanjiao_blanks(cell, c, convention);
  const Blanks body_only{{0}, {0}, blanks.body};
  switch (style) {
    case style::MarkStyle::quanjiao:
      return blanks;
    case style::MarkStyle::kaiming:  // marks inside a sentence are half wide, those that end it
                                     // full
      return cell == Cell::stop || cell == Cell::query ? blanks : body_only;
    case style::MarkStyle::banjiao:
      return body_only;
    case style::MarkStyle::none:
      return cell == Cell::middle_dot ? body_only : kFull;
  }
  return blanks;
}

}  // namespace keben::pdf::shape
