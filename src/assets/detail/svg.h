// SVG (SVG 1.1, 2nd edition): a stranger's drawing made harmless, then drawn by librsvg.
//
// A drawing is a document: it may run script, fetch, include files and unfold into billions of
// elements. So it is read with expat (no DTD is loaded, an entity declaration ends the reading),
// and what comes out is written anew from a whitelist of elements and attributes; nothing of the
// original is copied through. Both books, and librsvg itself, see only that.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "assets/detail/raster.h"

namespace keben::assets {

struct CleanSvg {
  Bytes text;      // XML in UTF-8, with its namespaces declared
  PixelSize size;  // of width and height, else of the viewBox, in CSS px
  Words repairs;   // what could not stay as it was (svg_repairs.h); empty: all did
};

/// What comes out passes the check of a book: ids are XML names, each once, and whatever points to
/// one finds it (svg_ids.h). Fails with `image-broken` (no XML, no svg element), `image-refused`
/// (entities) or `image-too-large` (depth, elements, or what references unfold into).
Result<CleanSvg> clean_svg(BytesView bytes, const config::Limits& limits);

/// Draws what `clean_svg` gave, filling `size`.
Result<Picture> draw_svg(BytesView text, PixelSize size, Keep keep);

}  // namespace keben::assets
