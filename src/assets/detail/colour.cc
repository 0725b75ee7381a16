// See colour.h.
#include "assets/detail/colour.h"

#include <array>

#include "base/c_handle.h"
#include "late/lcms.h"

namespace keben::assets {
using namespace late;
namespace {

void close_profile(void* profile) {
  cmsCloseProfile(profile);
}
using Profile = CHandle<void, close_profile>;
using Transform = CHandle<void, cmsDeleteTransform>;

/// The profile, where it is for such samples.
Profile open(BytesView bytes, cmsColorSpaceSignature space) {
  if (bytes.empty() || !lcms.open()) return {};
  Profile profile(cmsOpenProfileFromMem(bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
  if (profile && cmsGetColorSpace(profile.get()) != space) return {};
  return profile;
}

bool is_srgb(const Profile& profile) {
  std::array<char, 64> name{};
  cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", name.data(), name.size());
  return std::string_view(name.data()).find("sRGB") != std::string_view::npos;
}

/// Gray with sRGB's curve (IEC 61966-2-1).
Profile srgb_gray() {
  const cmsFloat64Number curve[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  constexpr int kSrgbKind = 4;
  const CHandle<cmsToneCurve, cmsFreeToneCurve> tone(
      cmsBuildParametricToneCurve(nullptr, kSrgbKind, curve));
  return tone ? Profile(cmsCreateGrayProfile(cmsD50_xyY(), tone.get())) : Profile();
}

Transform transform_of(const Profile& from, cmsUInt32Number format, bool to_gray) {
  const Profile to = to_gray ? srgb_gray() : Profile(cmsCreate_sRGBProfile());
  if (!from || !to) return {};
  return Transform(cmsCreateTransform(from.get(), format, to.get(),
                                      to_gray ? TYPE_GRAY_8 : TYPE_RGB_8, INTENT_PERCEPTUAL,
                                      cmsFLAGS_NOCACHE));
}

}  // namespace

void make_srgb(Pixels& pixels, BytesView profile) {
  if (profile.empty() || pixels.samples.empty()) return;
  const bool gray = pixels.channels == 1;
  const Profile from = open(profile, gray ? cmsSigGrayData : cmsSigRgbData);
  if (!from || is_srgb(from)) return;
  const Transform transform = transform_of(from, gray ? TYPE_GRAY_8 : TYPE_RGB_8, gray);
  if (!transform) return;
  const std::size_t width = pixels.size.width.v;
  const std::size_t stride = width * static_cast<std::size_t>(pixels.channels);
  for (std::size_t y = 0; y < pixels.size.height.v; ++y) {
    std::uint8_t* row = pixels.samples.data() + y * stride;
    cmsDoTransform(transform.get(), row, row, static_cast<cmsUInt32Number>(width));
  }
}

Inks::Inks(BytesView profile, bool inverted) {
  const Profile from = open(profile, cmsSigCmykData);
  if (from)
    transform_ = transform_of(from, inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8, false).release();
}

Inks::~Inks() {
  if (transform_) cmsDeleteTransform(transform_);
}

void Inks::mix(const std::uint8_t* inks, std::uint32_t count, std::uint8_t* rgb) const noexcept {
  cmsDoTransform(transform_, inks, rgb, count);
}

Bytes profile_of(double gamma, const Primaries& primaries, bool gray) {
  const CHandle<cmsToneCurve, cmsFreeToneCurve> curve(
      cmsBuildParametricToneCurve(nullptr, 1, &gamma));
  if (!curve) return {};
  const auto point = [&](std::size_t i) {
    return cmsCIExyY{primaries[2 * i], primaries[2 * i + 1], 1};
  };
  const cmsCIExyY white = point(0);
  const cmsCIExyYTRIPLE colours{point(1), point(2), point(3)};
  cmsToneCurve* const curves[] = {curve.get(), curve.get(), curve.get()};
  const Profile made(gray ? cmsCreateGrayProfile(cmsD50_xyY(), curve.get())
                          : cmsCreateRGBProfile(&white, &colours, curves));
  cmsUInt32Number size = 0;
  if (!made || !cmsSaveProfileToMem(made.get(), nullptr, &size)) return {};
  Bytes out(size, '\0');
  if (!cmsSaveProfileToMem(made.get(), out.data(), &size)) return {};
  constexpr std::string_view kNewYear("\x07\xD0\0\1\0\1\0\0\0\0\0\0", 12);
  return out.replace(24, kNewYear.size(), kNewYear);  // ICC.1:2010 §7.2.8: when it was made
}

bool is_usable_profile(BytesView profile, int channels) {
  struct Kind {
    cmsColorSpaceSignature space;
    cmsUInt32Number format;
  };
  const Kind kind = channels == 1   ? Kind{cmsSigGrayData, TYPE_GRAY_8}
                    : channels == 4 ? Kind{cmsSigCmykData, TYPE_CMYK_8}
                                    : Kind{cmsSigRgbData, TYPE_RGB_8};
  const Profile opened = open(profile, kind.space);
  return opened && static_cast<bool>(transform_of(opened, kind.format, channels == 1));
}

}  // namespace keben::assets
