// Pictures as image XObjects (ISO 32000-1 §8.9.5).
#pragma once

#include <cstdint>
#include <vector>

#include "assets/asset_store.h"
#include "base/parallel.h"
#include "base/result.h"
#include "config/options.h"
#include "pdf/draw/display_list.h"
#include "pdf/writer/detail/object_file.h"
#include "pdf/writer/detail/prepared_picture.h"

namespace keben::pdf::writer {

Object add_picture(ObjectFile& file, PreparedPicture picture);

/// The XObjects by their number; `numbers` gives each asset its number or -1, `list` where and how
/// large each is shown.
Result<std::vector<Object>> add_pictures(ObjectFile& file, const draw::DisplayList& list,
                                         const std::vector<std::int32_t>& numbers,
                                         const assets::AssetStore& assets,
                                         const config::Limits& limits, Jobs jobs);

}  // namespace keben::pdf::writer
