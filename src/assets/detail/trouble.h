// What can be wrong with a picture, in words: one place, so that every format says it alike.
#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/length.h"
#include "base/result.h"
#include "config/options.h"

namespace keben::assets {

/// `image-broken`: the bytes are no whole picture. `reason` is the decoder's own word, or empty.
Error broken(std::string_view format, std::string_view reason);

/// `image-unsupported`: a known type that we cannot show.
Error unsupported(std::string_view format);

/// `image-broken`: no picture at all, by what sniff() called it ("HTML", "text", "empty" …).
Error not_a_picture(std::string_view sniffed, bool from_server);

/// `image-too-large`, by samples or by bytes.
Error too_large(PixelSize size, const config::Limits& limits);
Error too_heavy(const config::Limits& limits);

/// Whether a picture may be decoded at all.
bool within(PixelSize size, const config::Limits& limits);

}  // namespace keben::assets
