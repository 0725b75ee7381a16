#include "fonts/subset.h"

#include <algorithm>
#include <iterator>

#include "fonts/detail/handle.h"
#include "late/harfbuzz_subset.h"

namespace keben::fonts {
using namespace late;
namespace {

using Input = CHandle<hb_subset_input_t, hb_subset_input_destroy>;
using Plan = CHandle<hb_subset_plan_t, hb_subset_plan_destroy>;

/// The tables that a PDF's reader needs: outlines and widths. Layout is done, and names, vertical
/// metrics and what a glyph says are written by us.
constexpr hb_tag_t kKept[] = {HB_TAG('C', 'F', 'F', ' '), HB_TAG('g', 'l', 'y', 'f'),
                              HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'e', 'a', 'd'),
                              HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
                              HB_TAG('m', 'a', 'x', 'p'), HB_TAG('c', 'v', 't', ' '),
                              HB_TAG('f', 'p', 'g', 'm'), HB_TAG('p', 'r', 'e', 'p')};

/// The face with those tables alone. HarfBuzz need then not walk through all the characters of a
/// face to find the few glyphs that are wanted: half of what cutting costs.
HbFace bare(hb_face_t* whole) {
  const auto table = [](hb_face_t*, hb_tag_t tag, void* from) -> hb_blob_t* {
    if (std::find(std::begin(kKept), std::end(kKept), tag) == std::end(kKept)) return nullptr;
    return hb_face_reference_table(static_cast<hb_face_t*>(from), tag);
  };
  HbFace face(hb_face_create_for_tables(table, whole, nullptr));
  hb_face_set_upem(face.get(), hb_face_get_upem(whole));
  return face;
}

Bytes copy_of(const HbBlob& blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  return {data, length};
}

tl::unexpected<Error> refused(const Face& face) {
  return failure({Fault::machine,
                  "font-unusable",
                  {"字体无法子集化：" + face.postscript_name(),
                   "font cannot be subset: " + face.postscript_name()},
                  {"重新安装该字体", "reinstall the font"}});
}

}  // namespace

Result<Subset> cut_subset(const Face& face, std::span<const GlyphId> glyphs) {
  if (!harfbuzz_subset.open()) return failure(harfbuzz_subset.missing());
  const Input input(hb_subset_input_create_or_fail());
  if (!input) return refused(face);
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const GlyphId glyph : glyphs)
    hb_set_add(wanted, glyph.v);
  // Subroutines inlined: cutting costs half the time, and a deflated subset is no larger for it.
  const bool cff = face.outlines() != Outlines::truetype;
  unsigned flags = HB_SUBSET_FLAGS_NO_HINTING;
  if (cff) flags |= HB_SUBSET_FLAGS_DESUBROUTINIZE;
  if (face.outlines() == Outlines::cff_by_name) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
  if (!cff) flags |= HB_SUBSET_FLAGS_NOTDEF_OUTLINE;
  hb_subset_input_set_flags(input.get(), flags);

  const HbFace source = bare(face.handle().face.get());
  const Plan plan(hb_subset_plan_create_or_fail(source.get(), input.get()));
  if (!plan) return refused(face);
  const HbFace cut(hb_subset_plan_execute_or_fail(plan.get()));
  if (!cut) return refused(face);

  Subset out;
  if (cff) {
    out.program = copy_of(HbBlob(hb_face_reference_table(cut.get(), HB_TAG('C', 'F', 'F', ' '))));
  } else {
    out.program = copy_of(HbBlob(hb_face_reference_blob(cut.get())));
    const hb_map_t* map = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const GlyphId glyph : glyphs) {
      out.renumbered.emplace_back(glyph,
                                  GlyphId{static_cast<std::uint16_t>(hb_map_get(map, glyph.v))});
    }
  }
  if (out.program.empty()) return refused(face);
  face.handle().file->forget();
  return out;
}

Result<Bytes> cut_file(const Face& face, std::span<const char32_t> code_points) {
  if (!harfbuzz_subset.open()) return failure(harfbuzz_subset.missing());
  const Input input(hb_subset_input_create_or_fail());
  if (!input) return refused(face);
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (const char32_t c : code_points)
    hb_set_add(wanted, c);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  const HbFace cut(hb_subset_or_fail(face.handle().face.get(), input.get()));
  if (!cut) return refused(face);
  Bytes out = copy_of(HbBlob(hb_face_reference_blob(cut.get())));
  if (out.empty()) return refused(face);
  return out;
}

}  // namespace keben::fonts
