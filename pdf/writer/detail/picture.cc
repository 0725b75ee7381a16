#include "pdf/writer/detail/picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace keben::pdf::writer {
namespace {

constexpr double kDotsPerInch = 300;
constexpr double kPointsPerInch = 72;
constexpr int kProfileDeflateLevel = 6;
constexpr int kInks = 4;

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
    const int orientation = picture.orientation;
    const Object image = file_.stream(std::move(picture.colours.data),
                                      picture.colours.entries + space + mask + "\n");
    return orientation == 1 ? image : turned(image, orientation);
  }

 private:
  /// The same as a form (§8.10) that turns it: pages need not know how its rows lie.
  Object turned(Object image, int orientation) {
    // By EXIF's number less 1, where the stored square comes to lie (§8.3.4).
    constexpr std::array<std::string_view, 8> kMatrices = {
        "1 0 0 1 0 0",   "-1 0 0 1 1 0", "-1 0 0 -1 1 1", "1 0 0 -1 0 1",
        "0 -1 -1 0 1 1", "0 -1 1 0 0 1", "0 1 1 0 0 0",   "0 1 -1 0 1 0"};
    return file_.stream("/I Do\n",
                        "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Matrix[" +
                            std::string(kMatrices[static_cast<std::size_t>(orientation - 1)]) +
                            "]/Resources<</XObject<</I " + ObjectFile::reference(image) + ">>>>\n");
  }

  std::string colour_space(const PreparedPicture& picture) {
    const bool has_palette = !picture.palette.empty();
    const int channels = has_palette ? 3 : picture.channels;
    const std::string base = picture.profile.empty() ? device_space(channels)
                                                     : profiled_space(picture.profile, channels);
    if (!has_palette) return base;
    return "[/Indexed" + base + " " + std::to_string(picture.palette.size() / 3 - 1) + "<" +
           hexadecimal(picture.palette) + ">]";
  }

  static std::string device_space(int channels) {
    if (channels == kInks) return "/DeviceCMYK";
    return channels == 1 ? "/DeviceGray" : "/DeviceRGB";
  }

  std::string profiled_space(const Bytes& profile, int channels) {
    const auto [at, is_new] = profiles_.try_emplace(profile);
    if (is_new) {
      at->second = file_.deflated(
          profile, "/N " + std::to_string(channels) + "/Alternate" + device_space(channels) + "\n",
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
