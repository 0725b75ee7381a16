// Pictures as image XObjects (ISO 32000-1 §8.9.5), at 300 dots an inch where they are shown.
//
// What is good as it stands passes through: a JPEG's bytes (DCTDecode) and a PNG's rows
// (FlateDecode with PNG's predictors, §7.4.4.4), both decoded once when they were proven. All else
// is decoded, scaled, and encoded anew: as JPEG where an encoder had its hand in it before and
// there is no alpha, else without loss. Never through libharu's own loaders, which a broken PNG
// aborts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "assets/asset_store.h"
#include "base/parallel.h"
#include "base/result.h"
#include "config/options.h"
#include "pdf/draw/display_list.h"
#include "pdf/writer/detail/object_file.h"

namespace keben::pdf::writer {

/// One stream of samples, encoded, ready to be numbered.
struct PreparedPlane {
  Bytes data;
  std::string entries;  // but for the colour space
};

/// A picture's streams.
struct PreparedPicture {
  PixelSize size;
  PreparedPlane colours;
  int channels = 3;
  Bytes palette, profile;  // or empty
  std::optional<PreparedPlane> alpha;
};

/// A picture in all its samples.
Result<PreparedPicture> prepare_picture(assets::MediaType type, BytesView bytes,
                                        const config::Limits& limits);
Object add_picture(ObjectFile& file, PreparedPicture picture);

/// The XObjects by their number; `numbers` gives each asset its number or -1, `list` where and how
/// large each is shown.
Result<std::vector<Object>> add_pictures(ObjectFile& file, const draw::DisplayList& list,
                                         const std::vector<std::int32_t>& numbers,
                                         const assets::AssetStore& assets,
                                         const config::Limits& limits, Jobs jobs);

}  // namespace keben::pdf::writer
