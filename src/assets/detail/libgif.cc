// giflib, opened when the first GIF is met.
#include <gif_lib.h>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("libgif.so.7");

}  // namespace

extern "C" {

GifFileType* DGifOpen(void* source, InputFunc read, int* error) {
  KEBEN_PASS_ON(kLibrary, nullptr, DGifOpen, source, read, error);
}

int DGifCloseFile(GifFileType* file, int* error) {
  KEBEN_PASS_ON(kLibrary, GIF_ERROR, DGifCloseFile, file, error);
}

int DGifGetRecordType(GifFileType* file, GifRecordType* type) {
  KEBEN_PASS_ON(kLibrary, GIF_ERROR, DGifGetRecordType, file, type);
}

int DGifGetImageDesc(GifFileType* file) {
  KEBEN_PASS_ON(kLibrary, GIF_ERROR, DGifGetImageDesc, file);
}

int DGifGetLine(GifFileType* file, GifPixelType* line, int length) {
  KEBEN_PASS_ON(kLibrary, GIF_ERROR, DGifGetLine, file, line, length);
}

int DGifGetExtension(GifFileType* file, int* code, GifByteType** extension) {
  KEBEN_PASS_ON(kLibrary, GIF_ERROR, DGifGetExtension, file, code, extension);
}

int DGifGetExtensionNext(GifFileType* file, GifByteType** extension) {
  KEBEN_PASS_ON(kLibrary, GIF_ERROR, DGifGetExtensionNext, file, extension);
}

const char* GifErrorString(int error) {
  KEBEN_PASS_ON(kLibrary, "giflib is not installed", GifErrorString, error);
}

}  // extern "C"
