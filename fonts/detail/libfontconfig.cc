// fontconfig, opened when a face is first looked for beyond the usual places. Where it is not
// installed it finds none.
#include <fontconfig/fontconfig.h>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("libfontconfig.so.1");

}  // namespace

extern "C" {

FcBool FcCharSetAddChar(FcCharSet* fcs, FcChar32 ucs4) {
  KEBEN_PASS_ON(kLibrary, FcFalse, FcCharSetAddChar, fcs, ucs4);
}

FcCharSet* FcCharSetCreate() {
  KEBEN_PASS_ON(kLibrary, nullptr, FcCharSetCreate);
}

void FcCharSetDestroy(FcCharSet* fcs) {
  KEBEN_PASS_ON(kLibrary, void(), FcCharSetDestroy, fcs);
}

FcBool FcConfigSubstitute(FcConfig* config, FcPattern* p, FcMatchKind kind) {
  KEBEN_PASS_ON(kLibrary, FcFalse, FcConfigSubstitute, config, p, kind);
}

void FcDefaultSubstitute(FcPattern* pattern) {
  KEBEN_PASS_ON(kLibrary, void(), FcDefaultSubstitute, pattern);
}

FcFontSet* FcFontList(FcConfig* config, FcPattern* p, FcObjectSet* os) {
  KEBEN_PASS_ON(kLibrary, nullptr, FcFontList, config, p, os);
}

FcPattern* FcFontMatch(FcConfig* config, FcPattern* p, FcResult* result) {
  KEBEN_PASS_ON(kLibrary, nullptr, FcFontMatch, config, p, result);
}

void FcFontSetDestroy(FcFontSet* s) {
  KEBEN_PASS_ON(kLibrary, void(), FcFontSetDestroy, s);
}

FcBool FcObjectSetAdd(FcObjectSet* set, const char* object) {
  KEBEN_PASS_ON(kLibrary, FcFalse, FcObjectSetAdd, set, object);
}

FcObjectSet* FcObjectSetCreate() {
  KEBEN_PASS_ON(kLibrary, nullptr, FcObjectSetCreate);
}

void FcObjectSetDestroy(FcObjectSet* os) {
  KEBEN_PASS_ON(kLibrary, void(), FcObjectSetDestroy, os);
}

FcBool FcPatternAddBool(FcPattern* p, const char* object, FcBool b) {
  KEBEN_PASS_ON(kLibrary, FcFalse, FcPatternAddBool, p, object, b);
}

FcBool FcPatternAddCharSet(FcPattern* p, const char* object, const FcCharSet* c) {
  KEBEN_PASS_ON(kLibrary, FcFalse, FcPatternAddCharSet, p, object, c);
}

FcBool FcPatternAddInteger(FcPattern* p, const char* object, int i) {
  KEBEN_PASS_ON(kLibrary, FcFalse, FcPatternAddInteger, p, object, i);
}

FcBool FcPatternAddString(FcPattern* p, const char* object, const FcChar8* s) {
  KEBEN_PASS_ON(kLibrary, FcFalse, FcPatternAddString, p, object, s);
}

FcPattern* FcPatternCreate() {
  KEBEN_PASS_ON(kLibrary, nullptr, FcPatternCreate);
}

void FcPatternDestroy(FcPattern* p) {
  KEBEN_PASS_ON(kLibrary, void(), FcPatternDestroy, p);
}

FcResult FcPatternGetInteger(const FcPattern* p, const char* object, int n, int* i) {
  KEBEN_PASS_ON(kLibrary, FcResultOutOfMemory, FcPatternGetInteger, p, object, n, i);
}

FcResult FcPatternGetString(const FcPattern* p, const char* object, int n, FcChar8** s) {
  KEBEN_PASS_ON(kLibrary, FcResultOutOfMemory, FcPatternGetString, p, object, n, s);
}

}  // extern "C"
