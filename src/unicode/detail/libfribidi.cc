// fribidi, opened when the first letter that runs to the left is met.
#include <fribidi.h>

#include "base/late_library.h"

namespace {

constexpr keben::LateLibrary kLibrary("libfribidi.so.0");

}  // namespace

extern "C" {

void fribidi_get_bidi_types(const FriBidiChar* text, const FriBidiStrIndex length,
                            FriBidiCharType* types) {
  KEBEN_PASS_ON(kLibrary, void(), fribidi_get_bidi_types, text, length, types);
}

void fribidi_get_bracket_types(const FriBidiChar* text, const FriBidiStrIndex length,
                               const FriBidiCharType* types, FriBidiBracketType* brackets) {
  KEBEN_PASS_ON(kLibrary, void(), fribidi_get_bracket_types, text, length, types, brackets);
}

FriBidiLevel fribidi_get_par_embedding_levels_ex(const FriBidiCharType* types,
                                                 const FriBidiBracketType* brackets,
                                                 const FriBidiStrIndex length, FriBidiParType* base,
                                                 FriBidiLevel* levels) {
  KEBEN_PASS_ON(kLibrary, 0, fribidi_get_par_embedding_levels_ex, types, brackets, length, base,
                levels);
}

}  // extern "C"
