// Where a cover's picture stands on its page (typesetting.md 7.11).
#pragma once

#include "base/length.h"
#include "pdf/draw/display_list.h"

namespace keben::pdf::pages {

/// Full bleed: the smallest size that leaves no white, centred, its overhang cut by the page's
/// edge. Where that would cut away too much (a blog's wide banner on a tall page) the whole picture
/// is shown instead, as large as the page lets it be.
draw::Rect cover_area(PixelSize picture, Pt width, Pt height);

}  // namespace keben::pdf::pages
