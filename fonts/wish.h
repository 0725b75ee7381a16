// What a piece of text asks of a face, before anyone knows which files the machine has.
//
// The families are the four of a Chinese book: 宋 for text, 黑 for headings, 楷 for quotations, and
// a monospaced one for code. A region picks the glyphs that a reader of that place expects
// (typesetting.md 9.1).
#pragma once

#include <compare>
#include <cstdint>

namespace keben::fonts {

enum class Family : std::uint8_t { song, hei, kai, mono };
inline constexpr int kFamilies = 4;

enum class Region : std::uint8_t { jp, kr, sc, tc, hk };
inline constexpr int kRegions = 5;

struct Wish {
  Family family = Family::song;
  bool bold = false;
  bool italic = false;  // for Latin only: hanzi are never slanted (CLREQ #id33)
  auto operator<=>(const Wish&) const = default;
};

/// A face of the catalog. Numbers are fixed by the table of defaults, not by the order of use.
struct FaceId {
  std::uint16_t v = 0;
  auto operator<=>(const FaceId&) const = default;
};

}  // namespace keben::fonts
