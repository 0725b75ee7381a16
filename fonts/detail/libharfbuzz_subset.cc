// HarfBuzz's subsetter, opened when the first face is cut. Where it is not installed none can be.
#include <hb-subset.h>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("libharfbuzz-subset.so.0");

}  // namespace

extern "C" {

hb_subset_input_t* hb_subset_input_create_or_fail() {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_subset_input_create_or_fail);
}

void hb_subset_input_destroy(hb_subset_input_t* input) {
  KEBEN_PASS_ON(kLibrary, void(), hb_subset_input_destroy, input);
}

hb_set_t* hb_subset_input_glyph_set(hb_subset_input_t* input) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_subset_input_glyph_set, input);
}

hb_set_t* hb_subset_input_set(hb_subset_input_t* input, hb_subset_sets_t set_type) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_subset_input_set, input, set_type);
}

void hb_subset_input_set_flags(hb_subset_input_t* input, unsigned value) {
  KEBEN_PASS_ON(kLibrary, void(), hb_subset_input_set_flags, input, value);
}

hb_set_t* hb_subset_input_unicode_set(hb_subset_input_t* input) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_subset_input_unicode_set, input);
}

hb_face_t* hb_subset_or_fail(hb_face_t* source, const hb_subset_input_t* input) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_subset_or_fail, source, input);
}

hb_subset_plan_t* hb_subset_plan_create_or_fail(hb_face_t* face, const hb_subset_input_t* input) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_subset_plan_create_or_fail, face, input);
}

void hb_subset_plan_destroy(hb_subset_plan_t* plan) {
  KEBEN_PASS_ON(kLibrary, void(), hb_subset_plan_destroy, plan);
}

hb_face_t* hb_subset_plan_execute_or_fail(hb_subset_plan_t* plan) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_subset_plan_execute_or_fail, plan);
}

const hb_map_t* hb_subset_plan_old_to_new_glyph_mapping(const hb_subset_plan_t* plan) {
  KEBEN_PASS_ON(kLibrary, nullptr, hb_subset_plan_old_to_new_glyph_mapping, plan);
}

}  // extern "C"
