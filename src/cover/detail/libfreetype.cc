// FreeType, opened when the first cover is drawn. Where it is not installed a cover has no words.
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("libfreetype.so.6");

}  // namespace

extern "C" {

FT_Error FT_Init_FreeType(FT_Library* library) {
  KEBEN_PASS_ON(kLibrary, FT_Err_Cannot_Open_Resource, FT_Init_FreeType, library);
}

FT_Error FT_Done_FreeType(FT_Library library) {
  KEBEN_PASS_ON(kLibrary, FT_Err_Ok, FT_Done_FreeType, library);
}

FT_Error FT_Outline_Render(FT_Library library, FT_Outline* outline, FT_Raster_Params* parameters) {
  KEBEN_PASS_ON(kLibrary, FT_Err_Cannot_Open_Resource, FT_Outline_Render, library, outline,
                parameters);
}

}  // extern "C"
