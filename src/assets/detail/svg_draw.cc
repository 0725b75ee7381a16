// A clean drawing → samples, by librsvg on a cairo surface. It is given no base address and so can
// load nothing; and there is nothing left in the text that it could load.

#include "assets/detail/svg.h"
#include "assets/detail/trouble.h"
#include "base/c_handle.h"
#include "late/rsvg.h"

namespace keben::assets {
using namespace late;
namespace {

using Surface = CHandle<cairo_surface_t, cairo_surface_destroy>;
using Context = CHandle<cairo_t, cairo_destroy>;
using Handle = CHandle<RsvgHandle, g_object_unref>;

/// cairo's ARGB32 (a machine word, colour times alpha) as RGBA.
Picture picture_of(cairo_surface_t* surface, PixelSize size, Keep keep) {
  Raster raster(size, 4, keep);
  std::vector<std::uint8_t> row(std::size_t{size.width.v} * 4);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (std::uint32_t y = 0; y < size.height.v; ++y) {
    const auto* words = reinterpret_cast<const std::uint32_t*>(
        data + std::size_t{y} * static_cast<std::size_t>(stride));
    for (std::uint32_t x = 0; x < size.width.v; ++x) {
      const std::uint32_t alpha = words[x] >> 24;
      for (unsigned c = 0; c < 3; ++c) {
        const std::uint32_t lit = words[x] >> (16 - 8 * c) & 255;
        row[4 * x + c] =
            static_cast<std::uint8_t>(alpha == 0 ? 0 : (lit * 255 + alpha / 2) / alpha);
      }
      row[4 * x + 3] = static_cast<std::uint8_t>(alpha);
    }
    raster.put(y, row.data());
  }
  return {raster.take(), false};
}

Error trouble_of(GError* error) {
  const CHandle<GError, g_error_free> owner(error);
  return broken("SVG", error ? error->message : "");
}

}  // namespace

Result<Picture> draw_svg(BytesView text, PixelSize size, Keep keep) {
  if (!rsvg.open()) return failure(rsvg.missing());
  GError* error = nullptr;
  const Handle handle(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(text.data()), text.size(), &error));
  if (!handle) return failure(trouble_of(error));
  const Surface surface(cairo_image_surface_create(
      CAIRO_FORMAT_ARGB32, static_cast<int>(size.width.v), static_cast<int>(size.height.v)));
  const Context context(cairo_create(surface.get()));
  const RsvgRectangle page{0, 0, static_cast<double>(size.width.v),
                           static_cast<double>(size.height.v)};
  if (!rsvg_handle_render_document(handle.get(), context.get(), &page, &error))
    return failure(trouble_of(error));
  cairo_surface_flush(surface.get());
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
    return failure(broken("SVG", "cairo"));
  return picture_of(surface.get(), size, keep);
}

}  // namespace keben::assets
