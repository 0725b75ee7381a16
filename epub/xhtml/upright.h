// What lines from top to bottom want of a finished page (epub.md 29).
//
// Digits would lie on their sides: one or two of them stand upright together, in a span that the
// stylesheet combines (tate-chu-yoko). Quotation marks become corners, which turn with the line
// in every face: 『』 outside and 「」 inside in Simplified Chinese (GB/T 15834 §5.2), the other
// way round elsewhere. Code keeps what it has.
#pragma once

#include <string>
#include <string_view>

#include "model/language.h"

namespace keben::epub {

/// The same page, one of our own, with its text so set.
std::string set_upright(std::string_view xhtml, model::Convention convention);

}  // namespace keben::epub
