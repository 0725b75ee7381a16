// Words shaped by HarfBuzz, each once: text repeats itself, and shaping is what costs.
//
// Hanzi and single marks never come here; they need only a glyph and an advance (Face::cell). What
// comes here is Latin, Hangul, scripts that join or stack, and pairs of long marks, which a face
// may draw as one glyph.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fonts/catalog.h"
#include "pdf/shape/shaped.h"

namespace keben::pdf::shape {

/// Glyphs of one word from its left edge. `text_end` counts the word's code points, from 1.
struct ShapedWord {
  std::vector<ShapedGlyph> glyphs;
  Mil width;
};

/// OpenType features beside a script's own.
enum class Features : std::uint8_t {
  none,
  proportional,  // pwid: Western quotes and dashes in a CJK face
  full_width,    // fwid: the interpunct in its cell
  tabular,       // tnum: digits in columns
};

/// Which way a word runs, and in which script.
enum class Course : std::uint8_t {
  by_letters,  // HarfBuzz guesses from them
  han,
  leftward,  // its level is odd (unicode/bidi.h)
};

/// Shapes words and keeps them; one for each thread.
class WordShaper {
 public:
  explicit WordShaper(const fonts::Catalog& faces);
  WordShaper(WordShaper&&) noexcept;
  ~WordShaper();

  /// @param language  BCP 47
  const ShapedWord& shape(fonts::FaceId face, std::u32string_view word, Features features,
                          Course course, const std::string& language);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace keben::pdf::shape
