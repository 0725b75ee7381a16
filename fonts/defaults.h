// The table of defaults: which face of which Debian package serves each wish (decisions.md 16).
//
// A row is a face; a FaceId is a row's number. Rows are found by file name where Debian puts them,
// else by fontconfig.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "fonts/wish.h"

namespace keben::fonts {

struct DefaultFace {
  std::string_view file;    // "NotoSerifCJK-Regular.ttc"
  unsigned index;           // in its collection
  std::string_view family;  // as fontconfig names it
  bool bold, italic;
  std::string_view package;  // that brings it
};

std::span<const DefaultFace> default_faces();

/// The row for hanzi and upright Latin; Kai has none for Japan and Korea.
std::optional<FaceId> default_cjk(Wish wish, Region region);
/// The row for slanted Latin; the monospaced family has none.
std::optional<FaceId> default_italic(Wish wish);
/// Rows that serve symbols which the CJK faces lack, in order; and the one for colour emoji.
std::span<const FaceId> default_symbols();
FaceId default_emoji();

/// The folders where Debian's packages put those files.
std::span<const std::string_view> default_folders();

}  // namespace keben::fonts
