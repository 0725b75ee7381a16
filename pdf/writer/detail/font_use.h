// Which glyphs of a face a book draws, and what text each of them stands for.
//
// A PDF maps each glyph to one text (ToUnicode, ISO 32000-1 §9.10.3). The text comes from what was
// set, never from the font's cmap turned round: that turns 了 into a compatibility ideograph. Where
// a glyph means several texts, the one that the face's own cmap agrees with wins, else the first;
// the others are said by ActualText where they stand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fonts/face.h"

namespace keben::pdf::writer {

class FontUse {
 public:
  explicit FontUse(const fonts::Face& face) : face_(&face), slots_(face.glyph_count(), 0) {}

  void note(std::uint16_t glyph, std::string_view text);

  const fonts::Face& face() const { return *face_; }
  /// Ascending.
  std::vector<fonts::GlyphId> glyphs() const;
  /// What ToUnicode says of a glyph; empty for one that never stood for text of its own.
  std::string_view text_of(std::uint16_t glyph) const { return texts_[slots_[glyph]].text; }

 private:
  struct Text {
    std::string text;
    bool nominal = false;  // the face's cmap gives this glyph for this text
  };
  bool is_nominal(std::uint16_t glyph, std::string_view text) const;

  const fonts::Face* face_;
  std::vector<std::uint16_t> slots_;  // by glyph: index into texts_, 0 for unused
  std::vector<Text> texts_{Text{}};
};

}  // namespace keben::pdf::writer
