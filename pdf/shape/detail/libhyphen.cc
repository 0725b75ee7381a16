// libhyphen, opened when the first Western word is long enough to be divided.
#include <hyphen.h>

#include <cstdlib>
#include <new>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("libhyphen.so.0");

}  // namespace

extern "C" {

// The library's own two end the process where memory is out. Its calls go through the loader, which
// finds these before them wherever the program offers them to what it loads (CMakeLists.txt); an
// exception passes through its frames, which hold nothing but memory.

void* hnj_malloc(int size) {
  void* memory = std::malloc(static_cast<std::size_t>(size));
  if (!memory && size > 0) throw std::bad_alloc();
  return memory;
}

void* hnj_realloc(void* memory, int size) {
  void* larger = std::realloc(memory, static_cast<std::size_t>(size));
  if (!larger && size > 0) throw std::bad_alloc();
  return larger;
}

HyphenDict* hnj_hyphen_load(const char* file) {
  KEBEN_PASS_ON(kLibrary, nullptr, hnj_hyphen_load, file);
}

void hnj_hyphen_free(HyphenDict* dictionary) {
  KEBEN_PASS_ON(kLibrary, void(), hnj_hyphen_free, dictionary);
}

int hnj_hyphen_hyphenate3(HyphenDict* dictionary, const char* word, int size, char* hyphens,
                          char* word_out, char*** replaced, int** positions, int** cut, int left,
                          int right, int left_composed, int right_composed) {
  KEBEN_PASS_ON(kLibrary, 1, hnj_hyphen_hyphenate3, dictionary, word, size, hyphens, word_out,
                replaced, positions, cut, left, right, left_composed, right_composed);
}

}  // extern "C"
