// Pictures that can be handed on as they are, without the file around their samples.
//
// A PDF reader knows PNG's rows and JPEG's scans. What it is given so keeps every sample, and costs
// neither a decoder nor an encoder. The assets asked about have been proven (decode.h).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "assets/asset_store.h"
#include "base/bytes.h"
#include "config/options.h"

namespace keben::assets {

/// A JPEG without metadata, for readers of baseline and progressive JPEG; nothing where it has to
/// be decoded: arithmetic coding, inks that no profile describes, colours that only libjpeg
/// guesses.
struct PassableJpeg {
  Bytes bytes;
  Bytes profile;          // ICC; empty: sRGB
  PixelSize size;         // as stored
  int channels = 3;       // 1 gray, 3 colours, 4 inks
  bool inverted = false;  // inks as Adobe writes them (TN 5116): 255 is none
  int orientation = 1;    // EXIF 2.32 §4.6.4: how what is stored is to be seen
};
std::optional<PassableJpeg> passable_jpeg(const Asset& asset, const config::Limits& limits);

/// The rows of a PNG, still filtered and deflated; nothing where they are interlaced or hold alpha
/// among the colours.
struct PassablePng {
  PixelSize size;
  int channels = 3;  // 1: gray, or places in the palette
  int bits = 8;
  Bytes palette;                     // three bytes a colour, or empty
  Bytes profile;                     // ICC; empty: sRGB
  std::vector<std::uint32_t> clear;  // what is not painted: for each channel the least and the most
  bool has_mask = false;             // its alpha is more than `clear` can say: see `decode`
  Bytes deflated;
};
std::optional<PassablePng> passable_png(BytesView bytes, const config::Limits& limits);

}  // namespace keben::assets
