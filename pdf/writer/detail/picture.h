// Pictures as image XObjects (ISO 32000-1 §8.9.5): samples that we decoded, with their alpha as a
// soft mask.
//
// Never through libharu's own loaders, which a broken PNG aborts.
#pragma once

#include <cstdint>
#include <vector>

#include "assets/asset_store.h"
#include "base/parallel.h"
#include "base/result.h"
#include "config/options.h"
#include "pdf/writer/detail/object_file.h"

namespace keben::pdf::writer {

/// A picture's streams, deflated, ready to be numbered.
struct PreparedPicture {
  PixelSize size;
  int channels = 3;
  Bytes samples, alpha;
};

Result<PreparedPicture> prepare_picture(assets::MediaType type, BytesView bytes,
                                        const config::Limits& limits);
Object add_picture(ObjectFile& file, PreparedPicture picture);

/// The XObjects by their number; `numbers` gives each asset its number or -1.
Result<std::vector<Object>> add_pictures(ObjectFile& file, const std::vector<std::int32_t>& numbers,
                                         const assets::AssetStore& assets,
                                         const config::Limits& limits, Jobs jobs);

}  // namespace keben::pdf::writer
