#include "epub/export/detail/pictures.h"

#include <cstdint>
#include <span>
#include <utility>

#include "assets/decode.h"
#include "epub/xhtml/names.h"

namespace keben::epub {
namespace {

using assets::AssetId;

/// What was made anew is held beside what it was made of.
Result<assets::Asset> converted(const assets::AssetStore& assets, AssetId id,
                                const config::Limits& limits, const config::PictureFit& fit) {
  const assets::Asset& from = assets[id];
  Result<assets::Asset> made = assets::to_core_type(from, limits, fit);
  from.bytes.forget();
  if (made && made->hash != from.hash) made->bytes = assets.hold(Bytes(BytesView(made->bytes)));
  return made;
}

void warn(const std::string& origin, const Error& error, Diagnostics& log) {
  log.warn(
      "image-unconverted", error.at,
      {"图片“" + origin + "”无法转换，已用说明文字代替：" + error.what.zh,
       "cannot convert the picture \"" + origin + "\"; its words stand for it: " + error.what.en},
      error.hint);
}

void note_first_frame(const assets::Asset& from, Diagnostics& log) {
  log.note("image-first-frame", {},
           {"动图“" + from.origin + "”在书中只取第一帧",
            "the book shows the first frame of the moving picture \"" + from.origin + "\""},
           {"小于 400 万像素与 5 MB 的 GIF 会保留动画；或用 --images original",
            "a GIF under 4 megapixels and 5 MB keeps moving; or use --images original"});
}

/// Pictures that could not stay as they were, and weigh more for it.
struct Heavier {
  std::size_t count = 0, from = 0, to = 0;  // bytes
  std::string first;

  void add(const assets::Asset& original, const assets::Asset& made) {
    if (made.bytes.size() <= original.bytes.size()) return;
    if (count++ == 0) first = original.origin;
    from += original.bytes.size();
    to += made.bytes.size();
  }
};

/// A copy that is heavier than its original stands only where reading systems leave no choice.
void note(const Heavier& heavier, Diagnostics& log) {
  if (heavier.count == 0) return;
  const std::string count = std::to_string(heavier.count);
  const auto kilobytes = [](std::size_t bytes) { return std::to_string((bytes + 1023) / 1024); };
  const std::string sizes = kilobytes(heavier.from) + " KB → " + kilobytes(heavier.to) + " KB";
  log.note("image-heavier", {},
           {count + " 张图片（如“" + heavier.first + "”）转换后变大（" + sizes +
                "）：阅读器不认原来的格式或尺寸",
            count + " pictures, such as \"" + heavier.first + "\", are heavier than they came (" +
                sizes + "): reading systems do not show their type or size"},
           {"1600 万像素以内的 PNG、GIF 和不旋转的 RGB JPEG 会保持原样",
            "PNG, GIF and upright RGB JPEG of up to 16 megapixels stay as they are"});
}

}  // namespace

BookPictures make_pictures(const std::map<AssetId, SourceSpan>& pictures,
                           const assets::AssetStore& assets, const config::EpubOptions& options,
                           const config::Limits& limits, Diagnostics& log) {
  BookPictures out{std::vector<std::optional<assets::Asset>>(assets.size()),
                   std::vector<std::string>(assets.size())};
  std::vector<AssetId> shown;
  for (const auto& [id, at] : pictures)
    shown.push_back(id);
  std::vector<Result<assets::Asset>> made =
      parallel_map(std::span(shown), options.jobs,
                   [&](AssetId id) { return converted(assets, id, limits, options.pictures); });
  Heavier heavier;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const AssetId id = shown[i];
    if (made[i]) {
      out.names[id.v] = picture_file(id, made[i]->type);
      if (assets[id].animated && !made[i]->animated) note_first_frame(assets[id], log);
      heavier.add(assets[id], *made[i]);
      out.made[id.v] = std::move(*made[i]);
    } else {
      warn(assets[id].origin, made[i].error(), log);
    }
  }
  note(heavier, log);
  return out;
}

}  // namespace keben::epub
