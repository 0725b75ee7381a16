// librsvg, with cairo and GLib below it, opened when the first SVG is drawn.
#include <cairo.h>
#include <librsvg/rsvg.h>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("librsvg-2.so.2");

}  // namespace

extern "C" {

RsvgHandle* rsvg_handle_new_from_data(const guint8* data, gsize size, GError** error) {
  KEBEN_PASS_ON(kLibrary, nullptr, rsvg_handle_new_from_data, data, size, error);
}

gboolean rsvg_handle_render_document(RsvgHandle* handle, cairo_t* context,
                                     const RsvgRectangle* page, GError** error) {
  KEBEN_PASS_ON(kLibrary, FALSE, rsvg_handle_render_document, handle, context, page, error);
}

cairo_surface_t* cairo_image_surface_create(cairo_format_t format, int width, int height) {
  KEBEN_PASS_ON(kLibrary, nullptr, cairo_image_surface_create, format, width, height);
}

unsigned char* cairo_image_surface_get_data(cairo_surface_t* surface) {
  KEBEN_PASS_ON(kLibrary, nullptr, cairo_image_surface_get_data, surface);
}

int cairo_image_surface_get_stride(cairo_surface_t* surface) {
  KEBEN_PASS_ON(kLibrary, 0, cairo_image_surface_get_stride, surface);
}

void cairo_surface_flush(cairo_surface_t* surface) {
  KEBEN_PASS_ON(kLibrary, void(), cairo_surface_flush, surface);
}

cairo_status_t cairo_surface_status(cairo_surface_t* surface) {
  KEBEN_PASS_ON(kLibrary, CAIRO_STATUS_NO_MEMORY, cairo_surface_status, surface);
}

void cairo_surface_destroy(cairo_surface_t* surface) {
  KEBEN_PASS_ON(kLibrary, void(), cairo_surface_destroy, surface);
}

cairo_t* cairo_create(cairo_surface_t* surface) {
  KEBEN_PASS_ON(kLibrary, nullptr, cairo_create, surface);
}

void cairo_destroy(cairo_t* context) {
  KEBEN_PASS_ON(kLibrary, void(), cairo_destroy, context);
}

void g_object_unref(gpointer object) {
  KEBEN_PASS_ON(kLibrary, void(), g_object_unref, object);
}

void g_error_free(GError* error) {
  KEBEN_PASS_ON(kLibrary, void(), g_error_free, error);
}

}  // extern "C"
