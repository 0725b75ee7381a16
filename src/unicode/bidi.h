// Which way text runs: UAX#9 through fribidi, for Hebrew or Arabic words among hanzi.
//
// A level says how deep a character is embedded: even levels run to the right, odd ones to the
// left. Levels belong to a paragraph; the order in which they are seen belongs to a line, whatever
// the line is made of: letters, words, or boxes and the gaps between them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace keben::unicode {

/// Which way a paragraph runs as a whole.
enum class Flow : std::uint8_t { rightward, leftward };

/// Whether a code point can turn the order about: what Unicode keeps for right-to-left scripts
/// (UAX#9 #Bidirectional_Character_Types, defaults of unassigned code points), and the controls
/// that say so.
constexpr bool may_turn(char32_t c) {
  if (c < 0x590) return false;
  if (c < 0x2000) return c < 0x900;
  if (c < 0x2070) return c == 0x200F || c == 0x202B || c == 0x202E || c == 0x2067;
  if (c < 0xFB1D) return false;
  return c <= 0xFDFF || (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

/// The level of each code point of a paragraph (UAX#9 #P2 to #I2); empty where all of it runs as
/// the paragraph does, as almost all text of this program does.
std::vector<std::uint8_t> bidi_levels(std::u32string_view text, Flow flow);

/// The order in which a line's parts are seen from left to right, by their levels (UAX#9 #L2).
/// @returns indices into `levels`
std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels);

}  // namespace keben::unicode
