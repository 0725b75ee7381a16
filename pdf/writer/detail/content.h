// One page's marks as a content stream (ISO 32000-1 §7.8.2, §14.6).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pdf/draw/display_list.h"
#include "pdf/writer/detail/font_use.h"

namespace keben::pdf::writer {

/// What content streams refer to by name: /F<n> and /X<n> are a face's and a picture's place in
/// these tables.
struct Resources {
  std::vector<std::int32_t> font_number;     // by FaceIndex; -1 where the face is not used
  std::vector<std::int32_t> picture_number;  // by PictureIndex
  std::vector<FontUse> uses;                 // by font number
};

/// "/F2", or "/F2p1" for a further font of pictures of the same face.
std::string font_name(std::int32_t font, std::uint16_t part);

struct Content {
  std::string stream;
  std::vector<draw::StructId> owners;  // by MCID: the element that its marks belong to
};

/// Neighbouring marks of one element share an MCID, but a glyph that stands for another text than
/// usual has one of its own: what is nested in a marked stretch without an MCID ends it for
/// poppler.
Content content_of(const draw::Page& page, Pt height, const std::vector<draw::Struct>& structure,
                   const Resources& resources);

}  // namespace keben::pdf::writer
