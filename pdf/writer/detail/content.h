// One page's marks as a content stream (ISO 32000-1 §7.8.2, §14.6).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pdf/draw/display_list.h"
#include "pdf/writer/detail/font_use.h"

namespace keben::pdf::writer {

/// A stretch of a page's items that belongs to one structure element; its MCID is its index among
/// the marked ones.
struct Stretch {
  draw::StructId tag;  // 0: an artifact
  std::size_t first = 0, end = 0;
};

/// Neighbouring items of the same element share a stretch.
std::vector<Stretch> stretches_of(const draw::Page& page);

/// What content streams refer to by name: /F<n> and /X<n> are a face's and a picture's place in
/// these tables.
struct Resources {
  std::vector<std::int32_t> font_number;     // by FaceIndex; -1 where the face is not used
  std::vector<std::int32_t> picture_number;  // by PictureIndex
  std::vector<FontUse> uses;                 // by font number
};

std::string content_of(const draw::Page& page, Pt height, const std::vector<Stretch>& stretches,
                       const std::vector<draw::Struct>& structure, const Resources& resources);

}  // namespace keben::pdf::writer
