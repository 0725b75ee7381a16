// A collection as one PDF: style → shape → lines → galley → pages → display list → writer.
#pragma once

#include <optional>

#include "assets/asset_store.h"
#include "base/bytes.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/stages.h"
#include "config/options.h"
#include "edition/edition.h"
#include "edition/page_starts.h"
#include "fonts/catalog.h"
#include "pdf/draw/display_list.h"

namespace keben::pdf {

/// What an export reads; all of it outlives the call.
struct Source {
  const edition::Edition& edition;
  const assets::AssetStore& assets;
  std::optional<assets::AssetId> cover = std::nullopt;  // in `assets`
};

/// Every page of the book as it will be drawn; the same whatever `options.jobs` is.
draw::DisplayList lay_out(const Source& source, const fonts::Catalog& faces,
                          const config::PdfOptions& options, Stages& stages, Diagnostics& log);

struct Made {
  Bytes bytes;
  std::size_t pages = 0;
  edition::PageStarts starts;  // where they begin in the text
};

/// The whole file in memory, deterministic to the byte. Fails where libharu does.
Result<Made> export_pdf(const Source& source, const fonts::Catalog& faces,
                        const config::PdfOptions& options, const config::Limits& limits,
                        Stages& stages, Diagnostics& log);

}  // namespace keben::pdf
