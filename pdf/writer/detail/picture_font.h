// A face whose glyphs are pictures (colour emoji) as Type 3 fonts (ISO 32000-1 §9.6.5): each glyph
// draws one image XObject over its em box, with the whole sequence as its text.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "config/options.h"
#include "pdf/writer/detail/font_use.h"
#include "pdf/writer/detail/object_file.h"
#include "pdf/writer/detail/picture.h"

namespace keben::pdf::writer {

/// The fonts that a face of pictures needs, in the order of FontUse::Code::font.
struct PreparedPictureFonts {
  std::string name;
  std::vector<PreparedPicture> pictures;  // in the order of their codes
  std::vector<std::string> texts;
};

/// Fails with `font-unusable` where the face's own PNGs are broken.
Result<PreparedPictureFonts> prepare_picture_fonts(const FontUse& use,
                                                   const config::Limits& limits);

std::vector<Object> add_picture_fonts(ObjectFile& file, PreparedPictureFonts fonts);

}  // namespace keben::pdf::writer
