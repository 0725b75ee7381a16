#include "fonts/subset.h"

#include <hb-subset.h>

#include "fonts/detail/handle.h"

namespace keben::fonts {
namespace {

using Input = CHandle<hb_subset_input_t, hb_subset_input_destroy>;
using Plan = CHandle<hb_subset_plan_t, hb_subset_plan_destroy>;

/// Tables that say nothing to a PDF's reader: layout is done, names and vertical metrics are
/// written by us.
constexpr hb_tag_t kDropped[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('B', 'A', 'S', 'E'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('v', 'h', 'e', 'a'),
    HB_TAG('v', 'm', 't', 'x'), HB_TAG('O', 'S', '/', '2'), HB_TAG('D', 'S', 'I', 'G'),
    HB_TAG('S', 'T', 'A', 'T'), HB_TAG('m', 'e', 't', 'a'), HB_TAG('n', 'a', 'm', 'e'),
    HB_TAG('k', 'e', 'r', 'n'), HB_TAG('g', 'a', 's', 'p')};

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
  const Input input(hb_subset_input_create_or_fail());
  if (!input) return refused(face);
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const GlyphId glyph : glyphs)
    hb_set_add(wanted, glyph.v);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : kDropped)
    hb_set_add(dropped, tag);
  // Subroutines inlined: cutting costs half the time, and a deflated subset is no larger for it.
  const bool cff = face.outlines() != Outlines::truetype;
  unsigned flags = HB_SUBSET_FLAGS_NO_HINTING;
  if (cff) flags |= HB_SUBSET_FLAGS_DESUBROUTINIZE;
  if (face.outlines() == Outlines::cff_by_name) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
  if (!cff) flags |= HB_SUBSET_FLAGS_NOTDEF_OUTLINE;
  hb_subset_input_set_flags(input.get(), flags);

  const Plan plan(hb_subset_plan_create_or_fail(face.handle().face.get(), input.get()));
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
