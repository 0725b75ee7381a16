#include "fonts/detail/fontconfig.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <string>
#include <utility>

#include "base/c_handle.h"

namespace keben::fonts {
namespace {

using Pattern = CHandle<FcPattern, FcPatternDestroy>;
using FontSet = CHandle<FcFontSet, FcFontSetDestroy>;
using ObjectSet = CHandle<FcObjectSet, FcObjectSetDestroy>;
using CharSet = CHandle<FcCharSet, FcCharSetDestroy>;

std::mutex& one_at_a_time() {
  static std::mutex mutex;
  return mutex;
}

std::optional<FontFile> file_of(FcPattern* pattern) {
  FcChar8* path = nullptr;
  int index = 0;
  if (FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch) return std::nullopt;
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  // The upper half of the index names an instance of a variable font, which we cannot embed.
  if (index < 0 || index > 0xFFFF) return std::nullopt;
  return FontFile{reinterpret_cast<const char*>(path), static_cast<unsigned>(index)};
}

bool is_named(FcPattern* pattern, const std::string& family) {
  FcChar8* name = nullptr;
  for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; ++i) {
    if (family == reinterpret_cast<const char*>(name)) return true;
  }
  return false;
}

/// How unlike an upright face of book weight a face is.
int far_from_regular(FcPattern* pattern) {
  const auto number = [&](const char* field, int usual) {
    int value = usual;
    FcPatternGetInteger(pattern, field, 0, &value);
    return std::abs(value - usual);
  };
  return number(FC_WEIGHT, FC_WEIGHT_REGULAR) + number(FC_SLANT, FC_SLANT_ROMAN) +
         number(FC_WIDTH, FC_WIDTH_NORMAL);
}

}  // namespace

std::optional<FontFile> find_family(std::string_view family, bool bold, bool italic) {
  const std::scoped_lock lock(one_at_a_time());
  const std::string name(family);
  const Pattern wanted(FcPatternCreate());
  FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(name.c_str()));
  FcPatternAddInteger(wanted.get(), FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternAddInteger(wanted.get(), FC_SLANT, italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result = FcResultNoMatch;
  const Pattern found(FcFontMatch(nullptr, wanted.get(), &result));
  if (!found || !is_named(found.get(), name)) return std::nullopt;
  return file_of(found.get());
}

std::vector<FontFile> fonts_with(char32_t code_point) {
  const std::scoped_lock lock(one_at_a_time());
  const CharSet characters(FcCharSetCreate());
  FcCharSetAddChar(characters.get(), code_point);
  const Pattern wanted(FcPatternCreate());
  FcPatternAddCharSet(wanted.get(), FC_CHARSET, characters.get());
  FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
  FcPatternAddBool(wanted.get(), FC_VARIABLE, FcFalse);
  const ObjectSet fields(FcObjectSetCreate());
  for (const char* field : {FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, FC_WIDTH})
    FcObjectSetAdd(fields.get(), field);
  const FontSet list(FcFontList(nullptr, wanted.get(), fields.get()));
  std::vector<std::pair<int, FontFile>> found;
  for (int i = 0; list && i < list->nfont; ++i) {
    if (std::optional<FontFile> file = file_of(list->fonts[i]))
      found.emplace_back(far_from_regular(list->fonts[i]), std::move(*file));
  }
  std::sort(found.begin(), found.end());
  std::vector<FontFile> out;
  for (auto& [far, file] : found)
    out.push_back(std::move(file));
  return out;
}

}  // namespace keben::fonts
