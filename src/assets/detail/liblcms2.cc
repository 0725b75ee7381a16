// lcms2, opened when the first picture with colours of its own is met.
#include <lcms2.h>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("liblcms2.so.2");

}  // namespace

extern "C" {

cmsHPROFILE cmsOpenProfileFromMem(const void* bytes, cmsUInt32Number size) {
  KEBEN_PASS_ON(kLibrary, nullptr, cmsOpenProfileFromMem, bytes, size);
}

cmsBool cmsCloseProfile(cmsHPROFILE profile) {
  KEBEN_PASS_ON(kLibrary, FALSE, cmsCloseProfile, profile);
}

cmsColorSpaceSignature cmsGetColorSpace(cmsHPROFILE profile) {
  KEBEN_PASS_ON(kLibrary, cmsColorSpaceSignature(), cmsGetColorSpace, profile);
}

cmsUInt32Number cmsGetProfileInfoASCII(cmsHPROFILE profile, cmsInfoType info,
                                       const char language[3], const char country[3], char* text,
                                       cmsUInt32Number size) {
  KEBEN_PASS_ON(kLibrary, 0, cmsGetProfileInfoASCII, profile, info, language, country, text, size);
}

cmsHPROFILE cmsCreate_sRGBProfile() {
  KEBEN_PASS_ON(kLibrary, nullptr, cmsCreate_sRGBProfile);
}

cmsHPROFILE cmsCreateGrayProfile(const cmsCIExyY* white, const cmsToneCurve* curve) {
  KEBEN_PASS_ON(kLibrary, nullptr, cmsCreateGrayProfile, white, curve);
}

const cmsCIExyY* cmsD50_xyY() {
  KEBEN_PASS_ON(kLibrary, nullptr, cmsD50_xyY);
}

cmsToneCurve* cmsBuildParametricToneCurve(cmsContext context, cmsInt32Number type,
                                          const cmsFloat64Number parameters[]) {
  KEBEN_PASS_ON(kLibrary, nullptr, cmsBuildParametricToneCurve, context, type, parameters);
}

void cmsFreeToneCurve(cmsToneCurve* curve) {
  KEBEN_PASS_ON(kLibrary, void(), cmsFreeToneCurve, curve);
}

cmsHTRANSFORM cmsCreateTransform(cmsHPROFILE input, cmsUInt32Number input_format,
                                 cmsHPROFILE output, cmsUInt32Number output_format,
                                 cmsUInt32Number intent, cmsUInt32Number flags) {
  KEBEN_PASS_ON(kLibrary, nullptr, cmsCreateTransform, input, input_format, output, output_format,
                intent, flags);
}

void cmsDeleteTransform(cmsHTRANSFORM transform) {
  KEBEN_PASS_ON(kLibrary, void(), cmsDeleteTransform, transform);
}

void cmsDoTransform(cmsHTRANSFORM transform, const void* input, void* output,
                    cmsUInt32Number size) {
  KEBEN_PASS_ON(kLibrary, void(), cmsDoTransform, transform, input, output, size);
}

}  // extern "C"
