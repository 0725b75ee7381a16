// Where a line may break: UAX#14 of Unicode 15.0, over classes instead of characters.
//
// The standard's rules speak only of line-break classes. So do we: a caller takes the class of each
// code point, changes those that its language or its kind of run asks for (a Chinese “ is OP, a
// full-width digit NU, Japanese "normal" turns CJ into ID), and lets the rules run once over the
// result. The rules themselves stay untailored, which keeps them testable: with no class changed,
// every string of the standard's own LineBreakTest.txt comes out right.
//
//   他  说  “   好  ”   。        classes from the database: ID ID QU ID QU CL
//   ID  ID  OP  ID  CL  CL        after the typesetter's changes
//     ÷   ÷   ×   ×   ×   !       the gap after each code point
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "unicode/properties.h"

namespace keben::unicode {

/// What may happen between two code points.
enum class Break : std::uint8_t { prohibited, allowed, mandatory };

/// The two forms of LB25, which keeps numbers together.
///
/// `whole` reads a number as one expression with its sign, brackets and unit (UAX#14 #Examples,
/// example 7), so that a comma or a slash holds digits only inside a number: `3,14` stays whole,
/// `甲,1` may break. LineBreakTest.txt of 15.0 is made with it. `pairwise` is the rule of the
/// standard's main text, which looks at two classes at a time.
enum class Numbers : std::uint8_t { whole, pairwise };

/// LB1: the class that the rules see. `sa` is a letter here, as the standard says where no
/// dictionary is at hand: Thai, Lao, Khmer and Myanmar then break at spaces only.
constexpr LineClass resolve(LineClass c) {
  using enum LineClass;
  if (c == ai || c == sa || c == sg || c == xx) return al;
  if (c == sa_mark) return cm;
  return c == cj ? ns : c;
}

/// Judges every gap of a text in one pass.
///
/// @param classes one for each code point, changed as the caller likes; LB1 is applied here
/// @param after   as many: after[i] is the gap behind code point i, the last one mandatory (LB3)
void find_breaks(std::span<const LineClass> classes, std::span<Break> after,
                 Numbers numbers = Numbers::whole);

/// The database's class of each code point of a text (valid UTF-8).
std::vector<LineClass> line_classes(std::string_view text);

/// The same judgement for a text as it stands: one entry for each code point.
std::vector<Break> find_breaks(std::string_view text, Numbers numbers = Numbers::whole);

}  // namespace keben::unicode
