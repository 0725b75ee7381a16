// The page: trim size, type area (版心) and base grid.
//
// The measure is a whole number of ems, so that a line of hanzi fits exactly; the depth is a whole
// number of lines, so that lines of facing pages stand level (CLREQ #design_of_type_area;
// typesetting.md 6.2, 6.3).
#pragma once

#include "base/length.h"
#include "config/options.h"

namespace keben::pdf::style {

struct Geometry {
  Pt width, height;  // trim size
  Pt body;           // type size of the text: 1 em
  Pt leading;        // distance of the grid's lines
  int measure_em = 0;
  int lines = 0;    // of a full page
  Pt top;           // from the trim's edge to the type area
  Pt inner, outer;  // side margins; on screen both are the same
  bool mirrored = true;
  bool small =
      false;  // a page too small for a running head: its folio stands in the middle of the foot

  Pt measure() const { return body * measure_em; }
  /// From the top of the first line's em box to the bottom of the last one's.
  Pt depth() const { return leading * (lines - 1) + body; }
  /// Where the type area begins on a page; recto pages have odd folios and the inner margin on
  /// their left.
  Pt left(bool recto) const { return mirrored && !recto ? outer : inner; }
  Pt bottom() const { return height - top - depth(); }
};

Geometry geometry_of(const config::PageSize& page, config::Purpose purpose);

}  // namespace keben::pdf::style
