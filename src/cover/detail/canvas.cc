#include "cover/detail/canvas.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <span>

#include "base/c_handle.h"
#include "fonts/detail/handle.h"
#include "late/freetype.h"
#include "late/harfbuzz.h"

namespace keben::cover {
using namespace late;
namespace {

constexpr std::size_t kRow = kWidth;
constexpr std::size_t kHalfRow = kWidth / 2;
// FreeType counts an outline's points in a short; a glyph beyond that is no letter.
constexpr std::size_t kMostPoints = 32'000;

/// A glyph's outline as FreeType takes it: points in sixty-fourths of a sample, y downward.
struct Path {
  double scale = 1;  // sixty-fourths a thousandth of an em
  Spot origin;
  std::vector<FT_Vector> points;
  std::vector<char> tags;
  std::vector<short> ends;

  void add(float x, float y, int tag) {
    if (points.size() >= kMostPoints) return;
    points.push_back({static_cast<FT_Pos>(origin.x + std::lround(x * scale)),
                      static_cast<FT_Pos>(origin.y - std::lround(y * scale))});
    tags.push_back(static_cast<char>(tag));
  }
  void close() {
    const auto last = static_cast<short>(points.size() - 1);
    if (!points.empty() && (ends.empty() || ends.back() != last)) ends.push_back(last);
  }
};

extern "C" {
void path_move_to(hb_draw_funcs_t*, void* path, hb_draw_state_t*, float x, float y, void*) {
  static_cast<Path*>(path)->close();
  static_cast<Path*>(path)->add(x, y, FT_CURVE_TAG_ON);
}
void path_line_to(hb_draw_funcs_t*, void* path, hb_draw_state_t*, float x, float y, void*) {
  static_cast<Path*>(path)->add(x, y, FT_CURVE_TAG_ON);
}
void path_quadratic_to(hb_draw_funcs_t*, void* path, hb_draw_state_t*, float cx, float cy, float x,
                       float y, void*) {
  static_cast<Path*>(path)->add(cx, cy, FT_CURVE_TAG_CONIC);
  static_cast<Path*>(path)->add(x, y, FT_CURVE_TAG_ON);
}
void path_cubic_to(hb_draw_funcs_t*, void* path, hb_draw_state_t*, float c1x, float c1y, float c2x,
                   float c2y, float x, float y, void*) {
  static_cast<Path*>(path)->add(c1x, c1y, FT_CURVE_TAG_CUBIC);
  static_cast<Path*>(path)->add(c2x, c2y, FT_CURVE_TAG_CUBIC);
  static_cast<Path*>(path)->add(x, y, FT_CURVE_TAG_ON);
}
void path_close(hb_draw_funcs_t*, void* path, hb_draw_state_t*, void*) {
  static_cast<Path*>(path)->close();
}
}

struct Brush {
  std::uint8_t* plane;
  int brightness;
};

extern "C" void paint_spans(int y, int count, const FT_Span* spans, void* user) {
  const auto& brush = *static_cast<const Brush*>(user);
  std::uint8_t* row = brush.plane + static_cast<std::size_t>(y) * kRow;
  for (const FT_Span& span : std::span(spans, static_cast<std::size_t>(count))) {
    for (int x = span.x; x < span.x + span.len; ++x) {
      row[x] = static_cast<std::uint8_t>(
          (row[x] * (255 - span.coverage) + brush.brightness * span.coverage + 127) / 255);
    }
  }
}

void fill_plane(std::vector<std::uint8_t>& plane, std::size_t row, Area a, std::uint8_t value) {
  for (int y = a.top; y < a.bottom(); ++y) {
    std::fill_n(
        plane.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y) * row) + a.left,
        a.width, value);
  }
}

}  // namespace

struct Canvas::Rasteriser {
  CHandle<std::remove_pointer_t<FT_Library>, FT_Done_FreeType> library;
  CHandle<hb_draw_funcs_t, hb_draw_funcs_destroy> outlines{hb_draw_funcs_create()};
  Path path;

  Rasteriser() {
    FT_Library fresh = nullptr;
    if (FT_Init_FreeType(&fresh) == 0) library.reset(fresh);
    hb_draw_funcs_set_move_to_func(outlines.get(), path_move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(outlines.get(), path_line_to, nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(outlines.get(), path_quadratic_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(outlines.get(), path_cubic_to, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(outlines.get(), path_close, nullptr, nullptr);
    hb_draw_funcs_make_immutable(outlines.get());
  }
};

Canvas::Canvas(Tone ground)
    : y_(kRow * kHeight, ground.y),
      cb_(kHalfRow * kHeight / 2, ground.cb),
      cr_(kHalfRow * kHeight / 2, ground.cr),
      rasteriser_(new Rasteriser) {}
Canvas::~Canvas() = default;

void Canvas::fill(Area area, Tone tone) {
  assert(area.left % 2 == 0 && area.top % 2 == 0 && area.width % 2 == 0 && area.height % 2 == 0);
  fill(area, tone.y);
  const Area half{area.left / 2, area.top / 2, area.width / 2, area.height / 2};
  fill_plane(cb_, kHalfRow, half, tone.cb);
  fill_plane(cr_, kHalfRow, half, tone.cr);
}

void Canvas::fill(Area area, std::uint8_t brightness) {
  fill_plane(y_, kRow, area, brightness);
}

void Canvas::frame(Area area, int thickness, std::uint8_t brightness) {
  fill({area.left, area.top, area.width, thickness}, brightness);
  fill({area.left, area.bottom() - thickness, area.width, thickness}, brightness);
  fill({area.left, area.top, thickness, area.height}, brightness);
  fill({area.right() - thickness, area.top, thickness, area.height}, brightness);
}

void Canvas::glyph(const fonts::Face& face, fonts::GlyphId glyph, Spot origin, int size,
                   std::uint8_t brightness) {
  if (!rasteriser_->library) return;
  Path& path = rasteriser_->path;
  path.points.clear();
  path.tags.clear();
  path.ends.clear();
  path.scale = size * 64 / 1000.0;
  path.origin = origin;
  hb_font_get_glyph_shape(face.handle().font.get(), glyph.v, rasteriser_->outlines.get(), &path);
  path.close();
  if (path.points.empty() || path.points.size() >= kMostPoints) return;

  FT_Outline outline{};
  outline.n_contours = static_cast<short>(path.ends.size());
  outline.n_points = static_cast<short>(path.points.size());
  outline.points = path.points.data();
  outline.tags = path.tags.data();
  outline.contours = path.ends.data();
  Brush brush{y_.data(), brightness};
  FT_Raster_Params order{};
  order.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP;
  order.gray_spans = paint_spans;
  order.user = &brush;
  order.clip_box = {0, 0, kWidth, kHeight};
  // Fails only where memory runs out or an outline is broken; then the glyph is left out.
  (void)FT_Outline_Render(rasteriser_->library.get(), &outline, &order);
}

}  // namespace keben::cover
