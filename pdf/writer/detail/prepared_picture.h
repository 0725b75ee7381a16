// Pictures as image XObjects (ISO 32000-1 §8.9.5), at 300 dots an inch or a little finer where they
// are shown.
//
// What is good as it stands passes through: a JPEG's bytes (DCTDecode) and a PNG's rows
// (FlateDecode with PNG's predictors, §7.4.4.4), both proven before. All else is decoded, scaled,
// and encoded anew: as JPEG where an encoder had its hand in it before and there is no alpha, else
// without loss. A copy that is no lighter than its original gives way to it. Never through
// libharu's own loaders, which a broken PNG aborts.
#pragma once

#include <optional>
#include <string>

#include "assets/asset_store.h"
#include "base/bytes.h"
#include "base/length.h"
#include "base/result.h"
#include "config/options.h"

namespace keben::pdf::writer {

/// One stream of samples, encoded, ready to be numbered.
struct PreparedPlane {
  Bytes data;
  std::string entries;  // but for the colour space
};

/// A picture's streams.
struct PreparedPicture {
  PixelSize size;  // as it is to be seen
  PreparedPlane colours;
  int channels = 3;
  Bytes palette = {}, profile = {};  // or empty
  std::optional<PreparedPlane> alpha = {};
  int orientation = 1;  // EXIF's, of the streams
};

/// A picture that has been proven.
/// @param most  the samples that it is shown with
Result<PreparedPicture> prepare(const assets::Asset& asset, PixelSize most,
                                const config::Limits& limits);

/// A picture in all its samples, of any origin.
Result<PreparedPicture> prepare_picture(assets::MediaType type, BytesView bytes,
                                        const config::Limits& limits);
}  // namespace keben::pdf::writer
