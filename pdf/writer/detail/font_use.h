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

/// Codes of a Type 3 font are single bytes, and 0 is not used.
inline constexpr std::size_t kMostPictures = 255;

class FontUse {
 public:
  explicit FontUse(const fonts::Face& face) : face_(&face), slots_(face.glyph_count(), 0) {}

  void note(std::uint16_t glyph, std::string_view text);

  const fonts::Face& face() const { return *face_; }
  /// Whether the face's glyphs are pictures: it is then written as fonts of pictures, each of at
  /// most kMostPictures (picture_font.h), all of them an em wide.
  bool of_pictures() const { return face_->outlines() == fonts::Outlines::bitmap; }
  Mil advance(std::uint16_t glyph) const {
    return of_pictures() ? Mil{1000} : face_->advance({glyph});
  }
  /// How content streams call a glyph: the font, among those of the face, and the code in it.
  struct Code {
    std::uint16_t font = 0, code = 0;
  };
  Code code_of(std::uint16_t glyph) const;
  /// Ascending.
  std::vector<fonts::GlyphId> glyphs() const;
  std::vector<fonts::GlyphId> in_order_of_use() const;
  /// What ToUnicode says of a glyph; empty for one that never stood for text of its own.
  std::string_view text_of(std::uint16_t glyph) const { return texts_[slots_[glyph]].text; }

 private:
  struct Text {
    std::uint16_t glyph = 0;
    std::string text;
    bool nominal = false;  // the face's cmap gives this glyph for this text
  };
  bool is_nominal(std::uint16_t glyph, std::string_view text) const;

  const fonts::Face* face_;
  std::vector<std::uint16_t> slots_;  // by glyph: index into texts_, 0 for unused
  std::vector<Text> texts_{Text{}};
};

}  // namespace keben::pdf::writer
