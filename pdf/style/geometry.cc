#include "pdf/style/geometry.h"

#include <cmath>
#include <optional>
#include <span>
#include <string_view>

namespace keben::pdf::style {
namespace {

/// The type area of a size that book designers have settled (typesetting.md 6.2).
struct Preset {
  std::string_view page;
  double body, leading;
  int measure_em, lines;
};

constexpr Preset kPresets[] = {
    {"A5", 10.5, 17, 30, 28},
    {"A4", 12, 20.5, 36, 34},
    {"6in", 10.5, 16, 22, 19},
    {"16开", 10.5, 17.5, 38, 36},
};

// Without a preset (decisions.md 17): 五号 type, side margins of at least 11 % of the width,
// leading of 1.62 em.
constexpr Pt kBody{10.5};
constexpr double kSideMargin = 0.11, kLeadingEm = 1.62, kDepthShare = 0.79;

Preset computed(Pt width, Pt height) {
  const double measure = std::floor(width.v * (1 - 2 * kSideMargin) / kBody.v);
  const double leading = std::round(kBody.v * kLeadingEm * 2) / 2;  // to the half point
  const double lines = std::floor((height.v * kDepthShare - kBody.v) / leading) + 1;
  return {"", kBody.v, leading, static_cast<int>(measure), static_cast<int>(lines)};
}

Preset preset_for(const config::PageSize& page) {
  for (const Preset& preset : kPresets) {
    if (preset.page == page.name) return preset;
  }
  return computed(page.width.in_pt(), page.height.in_pt());
}

}  // namespace

Geometry geometry_of(const config::PageSize& page, config::Purpose purpose) {
  const Preset preset = preset_for(page);
  Geometry g;
  g.width = page.width.in_pt();
  g.height = page.height.in_pt();
  g.body = {preset.body};
  g.leading = {preset.leading};
  g.measure_em = preset.measure_em;
  g.lines = preset.lines;
  g.small = page.width < Mm{110};
  g.mirrored = purpose == config::Purpose::print;
  // What is left is split inner to outer as 9:10 and top to bottom as 4:5.
  const Pt sides = g.width - g.measure();
  g.inner = g.mirrored ? sides * (9.0 / 19) : sides / 2;
  g.outer = sides - g.inner;
  g.top = (g.height - g.depth()) * (4.0 / 9);
  return g;
}

}  // namespace keben::pdf::style
