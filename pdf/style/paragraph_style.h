// How one paragraph is set: what shape and lines need to know of it, and nothing of what it means.
#pragma once

#include <string>

#include "base/length.h"
#include "config/typesetting.h"
#include "fonts/wish.h"
#include "model/language.h"

namespace keben::pdf::style {

enum class Alignment : std::uint8_t {
  justified,
  ragged,    // flush left, nothing stretched
  balanced,  // ragged, and its lines of like width (headings)
  centred,   // balanced about the middle
  right,
};

/// The levels of CLREQ's prohibition rules (#prohibition_rules_for_line_start_end); gb adds the
/// solidus, strict the dashes.
enum class Prohibition : std::uint8_t { none, basic, gb, strict };

/// How wide full-width marks are between hanzi (CLREQ #punctuation_adjustment).
using MarkStyle = config::Marks;

struct ParagraphStyle {
  fonts::Wish face = {};
  Pt size{10.5};
  Pt leading{17};
  Em first_indent{0};
  Alignment alignment = Alignment::justified;
  model::Language language = {};
  Prohibition prohibition = Prohibition::gb;
  MarkStyle marks = MarkStyle::quanjiao;
  config::Autospace autospace = config::Autospace::normal;
  bool adjacent_tight = false;    // marks side by side lose all blanks between them
  bool first_mark_keeps = false;  // its blank, at the paragraph's beginning
  bool hang = false;              // commas and stops may, at a line's end
  bool hyphenate = true;
  bool tabular = false;  // digits as wide as one another: tables, folios in a column, list marks
  bool smart_quotes = true;
  bool leftward = false;  // its lines run from right to left
};

/// The region whose glyphs a convention's readers expect; Western text that quotes hanzi gets
/// mainland forms.
fonts::Region region_of(model::Convention convention);

/// A convention's level where nobody chose one (typesetting.md 2.3).
Prohibition default_prohibition(model::Convention convention);
Prohibition prohibition_of(config::Kinsoku chosen, model::Convention convention);

}  // namespace keben::pdf::style
