#include "pdf/writer/detail/picture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "assets/decode.h"
#include "assets/sniff.h"

namespace keben::pdf::writer {
namespace {

constexpr double kDotsPerInch = 300;
constexpr double kPointsPerInch = 72;
// A picture that is a little finer than it need be stays: making it anew costs more than it saves.
constexpr double kFineEnough = 1.5;
constexpr int kProfileDeflateLevel = 6;

std::string entries_of(PixelSize size, int bits) {
  return "/Type/XObject/Subtype/Image/Width " + std::to_string(size.width.v) + "/Height " +
         std::to_string(size.height.v) + "/BitsPerComponent " + std::to_string(bits);
}

PreparedPlane jpeg_plane(Bytes bytes, PixelSize size) {
  return {std::move(bytes), entries_of(size, 8) + "/Filter/DCTDecode"};
}

/// Rows as PNG filters them (§7.4.4.4, predictor 15).
PreparedPlane png_plane(assets::PassablePng png) {
  return {std::move(png.deflated), entries_of(png.size, png.bits) +
                                       "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors " +
                                       std::to_string(png.channels) + "/BitsPerComponent " +
                                       std::to_string(png.bits) + "/Columns " +
                                       std::to_string(png.size.width.v) + ">>"};
}

Result<PreparedPlane> lossless_plane(const assets::Pixels& pixels, const config::Limits& limits) {
  const Result<Bytes> png = assets::encode_png(pixels);
  if (!png) return tl::unexpected(png.error());
  std::optional<assets::PassablePng> rows = assets::passable_png(*png, limits);
  if (!rows) {
    return failure({.fault = Fault::bug,
                    .code = "picture-unpassable",
                    .what = {"图片编码有误", "a picture was encoded wrongly"}});
  }
  return png_plane(std::move(*rows));
}

std::optional<PreparedPicture> passed(const assets::Asset& asset, const config::Limits& limits) {
  if (asset.type == assets::MediaType::jpeg) {
    std::optional<assets::PassableJpeg> jpeg = assets::passable_jpeg(asset, limits);
    if (!jpeg) return {};
    return PreparedPicture{asset.size,
                           jpeg_plane(std::move(jpeg->bytes), asset.size),
                           jpeg->channels,
                           {},
                           std::move(jpeg->profile),
                           {}};
  }
  if (asset.type != assets::MediaType::png) return {};
  std::optional<assets::PassablePng> png = assets::passable_png(asset.bytes, limits);
  if (!png) return {};
  const int channels = png->channels;
  Bytes palette = std::move(png->palette);
  return PreparedPicture{asset.size, png_plane(std::move(*png)), channels, std::move(palette), {},
                         {}};
}

Result<PreparedPicture> encoded(assets::Pixels pixels, bool is_lossy,
                                const config::Limits& limits) {
  PreparedPicture out;
  out.size = pixels.size;
  out.channels = pixels.channels;
  if (is_lossy && pixels.alpha.empty()) {
    Result<Bytes> jpeg = assets::encode_jpeg(pixels);
    if (!jpeg) return tl::unexpected(jpeg.error());
    out.colours = jpeg_plane(std::move(*jpeg), pixels.size);
    return out;
  }
  if (!pixels.alpha.empty()) {
    Result<PreparedPlane> alpha =
        lossless_plane({pixels.size, 1, std::move(pixels.alpha), {}}, limits);
    if (!alpha) return tl::unexpected(alpha.error());
    out.alpha = std::move(*alpha);
    pixels.alpha = {};
  }
  Result<PreparedPlane> colours = lossless_plane(pixels, limits);
  if (!colours) return tl::unexpected(colours.error());
  out.colours = std::move(*colours);
  return out;
}

/// @param most  the samples that it is shown with
Result<PreparedPicture> prepare(const assets::Asset& asset, PixelSize most,
                                const config::Limits& limits) {
  const bool too_fine = asset.size.width.v > most.width.v * kFineEnough &&
                        asset.size.height.v > most.height.v * kFineEnough;
  if (!too_fine) {
    if (std::optional<PreparedPicture> as_it_is = passed(asset, limits))
      return std::move(*as_it_is);
  }
  const bool is_drawn = asset.type == assets::MediaType::svg;
  Result<assets::Pixels> pixels =
      assets::decode_at(asset.type, asset.bytes, too_fine || is_drawn ? most : asset.size, limits);
  if (!pixels) return tl::unexpected(pixels.error());
  return encoded(std::move(*pixels), assets::is_lossy(asset), limits);
}

std::string hexadecimal(BytesView bytes) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += {kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

/// Numbers the streams; a profile that many pictures share stands in the file once.
class Adder {
 public:
  explicit Adder(ObjectFile& file) : file_(file) {}

  Object add(PreparedPicture picture) {
    std::string mask;
    if (picture.alpha) {
      mask = "/SMask " + ObjectFile::reference(
                             file_.stream(std::move(picture.alpha->data),
                                          picture.alpha->entries + "/ColorSpace/DeviceGray\n"));
    }
    const std::string space = "/ColorSpace" + colour_space(picture);
    return file_.stream(std::move(picture.colours.data),
                        picture.colours.entries + space + mask + "\n");
  }

 private:
  std::string colour_space(const PreparedPicture& picture) {
    const std::string device = picture.channels == 1 ? "/DeviceGray" : "/DeviceRGB";
    if (!picture.palette.empty()) {
      return "[/Indexed/DeviceRGB " + std::to_string(picture.palette.size() / 3 - 1) + "<" +
             hexadecimal(picture.palette) + ">]";
    }
    if (picture.profile.empty()) return device;
    const auto [at, is_new] = profiles_.try_emplace(picture.profile);
    if (is_new) {
      at->second = file_.deflated(
          picture.profile, "/N " + std::to_string(picture.channels) + "/Alternate" + device + "\n",
          kProfileDeflateLevel);
    }
    return "[/ICCBased " + ObjectFile::reference(at->second) + "]";
  }

  ObjectFile& file_;
  std::map<Bytes, Object> profiles_;
};

/// A picture that is shown, and the most samples that it is shown with.
struct Wanted {
  assets::AssetId id;
  PixelSize most;
};

std::vector<Wanted> wanted_of(const draw::DisplayList& list,
                              const std::vector<std::int32_t>& numbers) {
  std::vector<Wanted> out;
  for (std::uint32_t id = 0; id < numbers.size(); ++id) {
    if (numbers[id] < 0) continue;
    const auto number = static_cast<std::size_t>(numbers[id]);
    if (out.size() <= number) out.resize(number + 1);
    out[number].id = {id};
  }
  const auto dots = [](Pt length) {
    const double count = std::ceil(length.v / kPointsPerInch * kDotsPerInch);
    return static_cast<std::uint32_t>(std::clamp(count, 1.0, 1e5));
  };
  for (const draw::Page& page : list.pages) {
    for (const draw::Item& item : page.items) {
      const auto* picture = std::get_if<draw::Picture>(&item.is);
      if (!picture) continue;
      PixelSize& most = out[static_cast<std::size_t>(numbers[picture->picture.v])].most;
      most.width.v = std::max(most.width.v, dots(picture->area.width));
      most.height.v = std::max(most.height.v, dots(picture->area.height));
    }
  }
  return out;
}

}  // namespace

Result<PreparedPicture> prepare_picture(assets::MediaType type, BytesView bytes,
                                        const config::Limits& limits) {
  const std::optional<PixelSize> size = assets::size_of(type, bytes);
  const PixelSize all = size.value_or(PixelSize{});
  return prepare({Bytes(bytes), type, all, false, {}, {}}, all, limits);
}

Object add_picture(ObjectFile& file, PreparedPicture picture) {
  return Adder(file).add(std::move(picture));
}

Result<std::vector<Object>> add_pictures(ObjectFile& file, const draw::DisplayList& list,
                                         const std::vector<std::int32_t>& numbers,
                                         const assets::AssetStore& assets,
                                         const config::Limits& limits, Jobs jobs) {
  std::vector<Wanted> wanted = wanted_of(list, numbers);
  std::vector<Result<PreparedPicture>> prepared =
      parallel_map(std::span(wanted), jobs, [&](Wanted& w) {
        Result<PreparedPicture> picture = prepare(assets[w.id], w.most, limits);
        assets[w.id].bytes.forget();
        return picture;
      });
  Adder adder(file);
  std::vector<Object> out;
  for (Result<PreparedPicture>& picture : prepared) {
    if (!picture) return tl::unexpected(picture.error());
    out.push_back(adder.add(std::move(*picture)));
  }
  return out;
}

}  // namespace keben::pdf::writer
