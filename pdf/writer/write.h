// From a display list to the bytes of a PDF 1.7, tagged, with its fonts cut and embedded.
//
// libharu is the layer of objects, cross references and streams; glyphs, fonts, pictures and tags
// are written by us (ISO 32000-1; why: ARCHITECTURE.md "The PDF writer").
#pragma once

#include <string>
#include <vector>

#include "assets/asset_store.h"
#include "base/bytes.h"
#include "base/parallel.h"
#include "base/result.h"
#include "base/stages.h"
#include "config/options.h"
#include "fonts/catalog.h"
#include "pdf/draw/display_list.h"

namespace keben::pdf::writer {

/// What the file says of itself.
struct Info {
  std::string title;
  std::vector<std::string> authors;
  std::string subject;
  std::vector<std::string> keywords;
  std::string language;  // BCP 47
  std::string uuid;
  std::string modified;  // "2025-01-25T00:00:00Z"
};

/// Takes the list, so that a page's glyphs are gone once its content is written.
///
/// Fails with Fault::machine where a font cannot be cut or libharu refuses, Fault::bug where the
/// list is inconsistent.
Result<Bytes> write(draw::DisplayList list, const Info& info, const fonts::Catalog& faces,
                    const assets::AssetStore& assets, const config::Limits& limits, Jobs jobs,
                    Stages& stages);

}  // namespace keben::pdf::writer
