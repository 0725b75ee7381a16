// A face cut down to the glyphs that a book draws, in the form that a PDF embeds.
//
// CIDs are the original glyph numbers everywhere, so pages can be written before the subset is cut.
// hb-subset keeps a CID-keyed CFF's charset, so there CID = original glyph by itself; TrueType and
// name-keyed CFF get new glyph numbers and a map (pdf-writer.md §4).
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "fonts/face.h"

namespace keben::fonts {

struct Subset {
  /// A bare CFF table, or a whole TrueType file.
  Bytes program;
  /// (original, new) glyph numbers in ascending order, for the PDF's CIDToGIDMap; TrueType only.
  std::vector<std::pair<GlyphId, GlyphId>> renumbered;
};

/// @param glyphs  ascending, without 0
/// Fails with Fault::machine where HarfBuzz refuses the font.
Result<Subset> cut_subset(const Face& face, std::span<const GlyphId> glyphs);

/// A font file of its own with the glyphs of some code points and what they may turn into (vertical
/// forms, local ones), for a book whose reader sets the type: an EPUB. Code points that the face
/// lacks are left out.
///
/// Fails with Fault::machine where HarfBuzz refuses the font.
Result<Bytes> cut_file(const Face& face, std::span<const char32_t> code_points);

}  // namespace keben::fonts
