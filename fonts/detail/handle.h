// HarfBuzz's objects behind a Face, for the rooms that shape and subset.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <string>

#include "base/c_handle.h"
#include "fonts/detail/mapped_file.h"
#include "fonts/face.h"
#include "late/harfbuzz.h"

namespace keben::fonts {

using HbBlob = CHandle<hb_blob_t, late::hb_blob_destroy>;
using HbFace = CHandle<hb_face_t, late::hb_face_destroy>;
using HbFont = CHandle<hb_font_t, late::hb_font_destroy>;

struct Face::Handle {
  std::shared_ptr<const MappedFile> file;
  HbFace face;
  HbFont font;  // scaled to 1000 units an em, immutable
  std::string postscript_name;
  Outlines outlines = Outlines::truetype;

  // Cells by code point, each filled when it is first asked for: an essay asks for few of a face's
  // hanzi. Two threads that fill one at once write the same; of two pages made at once one is
  // thrown away.
  class PackedCell {
   public:
    bool empty() const { return bits_ == 0; }
    explicit PackedCell(std::uint32_t bits = 0) : bits_(bits) {}
    explicit PackedCell(Cell cell)
        : bits_(kAsked | static_cast<std::uint32_t>(cell.advance.v & 0x7FFF) << 16 | cell.glyph.v) {
    }
    std::uint32_t bits() const { return bits_; }
    Cell cell() const {
      return {GlyphId{static_cast<std::uint16_t>(bits_ & 0xFFFF)},
              Mil{static_cast<std::int32_t>(bits_ >> 16 & 0x7FFF)}};
    }

   private:
    static constexpr std::uint32_t kAsked = 1u << 31;
    std::uint32_t bits_;
  };
  using Page = std::array<std::atomic<std::uint32_t>, 256>;
  static constexpr std::size_t kPages = 0x110000 / 256;
  mutable std::array<std::atomic<Page*>, kPages> pages{};

  static Page* add_page(std::atomic<Page*>& slot);

  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    for (std::atomic<Page*>& page : pages)
      delete page.load();
  }
};

}  // namespace keben::fonts
