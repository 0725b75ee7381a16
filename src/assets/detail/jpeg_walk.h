// The proof of the commonest kind of photograph, without a sample made.
#pragma once

#include "base/bytes.h"

namespace keben::assets {

/// Whether a JPEG is baseline, lacks nothing, and holds a code for every coefficient of every
/// block, to the last bit before its end. Where it is not so plain (progressive, arithmetic,
/// oddities that libjpeg forgives), that library has to judge.
bool jpeg_is_plain(BytesView bytes);

}  // namespace keben::assets
