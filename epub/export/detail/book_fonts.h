// Type inside the book, for `--embed-fonts`: each face cut to the characters that are set in it;
// for `--embed-rare`, to the rare hanzi among them.
//
// None is embedded unless asked for: a reader's own faces suit their eyes and screen, and a whole
// Chinese face weighs ten megabytes (epub.md 32).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "config/options.h"
#include "fonts/catalog.h"
#include "model/language.h"

namespace keben::epub {

struct BookFont {
  std::string file;  // in fonts/: "song.otf"
  std::string media_type;
  Bytes bytes;
};

struct BookFonts {
  std::vector<BookFont> fonts;
  std::string css;  // what the stylesheet says of them, after its own rules
};

/// @param xhtml  all content documents of the book
/// @param type   `used` or `rare`: hanzi beyond the first level of GB 18030, which every Chinese
///               reading system can show
/// Notes `font-not-embedded` where a face's licence bits forbid embedding; that role is left to the
/// reader's faces. Fails where HarfBuzz refuses a font.
Result<BookFonts> cut_book_fonts(const std::vector<std::string_view>& xhtml,
                                 config::EmbeddedType type, model::Convention convention,
                                 const fonts::Catalog& faces, Diagnostics& log);

}  // namespace keben::epub
