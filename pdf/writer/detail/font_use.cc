#include "pdf/writer/detail/font_use.h"

#include "base/utf8.h"

namespace keben::pdf::writer {

bool FontUse::is_nominal(std::uint16_t glyph, std::string_view text) const {
  if (text.empty()) return false;
  const utf8::Decoded first = utf8::decode(text, 0);
  return first.next == text.size() && face_->cell(first.code_point).glyph.v == glyph;
}

void FontUse::note(std::uint16_t glyph, std::string_view text) {
  std::uint16_t& slot = slots_[glyph];
  if (slot == 0) {
    slot = static_cast<std::uint16_t>(texts_.size());
    texts_.push_back({glyph, std::string(text), is_nominal(glyph, text)});
    return;
  }
  Text& known = texts_[slot];
  if (known.nominal || known.text == text || text.empty()) return;
  if (known.text.empty() || is_nominal(glyph, text))
    known = {glyph, std::string(text), is_nominal(glyph, text)};
}

/// Pictures are numbered in the order of their first use, which is that of `texts_`.
FontUse::Code FontUse::code_of(std::uint16_t glyph) const {
  if (!of_pictures()) return {0, glyph};
  const std::size_t index = slots_[glyph] - 1u;
  return {static_cast<std::uint16_t>(index / kMostPictures),
          static_cast<std::uint16_t>(index % kMostPictures + 1)};
}

std::vector<fonts::GlyphId> FontUse::glyphs() const {
  std::vector<fonts::GlyphId> out;
  for (std::size_t glyph = 1; glyph < slots_.size(); ++glyph) {
    if (slots_[glyph]) out.push_back({static_cast<std::uint16_t>(glyph)});
  }
  return out;
}

std::vector<fonts::GlyphId> FontUse::in_order_of_use() const {
  std::vector<fonts::GlyphId> out;
  for (std::size_t i = 1; i < texts_.size(); ++i)
    out.push_back({texts_[i].glyph});
  return out;
}

}  // namespace keben::pdf::writer
