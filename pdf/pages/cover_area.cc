#include "pdf/pages/cover_area.h"

#include <algorithm>

namespace keben::pdf::pages {
namespace {

constexpr double kMostCut = 0.2;  // of the picture's width or height

}  // namespace

draw::Rect cover_area(PixelSize picture, Pt width, Pt height) {
  const double across = std::max(1u, picture.width.v);
  const double down = std::max(1u, picture.height.v);
  const double whole = std::min(width.v / across, height.v / down);
  const double full = std::max(width.v / across, height.v / down);
  const double scale = 1 - whole / full <= kMostCut ? full : whole;
  const Pt w{across * scale};
  const Pt h{down * scale};
  return {(width - w) / 2, (height - h) / 2, w, h};
}

}  // namespace keben::pdf::pages
