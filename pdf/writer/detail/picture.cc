#include "pdf/writer/detail/picture.h"

#include <algorithm>

#include "assets/decode.h"

namespace keben::pdf::writer {
namespace {

constexpr int kPictureDeflateLevel = 6;

BytesView view_of(const std::vector<std::uint8_t>& samples) {
  return {reinterpret_cast<const char*>(samples.data()), samples.size()};
}

std::string entries_of(PixelSize size, int channels) {
  return "/Type/XObject/Subtype/Image/Width " + std::to_string(size.width.v) + "/Height " +
         std::to_string(size.height.v) + "/BitsPerComponent 8/ColorSpace/" +
         (channels == 1 ? "DeviceGray" : "DeviceRGB") + "/Filter/FlateDecode";
}

}  // namespace

Result<PreparedPicture> prepare_picture(assets::MediaType type, BytesView bytes,
                                        const config::Limits& limits) {
  Result<assets::Pixels> pixels = assets::decode(type, bytes, limits);
  if (!pixels) return tl::unexpected(pixels.error());
  PreparedPicture out{
      pixels->size, pixels->channels, deflate(view_of(pixels->samples), kPictureDeflateLevel), {}};
  if (!pixels->alpha.empty()) out.alpha = deflate(view_of(pixels->alpha), kPictureDeflateLevel);
  return out;
}

Object add_picture(ObjectFile& file, PreparedPicture picture) {
  std::string mask;
  if (!picture.alpha.empty()) {
    mask = "/SMask " + ObjectFile::reference(file.stream(std::move(picture.alpha),
                                                         entries_of(picture.size, 1) + "\n"));
  }
  return file.stream(std::move(picture.samples),
                     entries_of(picture.size, picture.channels) + mask + "\n");
}

Result<std::vector<Object>> add_pictures(ObjectFile& file, const std::vector<std::int32_t>& numbers,
                                         const assets::AssetStore& assets,
                                         const config::Limits& limits, Jobs jobs) {
  std::vector<assets::AssetId> wanted;
  for (std::uint32_t id = 0; id < numbers.size(); ++id) {
    if (numbers[id] < 0) continue;
    const auto number = static_cast<std::size_t>(numbers[id]);
    if (wanted.size() <= number) wanted.resize(number + 1);
    wanted[number] = {id};
  }
  std::vector<Result<PreparedPicture>> prepared =
      parallel_map(std::span(wanted), jobs, [&](assets::AssetId& id) {
        return prepare_picture(assets[id].type, assets[id].bytes, limits);
      });
  std::vector<Object> out;
  for (Result<PreparedPicture>& picture : prepared) {
    if (!picture) return tl::unexpected(picture.error());
    out.push_back(add_picture(file, std::move(*picture)));
  }
  return out;
}

}  // namespace keben::pdf::writer
