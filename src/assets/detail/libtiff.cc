// libtiff, opened when the first TIFF is met: it brings decoders for whatever a scanner ever wrote.
#include <tiffio.h>

#include <cstdarg>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("libtiff.so.6");

}  // namespace

extern "C" {

TIFFOpenOptions* TIFFOpenOptionsAlloc() {
  KEBEN_PASS_ON(kLibrary, nullptr, TIFFOpenOptionsAlloc);
}

void TIFFOpenOptionsFree(TIFFOpenOptions* options) {
  KEBEN_PASS_ON(kLibrary, void(), TIFFOpenOptionsFree, options);
}

void TIFFOpenOptionsSetMaxSingleMemAlloc(TIFFOpenOptions* options, tmsize_t most) {
  KEBEN_PASS_ON(kLibrary, void(), TIFFOpenOptionsSetMaxSingleMemAlloc, options, most);
}

void TIFFOpenOptionsSetErrorHandlerExtR(TIFFOpenOptions* options, TIFFErrorHandlerExtR handler,
                                        void* data) {
  KEBEN_PASS_ON(kLibrary, void(), TIFFOpenOptionsSetErrorHandlerExtR, options, handler, data);
}

void TIFFOpenOptionsSetWarningHandlerExtR(TIFFOpenOptions* options, TIFFErrorHandlerExtR handler,
                                          void* data) {
  KEBEN_PASS_ON(kLibrary, void(), TIFFOpenOptionsSetWarningHandlerExtR, options, handler, data);
}

TIFF* TIFFClientOpenExt(const char* name, const char* mode, thandle_t handle,
                        TIFFReadWriteProc read, TIFFReadWriteProc write, TIFFSeekProc seek,
                        TIFFCloseProc close, TIFFSizeProc size, TIFFMapFileProc map,
                        TIFFUnmapFileProc unmap, TIFFOpenOptions* options) {
  KEBEN_PASS_ON(kLibrary, nullptr, TIFFClientOpenExt, name, mode, handle, read, write, seek, close,
                size, map, unmap, options);
}

void TIFFClose(TIFF* tiff) {
  KEBEN_PASS_ON(kLibrary, void(), TIFFClose, tiff);
}

int TIFFReadRGBAImageOriented(TIFF* tiff, uint32_t width, uint32_t height, uint32_t* raster,
                              int orientation, int stop) {
  KEBEN_PASS_ON(kLibrary, 0, TIFFReadRGBAImageOriented, tiff, width, height, raster, orientation,
                stop);
}

// Those that take any number of arguments have twins that take a list.

int TIFFVGetField(TIFF* tiff, uint32_t tag, va_list list) {
  KEBEN_PASS_ON(kLibrary, 0, TIFFVGetField, tiff, tag, list);
}

int TIFFVGetFieldDefaulted(TIFF* tiff, uint32_t tag, va_list list) {
  KEBEN_PASS_ON(kLibrary, 0, TIFFVGetFieldDefaulted, tiff, tag, list);
}

int TIFFVSetField(TIFF* tiff, uint32_t tag, va_list list) {
  KEBEN_PASS_ON(kLibrary, 0, TIFFVSetField, tiff, tag, list);
}

int TIFFGetField(TIFF* tiff, uint32_t tag, ...) {
  va_list list;
  va_start(list, tag);
  const int outcome = TIFFVGetField(tiff, tag, list);
  va_end(list);
  return outcome;
}

int TIFFGetFieldDefaulted(TIFF* tiff, uint32_t tag, ...) {
  va_list list;
  va_start(list, tag);
  const int outcome = TIFFVGetFieldDefaulted(tiff, tag, list);
  va_end(list);
  return outcome;
}

int TIFFSetField(TIFF* tiff, uint32_t tag, ...) {
  va_list list;
  va_start(list, tag);
  const int outcome = TIFFVSetField(tiff, tag, list);
  va_end(list);
  return outcome;
}

}  // extern "C"
