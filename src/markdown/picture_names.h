// Whether a name is a picture's, by its suffix.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "markdown/ascii.h"

namespace keben::markdown {

inline bool has_picture_suffix(std::string_view name) {
  constexpr std::array<std::string_view, 10> kSuffixes = {
      ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".avif", ".heic", ".tiff"};
  return std::any_of(kSuffixes.begin(), kSuffixes.end(),
                     [&](std::string_view suffix) { return ends_ignoring_case(name, suffix); });
}

}  // namespace keben::markdown
