// The cell of a code point: what it is to its neighbours, before anyone knows where it stands.
//
// Source: typesetting.md 2.2, 3.1.
#pragma once

#include "model/language.h"
#include "pdf/shape/shaped.h"

namespace keben::pdf::shape {

bool is_dash(char32_t c);
bool is_ellipsis(char32_t c);

/// The cell of a code point in a paragraph of that convention, quotes and long marks aside.
Cell cell_of(char32_t c, model::Convention convention);

}  // namespace keben::pdf::shape
