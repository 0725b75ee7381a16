// An edition as one EPUB 3.3: chapters → package → archive, checked before it is handed over.
#pragma once

#include "assets/asset_store.h"
#include "base/bytes.h"
#include "base/diagnostic.h"
#include "base/result.h"
#include "base/stages.h"
#include "config/options.h"
#include "edition/edition.h"
#include "edition/page_starts.h"

namespace keben::fonts {
class Catalog;
}

namespace keben::epub {

/// What an export reads; all of it outlives the call.
struct Source {
  const edition::Edition& edition;
  const assets::AssetStore& assets;
  const assets::Asset* cover = nullptr;        // drawn or given, PNG or JPEG; null: none
  const fonts::Catalog* faces = nullptr;       // there where `options.fonts` wants type
  const edition::PageStarts* pages = nullptr;  // of the PDF of the same run, where there is one
};

/// The whole file in memory: deterministic to the byte, whatever `options.jobs` is.
Result<Bytes> export_epub(const Source& source, const config::EpubOptions& options,
                          const config::Limits& limits, Stages& stages, Diagnostics& log);

}  // namespace keben::epub
