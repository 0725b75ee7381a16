// fontconfig behind two questions. Its configuration is loaded at the first of them, and costs some
// 10 ms.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace keben::fonts {

struct FontFile {
  std::filesystem::path path;
  unsigned index = 0;
  auto operator<=>(const FontFile&) const = default;
};

/// The file of a family in a weight and slant; nothing where fontconfig would only offer another
/// family.
std::optional<FontFile> find_family(std::string_view family, bool bold, bool italic);

/// Every scalable font that has the code point, sorted by path: the same on every run of one
/// machine.
std::vector<FontFile> fonts_with(char32_t code_point);

}  // namespace keben::fonts
