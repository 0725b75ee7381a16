// HarfBuzz's objects behind a Face, for the rooms that shape and subset.
#pragma once

#include <hb.h>

#include <array>
#include <atomic>
#include <memory>
#include <string>

#include "base/c_handle.h"
#include "fonts/detail/mapped_file.h"
#include "fonts/face.h"

namespace keben::fonts {

using HbBlob = CHandle<hb_blob_t, hb_blob_destroy>;
using HbFace = CHandle<hb_face_t, hb_face_destroy>;
using HbFont = CHandle<hb_font_t, hb_font_destroy>;

struct Face::Handle {
  std::shared_ptr<const MappedFile> file;
  HbFace face;
  HbFont font;  // scaled to 1000 units an em, immutable
  std::string postscript_name;
  Outlines outlines = Outlines::truetype;

  // Cells by code point, in pages of 256 that are filled at first use. A page that two threads fill
  // at once is the same page; one of the two is thrown away.
  using Page = std::array<Cell, 256>;
  static constexpr std::size_t kPages = 0x110000 / 256;
  mutable std::array<std::atomic<Page*>, kPages> pages{};

  Handle() = default;
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    for (std::atomic<Page*>& page : pages)
      delete page.load();
  }
};

}  // namespace keben::fonts
