// A cover's text as characters: which face draws each, and what a line end behind each would cost.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "fonts/catalog.h"
#include "model/language.h"

namespace keben::cover {

struct Character {
  char32_t code_point = 0;
  fonts::FaceId face;
  bool cluster_start = true;
  bool wide = false;  // drawn in cells of an em: hanzi, kana, Chinese marks
  bool mark = false;  // a full-width mark with a blank side
  bool emoji = false;
  bool hanzi = false;
  bool letter = false;  // of an alphabet, or a digit
  bool digit = false;
  bool may_end = false;  // a line may end behind it
};

/// The characters of a text: quotes resolved, white space made single, faces chosen by cluster.
std::vector<Character> characters_of(std::string_view text, const fonts::Catalog& faces,
                                     fonts::Wish wish, const model::Language& language);

/// What it costs the sense to end a line between characters `at - 1` and `at`, spaces left out.
/// From -0.8 (after a colon: a line end is wanted) over 0 (after a word) to 4 (inside one).
double break_cost(const std::vector<Character>& text, std::size_t at, model::Convention convention);

/// The faces' cut for a convention.
fonts::Region region_of(model::Convention convention);

}  // namespace keben::cover
