#include "fonts/detail/fontconfig.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <mutex>
#include <new>
#include <string>
#include <utility>

#include "base/c_handle.h"
#include "late/fontconfig.h"

namespace keben::fonts {
using namespace late;
namespace {

using Pattern = CHandle<FcPattern, FcPatternDestroy>;
using FontSet = CHandle<FcFontSet, FcFontSetDestroy>;
using ObjectSet = CHandle<FcObjectSet, FcObjectSetDestroy>;
using CharSet = CHandle<FcCharSet, FcCharSetDestroy>;

/// A question to fontconfig: one at a time, and only where there is memory for it, since fontconfig
/// 2.14 follows null pointers where there is none. Throws std::bad_alloc.
class Question {
 public:
  Question() : lock_(mutex()) {
    constexpr std::size_t kRoom = 24 << 20;  // it takes 4; other threads go on taking theirs
    const CHandle<void, std::free> room(std::malloc(kRoom));
    if (!room) throw std::bad_alloc();
  }

 private:
  static std::mutex& mutex() {
    static std::mutex one;
    return one;
  }
  std::scoped_lock<std::mutex> lock_;
};

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
  if (!fontconfig.open()) return std::nullopt;
  const Question question;
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
  if (!fontconfig.open()) return {};
  const Question question;
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
