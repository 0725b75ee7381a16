#include "fonts/defaults.h"

#include <array>

namespace keben::fonts {
namespace {

// clang-format off
constexpr std::string_view kCjk = "fonts-noto-cjk";
constexpr std::string_view kKai = "fonts-lxgw-wenkai";
constexpr std::string_view kCore = "fonts-noto-core";

// Five regions a row group, in the order of enum Region, which is the order inside Noto's collections.
constexpr std::array<DefaultFace, 39> kFaces = {{
    {"NotoSerifCJK-Regular.ttc", 0, "Noto Serif CJK JP", false, false, kCjk},
    {"NotoSerifCJK-Regular.ttc", 1, "Noto Serif CJK KR", false, false, kCjk},
    {"NotoSerifCJK-Regular.ttc", 2, "Noto Serif CJK SC", false, false, kCjk},
    {"NotoSerifCJK-Regular.ttc", 3, "Noto Serif CJK TC", false, false, kCjk},
    {"NotoSerifCJK-Regular.ttc", 4, "Noto Serif CJK HK", false, false, kCjk},
    {"NotoSerifCJK-Bold.ttc", 0, "Noto Serif CJK JP", true, false, kCjk},
    {"NotoSerifCJK-Bold.ttc", 1, "Noto Serif CJK KR", true, false, kCjk},
    {"NotoSerifCJK-Bold.ttc", 2, "Noto Serif CJK SC", true, false, kCjk},
    {"NotoSerifCJK-Bold.ttc", 3, "Noto Serif CJK TC", true, false, kCjk},
    {"NotoSerifCJK-Bold.ttc", 4, "Noto Serif CJK HK", true, false, kCjk},
    {"NotoSansCJK-Regular.ttc", 0, "Noto Sans CJK JP", false, false, kCjk},
    {"NotoSansCJK-Regular.ttc", 1, "Noto Sans CJK KR", false, false, kCjk},
    {"NotoSansCJK-Regular.ttc", 2, "Noto Sans CJK SC", false, false, kCjk},
    {"NotoSansCJK-Regular.ttc", 3, "Noto Sans CJK TC", false, false, kCjk},
    {"NotoSansCJK-Regular.ttc", 4, "Noto Sans CJK HK", false, false, kCjk},
    {"NotoSansCJK-Bold.ttc", 0, "Noto Sans CJK JP", true, false, kCjk},
    {"NotoSansCJK-Bold.ttc", 1, "Noto Sans CJK KR", true, false, kCjk},
    {"NotoSansCJK-Bold.ttc", 2, "Noto Sans CJK SC", true, false, kCjk},
    {"NotoSansCJK-Bold.ttc", 3, "Noto Sans CJK TC", true, false, kCjk},
    {"NotoSansCJK-Bold.ttc", 4, "Noto Sans CJK HK", true, false, kCjk},
    {"NotoSansCJK-Regular.ttc", 5, "Noto Sans Mono CJK JP", false, false, kCjk},
    {"NotoSansCJK-Regular.ttc", 6, "Noto Sans Mono CJK KR", false, false, kCjk},
    {"NotoSansCJK-Regular.ttc", 7, "Noto Sans Mono CJK SC", false, false, kCjk},
    {"NotoSansCJK-Regular.ttc", 8, "Noto Sans Mono CJK TC", false, false, kCjk},
    {"NotoSansCJK-Regular.ttc", 9, "Noto Sans Mono CJK HK", false, false, kCjk},
    {"NotoSansCJK-Bold.ttc", 5, "Noto Sans Mono CJK JP", true, false, kCjk},
    {"NotoSansCJK-Bold.ttc", 6, "Noto Sans Mono CJK KR", true, false, kCjk},
    {"NotoSansCJK-Bold.ttc", 7, "Noto Sans Mono CJK SC", true, false, kCjk},
    {"NotoSansCJK-Bold.ttc", 8, "Noto Sans Mono CJK TC", true, false, kCjk},
    {"NotoSansCJK-Bold.ttc", 9, "Noto Sans Mono CJK HK", true, false, kCjk},
    {"LXGWWenKai-Regular.ttf", 0, "LXGW WenKai", false, false, kKai},
    {"LXGWWenKai-Bold.ttf", 0, "LXGW WenKai", true, false, kKai},
    {"NotoSerif-Italic.ttf", 0, "Noto Serif", false, true, kCore},
    {"NotoSerif-BoldItalic.ttf", 0, "Noto Serif", true, true, kCore},
    {"NotoSans-Italic.ttf", 0, "Noto Sans", false, true, kCore},
    {"NotoSans-BoldItalic.ttf", 0, "Noto Sans", true, true, kCore},
    {"NotoSansSymbols-Regular.ttf", 0, "Noto Sans Symbols", false, false, kCore},
    {"NotoSansSymbols2-Regular.ttf", 0, "Noto Sans Symbols2", false, false, kCore},
    {"NotoColorEmoji.ttf", 0, "Noto Color Emoji", false, false, "fonts-noto-color-emoji"},
}};
constexpr std::uint16_t kKaiRow = 30, kSerifItalicRow = 32, kSansItalicRow = 34, kEmojiRow = 38;
constexpr std::array<FaceId, 2> kSymbols = {{{36}, {37}}};
static_assert(kFaces[kKaiRow].package == kKai && kFaces[kSerifItalicRow].italic &&
              kFaces[kEmojiRow].family == "Noto Color Emoji");

constexpr std::array<std::string_view, 3> kFolders = {
    "/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/lxgw-wenkai", "/usr/share/fonts/truetype/noto"};
// clang-format on

constexpr FaceId row(int number) {
  return {static_cast<std::uint16_t>(number)};
}

}  // namespace

std::span<const DefaultFace> default_faces() {
  return kFaces;
}

std::optional<FaceId> default_cjk(Wish wish, Region region) {
  const int in_group = (wish.bold ? kRegions : 0) + static_cast<int>(region);
  switch (wish.family) {
    case Family::song:
      return row(in_group);
    case Family::hei:
      return row(10 + in_group);
    case Family::mono:
      return row(20 + in_group);
    case Family::kai:
      if (region == Region::jp || region == Region::kr) return std::nullopt;
      return row(kKaiRow + (wish.bold ? 1 : 0));
  }
  return std::nullopt;
}

std::optional<FaceId> default_italic(Wish wish) {
  switch (wish.family) {
    case Family::song:
    case Family::kai:
      return row(kSerifItalicRow + (wish.bold ? 1 : 0));
    case Family::hei:
      return row(kSansItalicRow + (wish.bold ? 1 : 0));
    case Family::mono:
      return std::nullopt;
  }
  return std::nullopt;
}

std::span<const FaceId> default_symbols() {
  return kSymbols;
}
FaceId default_emoji() {
  return {kEmojiRow};
}
std::span<const std::string_view> default_folders() {
  return kFolders;
}

}  // namespace keben::fonts
