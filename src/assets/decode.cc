// See decode.h. Limits are looked at three times: bytes, the header's size, and what the library
// then says; nothing is allocated by a number that a file alone has named.
#include "assets/decode.h"

#include <utility>

#include "assets/detail/gif.h"
#include "assets/detail/jpeg.h"
#include "assets/detail/png.h"
#include "assets/detail/trouble.h"
#include "assets/detail/webp.h"
#include "assets/sniff.h"

namespace keben::assets {
namespace {

Result<Picture> read_by_type(MediaType type, BytesView bytes, const config::Limits& limits,
                             Keep keep) {
  switch (type) {
    case MediaType::png:
      return read_png(bytes, limits, keep);
    case MediaType::jpeg:
      return read_jpeg(bytes, limits, keep);
    case MediaType::gif:
      return read_gif(bytes, limits, keep);
    case MediaType::webp:
      return read_webp(bytes, limits, keep);
    case MediaType::svg:
      break;
  }
  return failure(unsupported(name_of(type)));
}

Result<Picture> read(MediaType type, BytesView bytes, const config::Limits& limits, Keep keep) {
  if (bytes.size() > limits.image_bytes) return failure(too_heavy(limits));
  if (type == MediaType::svg) return failure(unsupported("SVG"));
  const std::optional<PixelSize> size = size_of(type, bytes);
  if (!size || size->width.v == 0 || size->height.v == 0)
    return failure(broken(name_of(type), "no size"));
  if (!within(*size, limits)) return failure(too_large(*size, limits));
  return read_by_type(type, bytes, limits, keep);
}

}  // namespace

Result<Pixels> decode(MediaType type, BytesView bytes, const config::Limits& limits) {
  Result<Picture> picture = read(type, bytes, limits, Keep::samples);
  if (!picture) return tl::unexpected(picture.error());
  return std::move(picture->pixels);
}

Result<Proven> prove(MediaType type, BytesView bytes, const config::Limits& limits) {
  const Result<Picture> picture = read(type, bytes, limits, Keep::nothing);
  if (!picture) return tl::unexpected(picture.error());
  return Proven{picture->pixels.size, picture->animated};
}

}  // namespace keben::assets
