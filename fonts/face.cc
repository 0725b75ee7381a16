#include "fonts/face.h"

#include <limits>

#include "fonts/detail/handle.h"
#include "late/harfbuzz.h"

namespace keben::fonts {
using namespace late;
namespace {

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');
constexpr hb_tag_t kGlyf = HB_TAG('g', 'l', 'y', 'f');
constexpr hb_tag_t kOs2 = HB_TAG('O', 'S', '/', '2');

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
  char buffer[128];
  unsigned length = sizeof buffer;
  hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &length, buffer);
  return {buffer, length};
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  const HbBlob blob(hb_face_reference_table(face, tag));
  return hb_blob_get_length(blob.get()) > 0;
}

/// A CFF font is CID-keyed where its Top DICT begins with ROS (Adobe TN 5176 §9, operator 12 30).
bool is_cid_keyed(hb_face_t* face) {
  const HbBlob blob(hb_face_reference_table(face, kCff));
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  const BytesView head(data, std::min<std::size_t>(length, 512));
  return head.find(std::string_view("\x0c\x1e")) != BytesView::npos;
}

Outlines outlines_of(hb_face_t* face) {
  if (has_table(face, kCff))
    return is_cid_keyed(face) ? Outlines::cff_by_cid : Outlines::cff_by_name;
  return has_table(face, kGlyf) ? Outlines::truetype : Outlines::bitmap;
}

tl::unexpected<Error> not_a_font(const std::filesystem::path& file) {
  return failure({Fault::machine,
                  "font-unusable",
                  {"字体文件无法使用：" + file.string(), "unusable font file: " + file.string()},
                  {"重新安装该字体，或用 --font-dir 指定另一处",
                   "reinstall the font, or name another folder with --font-dir"}});
}

}  // namespace

Face::Face(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
Face::Face(Face&&) noexcept = default;
Face& Face::operator=(Face&&) noexcept = default;
Face::~Face() = default;

Result<Face> Face::open(const std::filesystem::path& file, unsigned index) {
  if (!harfbuzz.open()) return failure(harfbuzz.missing());
  std::shared_ptr<const MappedFile> mapped = MappedFile::open(file);
  if (!mapped || mapped->bytes().size() > std::numeric_limits<unsigned>::max())
    return not_a_font(file);
  const HbBlob blob(hb_blob_create(mapped->bytes().data(),
                                   static_cast<unsigned>(mapped->bytes().size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  if (index >= hb_face_count(blob.get())) return not_a_font(file);
  auto handle = std::make_unique<Handle>();
  handle->file = std::move(mapped);  // outlives all that reads it
  handle->face.reset(hb_face_create(blob.get(), index));
  const unsigned units = hb_face_get_upem(handle->face.get());
  if (hb_face_get_glyph_count(handle->face.get()) == 0 || units < 16 || units > 16384) {
    return not_a_font(file);
  }
  handle->font.reset(hb_font_create(handle->face.get()));
  hb_font_set_scale(handle->font.get(), 1000, 1000);
  hb_face_make_immutable(handle->face.get());
  hb_font_make_immutable(handle->font.get());
  handle->postscript_name = name_of(handle->face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME);
  handle->outlines = outlines_of(handle->face.get());
  return Face(std::move(handle));
}

const std::string& Face::postscript_name() const {
  return handle_->postscript_name;
}
Outlines Face::outlines() const {
  return handle_->outlines;
}
std::uint32_t Face::glyph_count() const {
  return hb_face_get_glyph_count(handle_->face.get());
}

bool Face::embedding_forbidden() const {
  const HbBlob blob(hb_face_reference_table(handle_->face.get(), kOs2));
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  if (length < 10) return false;
  const int type = static_cast<unsigned char>(data[8]) << 8 | static_cast<unsigned char>(data[9]);
  return (type & 0xF) == 2;
}

VerticalMetrics Face::metrics() const {
  hb_font_extents_t extents{};
  hb_font_get_h_extents(handle_->font.get(), &extents);
  const auto measure = [&](hb_ot_metrics_tag_t tag, hb_position_t otherwise) {
    hb_position_t value = 0;
    return Mil{hb_ot_metrics_get_position(handle_->font.get(), tag, &value) ? value : otherwise};
  };
  return {.ascent = {extents.ascender},
          .descent = {extents.descender},
          .cap_height = measure(HB_OT_METRICS_TAG_CAP_HEIGHT, 700),
          .x_height = measure(HB_OT_METRICS_TAG_X_HEIGHT, 500)};
}

Face::Cell Face::cell(char32_t code_point) const {
  if (code_point >= 0x110000) return {};
  std::atomic<Handle::Page*>& slot = handle_->pages[code_point / 256];
  Handle::Page* page = slot.load(std::memory_order_acquire);
  if (!page) page = handle_->add_page(slot);
  std::atomic<std::uint32_t>& packed = (*page)[code_point % 256];
  const Handle::PackedCell known(packed.load(std::memory_order_relaxed));
  if (!known.empty()) return known.cell();
  Cell cell;
  hb_codepoint_t glyph = 0;
  if (hb_font_get_nominal_glyph(handle_->font.get(), code_point, &glyph)) {
    cell = {GlyphId{static_cast<std::uint16_t>(glyph)},
            Mil{hb_font_get_glyph_h_advance(handle_->font.get(), glyph)}};
  }
  packed.store(Handle::PackedCell(cell).bits(), std::memory_order_relaxed);
  return cell;
}

Face::Handle::Page* Face::Handle::add_page(std::atomic<Page*>& slot) {
  auto fresh = std::make_unique<Page>();
  Page* expected = nullptr;
  return slot.compare_exchange_strong(expected, fresh.get(), std::memory_order_acq_rel)
             ? fresh.release()
             : expected;
}

Mil Face::advance(GlyphId glyph) const {
  return {hb_font_get_glyph_h_advance(handle_->font.get(), glyph.v)};
}

Bytes Face::picture(GlyphId glyph) const {
  const HbBlob blob(hb_ot_color_glyph_reference_png(handle_->font.get(), glyph.v));
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  return {data, length};
}

InkBox Face::ink(GlyphId glyph) const {
  hb_glyph_extents_t e{};
  if (!hb_font_get_glyph_extents(handle_->font.get(), glyph.v, &e)) return {};
  return {.left = {e.x_bearing},
          .bottom = {e.y_bearing + e.height},
          .right = {e.x_bearing + e.width},
          .top = {e.y_bearing}};
}

}  // namespace keben::fonts
