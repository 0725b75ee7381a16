// libhyphen, opened when the first Western word is long enough to be divided.
#include <hyphen.h>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("libhyphen.so.0");

}  // namespace

extern "C" {

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
