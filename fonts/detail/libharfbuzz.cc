// HarfBuzz, opened with the first face. It brings GLib and graphite; a book of text alone, without
// a drawn cover, has no use for type. Where it is not installed no face opens.
#include <hb-ot.h>
#include <hb.h>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("libharfbuzz.so.0");

}  // namespace

extern "C" {

hb_blob_t* hb_blob_create(const char* data, unsigned int length, hb_memory_mode_t mode,
                          void* user_data, hb_destroy_func_t destroy) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_blob_create, data, length, mode, user_data, destroy);
}

void hb_blob_destroy(hb_blob_t* blob) {
  KEBEN_PASS_ON(kLibrary, void(), hb_blob_destroy, blob);
}

const char* hb_blob_get_data(hb_blob_t* blob, unsigned int* length) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_blob_get_data, blob, length);
}

unsigned int hb_blob_get_length(hb_blob_t* blob) {
  KEBEN_PASS_ON(kLibrary, 0, hb_blob_get_length, blob);
}

void hb_buffer_add(hb_buffer_t* buffer, hb_codepoint_t codepoint, unsigned int cluster) {
  KEBEN_PASS_ON(kLibrary, void(), hb_buffer_add, buffer, codepoint, cluster);
}

void hb_buffer_add_utf32(hb_buffer_t* buffer, const uint32_t* text, int text_length,
                         unsigned int item_offset, int item_length) {
  KEBEN_PASS_ON(kLibrary, void(), hb_buffer_add_utf32, buffer, text, text_length, item_offset,
                item_length);
}

void hb_buffer_clear_contents(hb_buffer_t* buffer) {
  KEBEN_PASS_ON(kLibrary, void(), hb_buffer_clear_contents, buffer);
}

hb_buffer_t* hb_buffer_create() {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_buffer_create);
}

void hb_buffer_destroy(hb_buffer_t* buffer) {
  KEBEN_PASS_ON(kLibrary, void(), hb_buffer_destroy, buffer);
}

hb_direction_t hb_buffer_get_direction(const hb_buffer_t* buffer) {
  KEBEN_PASS_ON(kLibrary, HB_DIRECTION_INVALID, hb_buffer_get_direction, buffer);
}

hb_glyph_info_t* hb_buffer_get_glyph_infos(hb_buffer_t* buffer, unsigned int* length) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_buffer_get_glyph_infos, buffer, length);
}

hb_glyph_position_t* hb_buffer_get_glyph_positions(hb_buffer_t* buffer, unsigned int* length) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_buffer_get_glyph_positions, buffer, length);
}

void hb_buffer_guess_segment_properties(hb_buffer_t* buffer) {
  KEBEN_PASS_ON(kLibrary, void(), hb_buffer_guess_segment_properties, buffer);
}

void hb_buffer_set_cluster_level(hb_buffer_t* buffer, hb_buffer_cluster_level_t cluster_level) {
  KEBEN_PASS_ON(kLibrary, void(), hb_buffer_set_cluster_level, buffer, cluster_level);
}

void hb_buffer_set_content_type(hb_buffer_t* buffer, hb_buffer_content_type_t content_type) {
  KEBEN_PASS_ON(kLibrary, void(), hb_buffer_set_content_type, buffer, content_type);
}

void hb_buffer_set_direction(hb_buffer_t* buffer, hb_direction_t direction) {
  KEBEN_PASS_ON(kLibrary, void(), hb_buffer_set_direction, buffer, direction);
}

void hb_buffer_set_language(hb_buffer_t* buffer, hb_language_t language) {
  KEBEN_PASS_ON(kLibrary, void(), hb_buffer_set_language, buffer, language);
}

void hb_buffer_set_script(hb_buffer_t* buffer, hb_script_t script) {
  KEBEN_PASS_ON(kLibrary, void(), hb_buffer_set_script, buffer, script);
}

hb_draw_funcs_t* hb_draw_funcs_create() {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_draw_funcs_create);
}

void hb_draw_funcs_destroy(hb_draw_funcs_t* dfuncs) {
  KEBEN_PASS_ON(kLibrary, void(), hb_draw_funcs_destroy, dfuncs);
}

void hb_draw_funcs_make_immutable(hb_draw_funcs_t* dfuncs) {
  KEBEN_PASS_ON(kLibrary, void(), hb_draw_funcs_make_immutable, dfuncs);
}

void hb_draw_funcs_set_close_path_func(hb_draw_funcs_t* dfuncs, hb_draw_close_path_func_t func,
                                       void* user_data, hb_destroy_func_t destroy) {
  KEBEN_PASS_ON(kLibrary, void(), hb_draw_funcs_set_close_path_func, dfuncs, func, user_data,
                destroy);
}

void hb_draw_funcs_set_cubic_to_func(hb_draw_funcs_t* dfuncs, hb_draw_cubic_to_func_t func,
                                     void* user_data, hb_destroy_func_t destroy) {
  KEBEN_PASS_ON(kLibrary, void(), hb_draw_funcs_set_cubic_to_func, dfuncs, func, user_data,
                destroy);
}

void hb_draw_funcs_set_line_to_func(hb_draw_funcs_t* dfuncs, hb_draw_line_to_func_t func,
                                    void* user_data, hb_destroy_func_t destroy) {
  KEBEN_PASS_ON(kLibrary, void(), hb_draw_funcs_set_line_to_func, dfuncs, func, user_data, destroy);
}

void hb_draw_funcs_set_move_to_func(hb_draw_funcs_t* dfuncs, hb_draw_move_to_func_t func,
                                    void* user_data, hb_destroy_func_t destroy) {
  KEBEN_PASS_ON(kLibrary, void(), hb_draw_funcs_set_move_to_func, dfuncs, func, user_data, destroy);
}

void hb_draw_funcs_set_quadratic_to_func(hb_draw_funcs_t* dfuncs, hb_draw_quadratic_to_func_t func,
                                         void* user_data, hb_destroy_func_t destroy) {
  KEBEN_PASS_ON(kLibrary, void(), hb_draw_funcs_set_quadratic_to_func, dfuncs, func, user_data,
                destroy);
}

unsigned int hb_face_count(hb_blob_t* blob) {
  KEBEN_PASS_ON(kLibrary, 0, hb_face_count, blob);
}

hb_face_t* hb_face_create(hb_blob_t* blob, unsigned int index) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_face_create, blob, index);
}

hb_face_t* hb_face_create_for_tables(hb_reference_table_func_t reference_table_func,
                                     void* user_data, hb_destroy_func_t destroy) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_face_create_for_tables, reference_table_func, user_data,
                destroy);
}

void hb_face_destroy(hb_face_t* face) {
  KEBEN_PASS_ON(kLibrary, void(), hb_face_destroy, face);
}

unsigned int hb_face_get_glyph_count(const hb_face_t* face) {
  KEBEN_PASS_ON(kLibrary, 0, hb_face_get_glyph_count, face);
}

unsigned int hb_face_get_upem(const hb_face_t* face) {
  KEBEN_PASS_ON(kLibrary, 0, hb_face_get_upem, face);
}

void hb_face_set_upem(hb_face_t* face, unsigned int upem) {
  KEBEN_PASS_ON(kLibrary, void(), hb_face_set_upem, face, upem);
}

void hb_face_make_immutable(hb_face_t* face) {
  KEBEN_PASS_ON(kLibrary, void(), hb_face_make_immutable, face);
}

hb_blob_t* hb_face_reference_blob(hb_face_t* face) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_face_reference_blob, face);
}

hb_blob_t* hb_face_reference_table(const hb_face_t* face, hb_tag_t tag) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_face_reference_table, face, tag);
}

hb_font_t* hb_font_create(hb_face_t* face) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_font_create, face);
}

void hb_font_destroy(hb_font_t* font) {
  KEBEN_PASS_ON(kLibrary, void(), hb_font_destroy, font);
}

hb_bool_t hb_font_get_glyph_extents(hb_font_t* font, hb_codepoint_t glyph,
                                    hb_glyph_extents_t* extents) {
  KEBEN_PASS_ON(kLibrary, 0, hb_font_get_glyph_extents, font, glyph, extents);
}

hb_position_t hb_font_get_glyph_h_advance(hb_font_t* font, hb_codepoint_t glyph) {
  KEBEN_PASS_ON(kLibrary, 0, hb_font_get_glyph_h_advance, font, glyph);
}

void hb_font_get_glyph_shape(hb_font_t* font, hb_codepoint_t glyph, hb_draw_funcs_t* dfuncs,
                             void* draw_data) {
  KEBEN_PASS_ON(kLibrary, void(), hb_font_get_glyph_shape, font, glyph, dfuncs, draw_data);
}

hb_bool_t hb_font_get_h_extents(hb_font_t* font, hb_font_extents_t* extents) {
  KEBEN_PASS_ON(kLibrary, 0, hb_font_get_h_extents, font, extents);
}

hb_bool_t hb_font_get_nominal_glyph(hb_font_t* font, hb_codepoint_t unicode,
                                    hb_codepoint_t* glyph) {
  KEBEN_PASS_ON(kLibrary, 0, hb_font_get_nominal_glyph, font, unicode, glyph);
}

void hb_font_make_immutable(hb_font_t* font) {
  KEBEN_PASS_ON(kLibrary, void(), hb_font_make_immutable, font);
}

void hb_font_set_scale(hb_font_t* font, int x_scale, int y_scale) {
  KEBEN_PASS_ON(kLibrary, void(), hb_font_set_scale, font, x_scale, y_scale);
}

hb_language_t hb_language_from_string(const char* str, int len) {
  KEBEN_PASS_ON(kLibrary, 0, hb_language_from_string, str, len);
}

hb_codepoint_t hb_map_get(const hb_map_t* map, hb_codepoint_t key) {
  KEBEN_PASS_ON(kLibrary, HB_MAP_VALUE_INVALID, hb_map_get, map, key);
}

hb_blob_t* hb_ot_color_glyph_reference_png(hb_font_t* font, hb_codepoint_t glyph) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_ot_color_glyph_reference_png, font, glyph);
}

hb_bool_t hb_ot_metrics_get_position(hb_font_t* font, hb_ot_metrics_tag_t metrics_tag,
                                     hb_position_t* position) {
  KEBEN_PASS_ON(kLibrary, 0, hb_ot_metrics_get_position, font, metrics_tag, position);
}

unsigned int hb_ot_name_get_utf8(hb_face_t* face, hb_ot_name_id_t name_id, hb_language_t language,
                                 unsigned int* text_size, char* text) {
  KEBEN_PASS_ON(kLibrary, 0, hb_ot_name_get_utf8, face, name_id, language, text_size, text);
}

void hb_set_add(hb_set_t* set, hb_codepoint_t codepoint) {
  KEBEN_PASS_ON(kLibrary, void(), hb_set_add, set, codepoint);
}

void hb_shape(hb_font_t* font, hb_buffer_t* buffer, const hb_feature_t* features,
              unsigned int num_features) {
  KEBEN_PASS_ON(kLibrary, void(), hb_shape, font, buffer, features, num_features);
}

}  // extern "C"
